package org.plimsoll.vessel.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when a test says so: the operating system's clock and the monotonic one. */
public final class ManualTime implements InstantSource {

  private Instant now = Instant.parse("2026-05-01T12:00:00Z");
  private long nanos = 1_000_000;

  @Override
  public Instant instant() {
    return now;
  }

  /** The monotonic ticker. */
  public long nanos() {
    return nanos;
  }

  /** Both clocks go on. */
  public void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  /** Somebody sets the operating system's clock. */
  public void set(Instant time) {
    now = time;
  }
}
