package org.plimsoll.vessel.budget;

/** How much goes ashore, from everything to the least. What does not go waits aboard. */
public enum Level {

  /** Live blocks as soon as they are sealed, and the backlog. */
  FULL,

  /** Live readings in large blocks, fewer bytes each and later; the backlog waits. */
  THIN,

  /** Minute by minute mean, least and most of each channel; the readings themselves wait. */
  STATISTICS,

  /** The budget is spent: alerts, and what the connection itself needs. */
  ALERTS_ONLY;

  /** Above this part of the budget in the forecast the next level takes over. */
  static final double DOWN_AT = 1.0;

  /** Above this even large blocks are too much. */
  static final double FURTHER_DOWN_AT = 1.15;

  /** Below this it goes back, so that it does not change to and fro. */
  static final double UP_AT = 0.9;

  /**
   * The level that follows from a forecast.
   *
   * @param pressure bytes at the end of the period for each that there may be
   * @param spent whether there may be none any more
   */
  Level next(double pressure, boolean spent) {
    if (spent) {
      return ALERTS_ONLY;
    }
    if (pressure > FURTHER_DOWN_AT || this == STATISTICS && pressure > DOWN_AT) {
      return STATISTICS;
    }
    return pressure > DOWN_AT || this != FULL && pressure > UP_AT ? THIN : FULL;
  }
}
