package org.plimsoll.telemetry;

/** State of an alert, IEC 62923-1 annex J. New ones go to the end: the place is recorded. */
public enum AlertState {
  NORMAL,
  ACTIVE_UNACKNOWLEDGED,
  ACTIVE_SILENCED,
  ACTIVE_ACKNOWLEDGED,
  RECTIFIED_UNACKNOWLEDGED,
  /** Active; another system has taken over to announce it. */
  ACTIVE_TRANSFERRED
}
