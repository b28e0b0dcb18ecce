package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.check.Lookout;
import org.plimsoll.vessel.check.Lookouts;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vessel.state.TankDoubt;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** Tanks of the reference ferry whose content cannot be read off their tables. */
class TankAlertsTest {

  private static final Quantity SOUNDING = Quantities.of("tanks.ballast.1.sounding").orElseThrow();
  private static final Quantity ULLAGE = Quantities.of("tanks.ballast.2.ullage").orElseThrow();

  private final ShipUnderTest ship = new ShipUnderTest();

  @Test
  void aGaugeOutsideOfItsTableIsACautionOfItsTank() {
    ship.run(70);
    assertThat(raised()).isEmpty();
    ship.soundingMetres = 4.1;
    ship.run(62);
    assertThat(ship.channel(Quantities.CARGO_MEASURED).quality()).isEqualTo(Quality.INVALID);
    assertThat(raised()).as("within its delay").isEmpty();
    ship.run(70);
    assertThat(raised())
        .extracting(AlertMessage::instance, AlertMessage::priority, AlertMessage::title)
        .containsExactlyInAnyOrder(
            tuple(1, AlertPriority.CAUTION, "TANK GAUGE"),
            tuple(2, AlertPriority.CAUTION, "TANK GAUGE"));
    assertThat(raised())
        .allMatch(said -> said.text().contains("sounding of 4.1"))
        .allMatch(said -> said.text().contains("outside the table's 0.2 to 4.0"));
    ship.hullSpeaks = false;
    ship.run(60);
    assertThat(raised()).as("of a gauge that is silent nobody knows").hasSize(2);
    ship.hullSpeaks = true;
    ship.soundingMetres = 2.6;
    ship.run(15);
    assertThat(raised()).isEmpty();
  }

  @Test
  void aGaugeThatSaysNoMeasurementIsACaution() {
    ship.run(70);
    ship.hullSpeaks = false;
    for (int i = 0; i < 75; i++) {
      ship.hear(
          "hull",
          "hull.YXXDR",
          Reading.good(Quantities.ROLL, 0),
          Reading.good(Quantities.WATER_DENSITY, 1021.5),
          Reading.invalid(SOUNDING),
          Reading.good(ULLAGE, 1.5));
      ship.run(1);
    }
    assertThat(raised())
        .extracting(AlertMessage::instance, AlertMessage::text)
        .containsExactly(tuple(1, "tank ballast port: its gauge says nothing usable"));
  }

  @Test
  void aTrimThatNoTableHasIsOneCautionOfTrim() {
    ship.run(70);
    Lookout.Sighting seen =
        look(
            doubt(1, TankDoubt.Cause.OUTSIDE_TRIM, "tank a: trim"),
            doubt(2, TankDoubt.Cause.OUTSIDE_TRIM, "tank b: trim"),
            doubt(3, TankDoubt.Cause.SILENT, "tank c: silent"));
    assertThat(seen.conditions())
        .containsExactly(
            new AlertCondition(
                AlertKind.TRIM, 2, AlertPriority.CAUTION, "tank a: trim; tank b: trim"));
    assertThat(seen.undecided()).contains(AlertKind.TANK_GAUGE);
  }

  private static TankDoubt doubt(int number, TankDoubt.Cause cause, String text) {
    return new TankDoubt(number, cause, text);
  }

  /** What is seen of the ship as she is, with these doubts. */
  private Lookout.Sighting look(TankDoubt... doubts) {
    VesselState state = ship.latest.state();
    NavalPicture naval = state.naval();
    NavalPicture doubtful =
        new NavalPicture(
            naval.surveyed(),
            naval.waterDensity(),
            naval.waterQuality(),
            naval.waterText(),
            naval.deductiblesTonnes(),
            naval.deductiblesSigmaTonnes(),
            List.of(doubts),
            naval.judgements(),
            naval.cargo());
    return new Lookouts(
            ship.rules.ship(), ship.rules.alerts().rules(), ship.rules.alerts().levels())
        .look(
            new VesselState(
                state.moment(),
                state.way(),
                state.channels(),
                state.draughts(),
                state.surveyRemarks(),
                doubtful,
                state.lines()),
            List.of());
  }

  private List<AlertMessage> raised() {
    return ship.latest.alerts().stream()
        .map(alert -> alert.said())
        .filter(said -> said.id() == AlertKind.TANK_GAUGE.id())
        .toList();
  }
}
