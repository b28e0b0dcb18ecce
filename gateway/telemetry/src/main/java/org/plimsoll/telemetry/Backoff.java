package org.plimsoll.telemetry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubles from the first wait to the longest, each cut by
 * up to half at random, so that a fleet does not come back in step. Confined to its owner's thread.
 */
public final class Backoff {

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  /**
   * @param first wait, above zero
   * @param longest wait, not below {@code first}
   */
  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("waits from " + first + " to " + longest);
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** The wait after one more failure. */
  public Duration next() {
    return next(longest);
  }

  /** The same, this time at most {@code atMost}. */
  public Duration next(Duration atMost) {
    long whole = Math.min(atMost.toNanos(), next.toNanos());
    next = Duration.ofNanos(Math.min(longest.toNanos(), whole * 2));
    return Duration.ofNanos(whole / 2 + random.nextLong(whole / 2 + 1));
  }

  /** It went well: the next wait is the first again. */
  public void reset() {
    next = first;
  }
}
