package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.vocabulary.Quantities;

class UrgentLooksTest {

  private static final long MILLI = 1_000_000L;

  private long now = -5_000 * MILLI;
  private final UrgentLooks looks = new UrgentLooks(now);

  @Test
  void aValueThatSeldomChangesIsLookedAtAtOnceWhateverElseGoesOn() {
    for (int i = 0; i < 100; i++) {
      depth("gps", 10 + i);
      lookIfDue();
      pass(40);
    }
    passengers(140);
    assertThat(looks.nanosToNext(now)).isNotPositive();
  }

  @Test
  void aValueThatChangesAllTheTimeIsLookedAtTenTimesASecond() {
    int seen = 0;
    for (int i = 0; i < 1_000; i++) {
      depth("gps" + i % 2, i);
      seen += lookIfDue() ? 1 : 0;
      pass(10);
    }
    assertThat(seen).isBetween(95, 105);
  }

  @Test
  void theSameAgainIsNoReason() {
    passengers(140);
    assertThat(lookIfDue()).isTrue();
    pass(1_000);
    passengers(140);
    assertThat(looks.nanosToNext(now)).isEqualTo(UrgentLooks.IDLE_NANOS);
    looks.hear(Quantities.LATITUDE, "gps", OptionalDouble.of(54), now);
    assertThat(looks.nanosToNext(now)).isEqualTo(UrgentLooks.IDLE_NANOS);
    looks.hear(Quantities.PASSENGERS_ON_BOARD, "counter", OptionalDouble.empty(), now);
    assertThat(looks.nanosToNext(now)).as("no value any more").isNotPositive();
  }

  @Test
  void whatChangesOftenWaitsForItsTurn() {
    passengers(140);
    lookIfDue();
    pass(10);
    passengers(141);
    assertThat(looks.nanosToNext(now)).isEqualTo(90 * MILLI);
    pass(30);
    passengers(142);
    assertThat(looks.nanosToNext(now)).as("is not put off").isEqualTo(60 * MILLI);
  }

  private void passengers(int count) {
    looks.hear(Quantities.PASSENGERS_ON_BOARD, "counter", OptionalDouble.of(count), now);
  }

  private void depth(String source, double metres) {
    looks.hear(Quantities.DEPTH_BELOW_TRANSDUCER, source, OptionalDouble.of(metres), now);
  }

  private boolean lookIfDue() {
    boolean due = looks.nanosToNext(now) <= 0;
    if (due) {
      looks.looked(now);
    }
    return due;
  }

  private void pass(long millis) {
    now += millis * MILLI;
  }
}
