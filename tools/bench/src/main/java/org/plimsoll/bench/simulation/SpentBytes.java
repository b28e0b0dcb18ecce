package org.plimsoll.bench.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Holds the ship to her budget: no block goes after those before it on the same day took what the
 * day has. Alerts and connections may go beyond; what a loss of power made her forget is hers. On a
 * day on which somebody set her clock nobody can say.
 */
final class SpentBytes {

  private final OptionalLong dayBytes;
  private final Supplier<Instant> clock;
  private LocalDate day = LocalDate.MIN;
  private LocalDate clockSetOn = LocalDate.MIN;
  private long spent;
  private long notRemembered;

  /**
   * @param dayBytes her budget
   * @param clock hers
   */
  SpentBytes(OptionalLong dayBytes, Supplier<Instant> clock) {
    this.dayBytes = dayBytes;
    this.clock = clock;
  }

  /** Somebody set her clock, and this is its day now. */
  void clockSet() {
    clockSetOn = today();
    day = clockSetOn;
  }

  /** What was spent so far is on her disk. */
  void remembered() {
    notRemembered = 0;
  }

  void powerIsGone() {
    spent -= notRemembered;
    notRemembered = 0;
  }

  /** A block goes. */
  void block(int bytes) {
    LocalDate today = today();
    if (!today.equals(day)) {
      day = today;
      spent = 0;
      notRemembered = 0;
    }
    if (dayBytes.isPresent() && !day.equals(clockSetOn) && spent > dayBytes.getAsLong()) {
      throw new Broken(
          "a block goes after blocks of " + spent + " bytes on " + day + ", allowed " + dayBytes);
    }
    spent += bytes;
    notRemembered += bytes;
  }

  private LocalDate today() {
    return clock.get().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
