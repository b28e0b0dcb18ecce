package org.plimsoll.bench;

import java.time.Duration;

/**
 * How a link carries bytes, the same in both directions.
 *
 * @param bitsPerSecond capacity of each direction, shared by all its connections; 0 = unlimited.
 * @param delay one-way delay, 0 to 60 s.
 */
public record LinkShape(long bitsPerSecond, Duration delay) {

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  /** A link that neither limits nor delays. */
  public static final LinkShape WIRE = new LinkShape(0, Duration.ZERO);

  public LinkShape {
    if (bitsPerSecond < 0) {
      throw new IllegalArgumentException("bitsPerSecond " + bitsPerSecond + " is below 0");
    }
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("delay " + delay + " is outside 0 to " + LONGEST_DELAY);
    }
  }

  /** Nanoseconds that {@code bytes} occupy the link. */
  long nanosFor(int bytes) {
    return bitsPerSecond == 0 ? 0 : Math.round(bytes * 8e9 / bitsPerSecond);
  }
}
