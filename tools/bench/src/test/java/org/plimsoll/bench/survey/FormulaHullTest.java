package org.plimsoll.bench.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.bench.survey.FormulaHull.Attitude;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.TableLint;

class FormulaHullTest {

  private final FormulaHull hull = new FormulaHull();
  private final HullBooklet booklet = HullBooklet.of(hull);

  /** What she displaces more when she sinks is her waterplane, whatever the formula of either. */
  @ParameterizedTest
  @ValueSource(doubles = {2.6, 3.8, 4.4, 5.2, 6.1, 6.4})
  void theVolumeGrowsByTheWaterplane(double draught) {
    double deeper = hull.volume(new Attitude(draught + 0.001, 0, 0, 0));
    double higher = hull.volume(new Attitude(draught - 0.001, 0, 0, 0));
    assertThat((deeper - higher) / 0.002).isCloseTo(hull.waterplane(draught), within(0.5));
  }

  /** Volumes by rectangles under a listed waterline, without the closed form of a section. */
  @Test
  void aListedAndTrimmedHullDisplacesWhatItsWaterColumnsSum() {
    Attitude attitude = new Attitude(4.8, 0.7, Math.toRadians(2), 0.03);
    double sum = 0;
    double dx = 0.25;
    double dz = 0.02;
    double slope = Math.tan(attitude.listRadians());
    for (double x = -4 + dx / 2; x < 101; x += dx) {
      for (double z = dz / 2; z < 6.2; z += dz) {
        double half = hull.halfBreadth(x, z);
        double dry = (z - attitude.centreMetres(x)) / slope;
        sum += Math.max(0, half - Math.max(-half, dry)) * dx * dz;
      }
    }
    assertThat(hull.volume(attitude)).isCloseTo(sum, within(2.0));
  }

  @Test
  void heelToEitherSideIsTheSame() {
    assertThat(hull.volume(new Attitude(4.8, 0.7, Math.toRadians(2), 0)))
        .isCloseTo(hull.volume(new Attitude(4.8, 0.7, Math.toRadians(-2), 0)), within(1e-6));
  }

  @Test
  void aLinterHasNothingToSayAboutHerTable() {
    double summer = HullBooklet.TABLE_DENSITY * hull.volume(new Attitude(5.2, 0, 0, 0));
    assertThat(
            TableLint.of(booklet.evenKeel(), new TableLint.Ship(100, 19, 4515, 5.2, summer - 4515)))
        .isEmpty();
  }

  /** Upright and straight, over a dense grid of every draught and trim that the table covers. */
  @Test
  void withTheTableByTrimTheSurveyIsWithinHalfATonne() {
    DraughtSurvey survey =
        new DraughtSurvey(
            booklet.particulars(),
            booklet.evenKeel(),
            Optional.of(booklet.byTrim()),
            SurveyAccuracy.GOOD);
    for (double draught = 3.001; draught < 6; draught += 0.037) {
      for (double trim = -0.999; trim < 2; trim += 0.031) {
        assertThat(surveyed(survey, draught, trim))
            .as("%.3f m, trim %.3f m", draught, trim)
            .isCloseTo(1.0185 * hull.volume(new Attitude(draught, trim, 0, 0)), within(0.5));
      }
    }
  }

  private double surveyed(DraughtSurvey survey, double draught, double trim) {
    Attitude attitude = new Attitude(draught, trim, 0, 0);
    Map<DraughtMark, Double> metres = new EnumMap<>(DraughtMark.class);
    double[] places = {96.4, 96.4, 50, 50, 5.5, 5.5};
    for (DraughtMark mark : DraughtMark.values()) {
      metres.put(mark, attitude.centreMetres(places[mark.ordinal()]));
    }
    SurveyResult result =
        survey.survey(
            new ObservedDraughts(metres), new SurveyConditions(1.0185, 0, OptionalInt.of(0), 0));
    assertThat(result).isInstanceOf(SurveyResult.Surveyed.class);
    SurveyResult.Surveyed surveyed = (SurveyResult.Surveyed) result;
    assertThat(surveyed.displacement().firstTrimCorrectionTonnes()).isZero();
    return surveyed.displacement().tonnes();
  }
}
