package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.ReferenceShip.PARTICULARS;
import static org.plimsoll.naval.ReferenceShip.readings;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.SurveyResult.Surveyed;
import org.plimsoll.vocabulary.Quality;

/** An empty ship measures some tonnes below nothing; what her doubt cannot explain is wrong. */
class CargoBelowNothingTest {

  private final DraughtSurvey survey =
      new DraughtSurvey(PARTICULARS, ReferenceShip.table(), SurveyAccuracy.GOOD);

  @ParameterizedTest
  @CsvSource({"9, 0", "-1, 0", "-1.99, 0", "-2.01, 1", "-9, 1"})
  void isSaidBeyondTwiceItsU95(double cargoInU95, int remarks) {
    CargoMeasured laden = surveyed(0).cargo().orElseThrow();
    double deductibles = laden.massTonnes() - cargoInU95 * laden.u95Tonnes();
    Surveyed result = surveyed(deductibles);
    assertThat(result.cargo().orElseThrow().massTonnes())
        .isCloseTo(cargoInU95 * laden.u95Tonnes(), within(1e-9));
    assertThat(result.remarks()).hasSize(remarks);
    assertThat(result.remarks()).allMatch(remark -> remark.contains("less than nothing"));
    assertThat(result.quality()).isEqualTo(remarks == 0 ? Quality.GOOD : Quality.DEGRADED);
  }

  private Surveyed surveyed(double deductiblesTonnes) {
    return (Surveyed)
        survey.survey(
            readings(5, 5, 5, 5, 5, 5),
            new SurveyConditions(1.025, deductiblesTonnes, OptionalInt.of(0), 0));
  }
}
