package org.plimsoll.vessel.outbox;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The time by which the outbox reckons ages: that of the operating system without its jumps. A
 * clock that is set a year ahead must not make a backlog look a year old, and one that is set back
 * must not keep it for ever. Guarded by the outbox's lock.
 */
final class SteadyTime {

  /** A longer step than this between two looks is a clock that was set, or a ship laid up. */
  private static final Duration LONGEST_STEP = Duration.ofDays(100);

  private final InstantSource os;
  private final long longestStepMillis;
  private long osMillis;
  private long steadyMillis;

  /**
   * @param newestMillis the newest time that the store holds; 0 when it holds none
   * @param maxAge no single step makes anything this old
   */
  SteadyTime(InstantSource os, long newestMillis, Duration maxAge) {
    this.os = os;
    this.longestStepMillis = Math.min(LONGEST_STEP.toMillis(), maxAge.toMillis() / 2);
    this.osMillis = newestMillis == 0 ? os.millis() : newestMillis;
    this.steadyMillis = osMillis;
  }

  /** Milliseconds; never less than before. */
  long millis() {
    long now = os.millis();
    long step = now - osMillis;
    osMillis = now;
    if (step >= 0 && step <= longestStepMillis) {
      steadyMillis += step;
    }
    return steadyMillis;
  }
}
