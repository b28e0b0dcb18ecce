package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.vessel.alert.AlertRule.Armed;
import org.plimsoll.vessel.state.Way;

class WayWatchTest {

  private static final double KNOT = 0.5144;
  private final WayWatch watch = new WayWatch();
  private long second;

  @Test
  void sheLiesStillAfterThreeMinutes() {
    assertThat(run(180, 0.1)).isEqualTo(Way.UNKNOWN);
    assertThat(run(1, 0.1)).isEqualTo(Way.ALONGSIDE);
  }

  @Test
  void sheMakesWayAfterTenSecondsAndKeepsItWhenSlow() {
    run(200, 0);
    assertThat(run(10, 5)).isEqualTo(Way.ALONGSIDE);
    assertThat(run(1, 5)).isEqualTo(Way.UNDER_WAY);
    assertThat(run(600, 0.6)).isEqualTo(Way.UNDER_WAY);
    assertThat(run(179, 0.2)).isEqualTo(Way.UNDER_WAY);
    assertThat(run(2, 0.2)).isEqualTo(Way.ALONGSIDE);
  }

  @Test
  void aSpeedThatIsMissingForAMomentChangesNothing() {
    run(200, 0);
    assertThat(silent(60)).isEqualTo(Way.ALONGSIDE);
    assertThat(silent(1)).isEqualTo(Way.UNKNOWN);
  }

  @Test
  void whatIsNotKnownDisarmsNothing() {
    for (Armed armed : Armed.values()) {
      assertThat(Way.UNKNOWN.counts(armed)).isTrue();
    }
    assertThat(Way.ALONGSIDE.counts(Armed.UNDER_WAY)).isFalse();
    assertThat(Way.ALONGSIDE.counts(Armed.ALONGSIDE)).isTrue();
    assertThat(Way.UNDER_WAY.counts(Armed.ALONGSIDE)).isFalse();
    assertThat(Way.UNDER_WAY.counts(Armed.UNDER_WAY)).isTrue();
    assertThat(Way.UNDER_WAY.counts(Armed.ALWAYS)).isTrue();
  }

  private Way run(int seconds, double knots) {
    return look(seconds, OptionalDouble.of(knots * KNOT));
  }

  private Way silent(int seconds) {
    return look(seconds, OptionalDouble.empty());
  }

  private Way look(int seconds, OptionalDouble speed) {
    Way way = Way.UNKNOWN;
    for (int i = 0; i < seconds; i++) {
      way = watch.look(speed, Duration.ofSeconds(second++).toNanos());
    }
    return way;
  }
}
