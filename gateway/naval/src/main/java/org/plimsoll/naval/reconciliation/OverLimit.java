package org.plimsoll.naval.reconciliation;

/** Whether the cargo is over its limit, judged with the whole band; from bad to good. */
public enum OverLimit {
  /** Even the least that she may carry is over. */
  OVER_LIMIT_CERTAIN,
  /** The most that she may carry is over. */
  OVER_LIMIT_POSSIBLE,
  /** No limit, or no mass to hold against it. */
  UNKNOWN,
  WITHIN;

  /** Judges one mass; a limit is not exceeded by being reached. */
  public static OverLimit of(double tonnes, double u95Tonnes, double limitTonnes) {
    if (tonnes - u95Tonnes > limitTonnes) {
      return OVER_LIMIT_CERTAIN;
    }
    return tonnes + u95Tonnes > limitTonnes ? OVER_LIMIT_POSSIBLE : WITHIN;
  }

  OverLimit worse(OverLimit other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
