package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.ReferenceShip.PARTICULARS;
import static org.plimsoll.naval.ReferenceShip.readings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.SurveyResult.Surveyed;
import org.plimsoll.vocabulary.Quality;

class TrimmedTableTest {

  private final TrimmedTable table = ReferenceShip.trimmedTable();
  private final DraughtSurvey survey =
      new DraughtSurvey(
          PARTICULARS, ReferenceShip.table(), Optional.of(table), SurveyAccuracy.GOOD);

  @ParameterizedTest
  @CsvSource({
    "3.0, -1.0, 3170.51",
    "3.0, 2.0, 3304.72",
    "6.0, -1.0, 7597.48",
    "6.0, 2.0, 7818.86",
    "5.0, 1.5, 6217.92",
    "5.05, 0.0, 6183.725",
    "4.8, 0.9, 5865.490"
  })
  void printedAndIntegratedDisplacements(double draught, double trim, double displacement) {
    assertThat(table.displacementTonnes(draught, trim).orElseThrow())
        .isCloseTo(displacement, within(0.1));
  }

  /**
   * Known displacements between the columns: without every other column the curve still finds the
   * columns left out, a metre apart, within 0.5 t. Half a metre apart it is finer yet.
   */
  @Test
  void theCurveFindsColumnsThatAreLeftOut() {
    TrimmedTable coarse = ((BookletImport.ByTrim) Booklet.parse(without(2, 4, 6))).table();
    assertThat(coarse.range()).contains("trims -1.000 to 2.000");
    for (double draught = 3.9; draught <= 6.0; draught += 0.1) {
      for (double trim : new double[] {-0.5, 0.5, 1.5}) {
        double known = table.displacementTonnes(draught, trim).orElseThrow();
        assertThat(coarse.displacementTonnes(draught, trim).orElseThrow())
            .as("%.1f m, trim %.1f m", draught, trim)
            .isCloseTo(known, within(0.5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2.99, 0", "6.01, 0", "5, -1.01", "5, 2.01", "NaN, 0", "5, NaN"})
  void outsideThereIsNoAnswer(double draught, double trim) {
    assertThat(table.displacementTonnes(draught, trim)).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void withItNoTrimCorrectionIsMade() {
    Surveyed result = surveyed(4.3824, 4.8, 5.2005, 1.018);
    assertThat(result.displacement().firstTrimCorrectionTonnes()).isZero();
    assertThat(result.displacement().secondTrimCorrectionTonnes()).isZero();
    assertThat(result.displacement().tonnes()).isCloseTo(5825.433, within(0.5));
    assertThat(result.quality()).isEqualTo(Quality.GOOD);
  }

  /** Upright and straight, at every column of the table: the readings of a ship that lies so. */
  @Test
  void theSurveyIsWithinHalfATonne() {
    for (double draught = 3.1; draught <= 5.9; draught += 0.1) {
      for (double trim = -0.5; trim <= 1.5; trim += 0.5) {
        double exact = table.displacementTonnes(draught, trim).orElseThrow();
        Surveyed result =
            surveyed(draught - trim * 46.4 / 100, draught, draught + trim * 44.5 / 100, 1.025);
        assertThat(result.displacement().tonnes()).isCloseTo(exact, within(0.5));
      }
    }
  }

  @Test
  void outsideItTheEvenKeelTableServesAndItIsSaid() {
    Surveyed result = surveyed(3.8, 5.0, 6.15, 1.025);
    assertThat(result.floating().trimMetres()).isGreaterThan(2);
    assertThat(result.displacement().firstTrimCorrectionTonnes()).isGreaterThan(100);
    assertThat(result.quality()).isEqualTo(Quality.DEGRADED);
    assertThat(result.remarks())
        .singleElement()
        .asString()
        .contains("even keel with trim corrections");
  }

  private Surveyed surveyed(double forward, double midship, double aft, double density) {
    SurveyResult result =
        survey.survey(
            readings(forward, forward, midship, midship, aft, aft),
            new SurveyConditions(density, 0, OptionalInt.of(0), 0));
    assertThat(result).isInstanceOf(Surveyed.class);
    return (Surveyed) result;
  }

  private static String without(Integer... columns) {
    List<Integer> dropped = List.of(columns);
    return ReferenceShip.trimmedCsv()
        .lines()
        .map(
            line -> {
              if (line.startsWith("#")) {
                return line;
              }
              String[] fields = line.split(",");
              return Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7})
                  .filter(i -> !dropped.contains(i))
                  .mapToObj(i -> fields[i])
                  .collect(Collectors.joining(","));
            })
        .collect(Collectors.joining("\n"));
  }
}
