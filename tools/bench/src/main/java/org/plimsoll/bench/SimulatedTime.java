package org.plimsoll.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when it is told to. Confined to the run's thread. */
final class SimulatedTime implements InstantSource {

  private Instant now;

  SimulatedTime() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  SimulatedTime(Instant begin) {
    now = begin;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
