package org.plimsoll.vessel.check;

/** What a check came to. Silence is never a pass. */
public enum Verdict {
  PASS,
  FAIL,
  /** There was no fresh, usable input to decide on. */
  INCONCLUSIVE
}
