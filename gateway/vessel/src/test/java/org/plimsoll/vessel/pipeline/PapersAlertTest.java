package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** Units over the weighbridge of the reference ferry, whose gate reads papers. */
class PapersAlertTest {

  private final ShipUnderTest ship = new ShipUnderTest().run(5);

  @Test
  void aLorryWithoutPapersIsAnAlarmUntilItIsAshore() {
    ship.roll(24_100, 1);
    ship.run(2);
    assertThat(raised(ship))
        .extracting(AlertMessage::priority, AlertMessage::text)
        .containsExactly(tuple(AlertPriority.ALARM, "no papers: unit 1, weighs 24.1 t"));
    ShipUnderTest after = new ShipUnderTest(ship.outbox, ship.osTime.plusSeconds(9)).run(3);
    assertThat(raised(after)).as("after a restart").hasSize(1);
    after.roll(24_120, -1);
    after.run(12);
    assertThat(raised(after))
        .extracting(AlertMessage::state)
        .containsExactly(AlertState.RECTIFIED_UNACKNOWLEDGED);
  }

  @Test
  void papersAndLightCarsAreNoAlarm() {
    ship.hear("counter", "counter.YXXDR", Reading.good(Quantities.WEIGHBRIDGE_DECLARED, 24_000));
    ship.roll(24_100, 1);
    ship.roll(2_100, 1);
    ship.run(2);
    assertThat(raised(ship)).isEmpty();
  }

  private static List<AlertMessage> raised(ShipUnderTest of) {
    return of.latest.alerts().stream()
        .map(alert -> alert.said())
        .filter(said -> said.id() == 10507)
        .toList();
  }
}
