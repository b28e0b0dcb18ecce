package org.plimsoll.vocabulary;

/**
 * How far a value may be trusted; decided once, aboard, and carried to every page.
 *
 * <p>The ordinal is part of the block format and of nothing else: new constants go to the end.
 */
public enum Quality {
  /** Fresh, in range, from a calibrated sensor. */
  GOOD,
  /** Usable with care: filtered from fewer sensors, uncalibrated, rough sea. */
  DEGRADED,
  /** Entered by a person or fixed by configuration. */
  MANUAL,
  /** Once good, now older than the quantity allows. */
  STALE,
  /** The sensor, the checksum or the range says that it is wrong; there may be no value at all. */
  INVALID,
  /** Never heard. */
  ABSENT;

  /**
   * The worse of two qualities, in the order of the constants.
   *
   * @param other the quality to compare with
   * @return this or {@code other}, whichever deserves less trust
   */
  public Quality worseOf(Quality other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * Whether a check may be decided on a value of this quality. A check without such a value is
   * inconclusive, never passed.
   */
  public boolean isUsable() {
    return this == GOOD || this == DEGRADED || this == MANUAL;
  }
}
