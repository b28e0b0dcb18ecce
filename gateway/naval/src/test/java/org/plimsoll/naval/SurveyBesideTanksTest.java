package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.naval.ReferenceShip.PARTICULARS;
import static org.plimsoll.naval.ReferenceShip.readings;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.SurveyResult.Surveyed;
import org.plimsoll.naval.UncertaintyBudget.Cause;

/** Tanks are gauged by how she lies, and what is in doubt of them is in doubt of the cargo. */
class SurveyBesideTanksTest {

  private final DraughtSurvey survey =
      new DraughtSurvey(PARTICULARS, ReferenceShip.table(), SurveyAccuracy.GOOD);
  private final ObservedDraughts observed = readings(4.8, 4.9, 5, 5.1, 5.2, 5.3);

  @Test
  void howSheLiesIsKnownWithoutASurvey() {
    assertThat(survey.floating(observed)).contains(surveyed(survey).floating());
    assertThat(survey.floating(new ObservedDraughts(Map.of()))).isEmpty();
  }

  @Test
  void theDoubtOfTanksTakesThePlaceOfTheUsual() {
    Surveyed usual = surveyed(survey);
    Surveyed gauged = surveyed(survey.withDeductibles(40));
    assertThat(usual.cargoUncertainty().tonnes(Cause.DEDUCTIBLES)).isEqualTo(6);
    assertThat(gauged.cargoUncertainty().tonnes(Cause.DEDUCTIBLES)).isEqualTo(40);
    for (Cause cause : Cause.values()) {
      if (cause != Cause.DEDUCTIBLES) {
        assertThat(gauged.cargoUncertainty().tonnes(cause))
            .as(cause.name())
            .isEqualTo(usual.cargoUncertainty().tonnes(cause));
      }
    }
    assertThat(gauged.displacement()).isEqualTo(usual.displacement());
    assertThat(gauged.loadLine()).isEqualTo(usual.loadLine());
  }

  private Surveyed surveyed(DraughtSurvey by) {
    return (Surveyed)
        by.survey(observed, new SurveyConditions(1.025, 500, OptionalInt.of(0), 0.002));
  }
}
