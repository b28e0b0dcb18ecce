package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.clock.ClockState;
import org.plimsoll.vocabulary.Quality;

/** The ship's clock, from a receiver's sentence to what officer and shore see of it. */
class ShipsTimeTest {

  private static final int SETTLED_SECONDS = 15;

  private ShipUnderTest ship = new ShipUnderTest();
  private Instant truth = ShipUnderTest.START;

  @Test
  void aSystemThatIsSetWrongIsSeenAndNotFollowed() {
    run(SETTLED_SECONDS);
    assertThat(clock()).isEqualTo(new ClockState(ClockState.Source.SATELLITES, ""));
    assertThat(alert()).isEmpty();

    ship.osTime = ship.osTime.plus(Duration.ofHours(1));
    run(SETTLED_SECONDS);
    assertThat(ship.latest.state().moment().time()).isEqualTo(truth);
    assertThat(alert().orElseThrow().text())
        .isEqualTo("the system's clock is 3600 s ahead of the satellites");
    assertThat(samples("gateway.clock.step")).isEmpty();
    assertThat(samples("gateway.clock.source"))
        .last()
        .satisfies(now -> assertThat(now.value()).hasValue(0));
  }

  @Test
  void aCorrectionIsRecordedWithWhatItIsWorth() {
    ship = new ShipUnderTest(new OutboxFake(), ShipUnderTest.START.minus(Duration.ofMinutes(10)));
    ship.run(5);
    truth = truth.plusSeconds(5);
    run(SETTLED_SECONDS);
    assertThat(ship.latest.state().moment().clockEpoch()).isOne();
    List<Sample> steps = samples("gateway.clock.step");
    assertThat(steps).hasSize(1);
    assertThat(steps.get(0).value()).hasValue(600_000);
    assertThat(steps.get(0).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void withoutReceiversAStepIsRecordedAsWorthLess() {
    ship.run(5);
    ship.osTime = ship.osTime.minus(Duration.ofMinutes(10));
    ship.run(5);
    assertThat(ship.latest.state().moment().clockEpoch()).isEqualTo(2);
    List<Sample> steps = samples("gateway.clock.step");
    assertThat(steps).hasSize(1);
    assertThat(steps.get(0).value()).hasValue(-600_000);
    assertThat(steps.get(0).quality()).isEqualTo(Quality.DEGRADED);
    assertThat(alert()).isEmpty();
  }

  private void run(int seconds) {
    for (int second = 0; second < seconds; second++) {
      ship.saysTime("gps", truth);
      ship.run(1);
      truth = truth.plusSeconds(1);
    }
  }

  private ClockState clock() {
    return ship.latest.state().moment().clock();
  }

  private List<Sample> samples(String path) {
    return ship.outbox.samples(path);
  }

  private Optional<AlertMessage> alert() {
    return ship.latest.alerts().stream()
        .map(Alert::said)
        .filter(alert -> alert.id() == 10701 && alert.state() != AlertState.NORMAL)
        .findFirst();
  }
}
