package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {

  private long nanos = 77;
  private final Stopwatch stopwatch = new Stopwatch(() -> nanos);

  private void time(long millis) {
    stopwatch.time(() -> nanos += millis * 1_000_000);
  }

  @Test
  void knowsNothingBeforeTheFirst() {
    NavalTiming.Spread nothing = new NavalTiming.Spread(0, 0, 0, 0);
    assertThat(stopwatch.timing()).isEqualTo(new NavalTiming(nothing, nothing));
  }

  @Test
  void keepsTheFirstMinuteApart() {
    for (int i = 1; i <= Stopwatch.FIRST; i++) {
      time(i);
    }
    NavalTiming minute = stopwatch.timing();
    assertThat(minute.firstMinute()).isEqualTo(new NavalTiming.Spread(60, 0.031, 0.060, 0.060));
    assertThat(minute.after().computations()).isZero();
    for (int i = 1; i <= 200; i++) {
      time(i);
    }
    assertThat(stopwatch.timing().firstMinute()).isEqualTo(minute.firstMinute());
    assertThat(stopwatch.timing().after())
        .isEqualTo(new NavalTiming.Spread(200, 0.101, 0.199, 0.200));
  }

  @Test
  void forgetsTheOldest() {
    for (int i = 0; i < Stopwatch.FIRST; i++) {
      time(1);
    }
    time(5000);
    for (int i = 0; i < Stopwatch.KEPT; i++) {
      time(2);
    }
    assertThat(stopwatch.timing().after())
        .isEqualTo(new NavalTiming.Spread(Stopwatch.KEPT, 0.002, 0.002, 0.002));
  }
}
