package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubles from 0.5 s on, each wait cut by up to half at
 * random, so that a fleet does not come back in step. Confined to the uplink thread.
 */
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(500);

  /**
   * Longest wait for a link that is down: the newest block has to be ashore within 5 s of its
   * return, and nothing but an attempt tells that it is back.
   */
  static final Duration LONGEST_UNREACHABLE = Duration.ofSeconds(4);

  /** Longest wait for a broker that answers and refuses: somebody has to mend it first. */
  static final Duration LONGEST_REFUSED = Duration.ofSeconds(30);

  private final RandomGenerator random;
  private long nextNanos = FIRST.toNanos();

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  long nextNanos(Duration longest) {
    long whole = Math.min(longest.toNanos(), nextNanos);
    nextNanos = Math.min(LONGEST_REFUSED.toNanos(), whole * 2);
    return whole / 2 + random.nextLong(whole / 2 + 1);
  }

  void reset() {
    nextNanos = FIRST.toNanos();
  }
}
