package org.plimsoll.vessel.alert;

/** What may happen to an alert. */
public enum AlertEvent {
  /** Its condition begins, comes back, or becomes more urgent. */
  OCCURS,
  /** Its condition has gone. */
  RECTIFIED,
  /** An officer acknowledges it. */
  ACKNOWLEDGED,
  /** An officer silences it for a while. */
  SILENCED,
  /** The silence is over and nobody has acknowledged. */
  SILENCE_ENDS,
  /** Another system takes over to announce it. */
  TRANSFERRED,
  /** That other system is gone. */
  RETURNED,
  /** A warning that nobody acknowledged for too long becomes an alarm. */
  ESCALATES
}
