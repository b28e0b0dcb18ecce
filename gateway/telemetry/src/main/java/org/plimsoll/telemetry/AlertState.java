package org.plimsoll.telemetry;

/** State of an alert, IEC 62923-1 annex J. */
public enum AlertState {
  NORMAL,
  ACTIVE_UNACKNOWLEDGED,
  ACTIVE_SILENCED,
  ACTIVE_ACKNOWLEDGED,
  RECTIFIED_UNACKNOWLEDGED
}
