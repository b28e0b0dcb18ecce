package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubles from 0.5 s to 30 s, each wait cut by up to half
 * at random, so that a fleet does not come back in step. Confined to the uplink thread.
 */
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final RandomGenerator random;
  private long nextNanos = FIRST.toNanos();

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  long nextNanos() {
    long whole = nextNanos;
    nextNanos = Math.min(LONGEST.toNanos(), whole * 2);
    return whole / 2 + random.nextLong(whole / 2 + 1);
  }

  void reset() {
    nextNanos = FIRST.toNanos();
  }
}
