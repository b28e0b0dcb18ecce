package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.ReferenceShip.PARTICULARS;
import static org.plimsoll.naval.ReferenceShip.readings;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.naval.SurveyResult.Surveyed;
import org.plimsoll.naval.UncertaintyBudget.Cause;

class UncertaintyTest {

  private static final int LOADINGS = 500;
  private static final long SEED = 20_260_717;
  private static final SurveyAccuracy PRESSURE =
      new SurveyAccuracy(0.005, 0.003, 0.002, 6, 5, DraughtPrinciple.PRESSURE);

  private final HydrostaticTable table = ReferenceShip.table();

  /** Each cause of the ferry's typical budget at her summer draught, by hand. */
  @Test
  void theBudgetShowsEachCause() {
    Surveyed result = level(SurveyAccuracy.TYPICAL, 5.2, 1.025, 0.02);
    UncertaintyBudget cargo = result.cargoUncertainty();
    double perMetre = 1545.0;
    assertThat(cargo.tonnes(Cause.SENSORS)).isCloseTo(0.545 * 0.010 * perMetre, within(0.1));
    assertThat(cargo.tonnes(Cause.WAVES)).isCloseTo(0.545 * 0.020 * perMetre, within(0.2));
    assertThat(cargo.tonnes(Cause.COMMON_BIAS)).isCloseTo(0.010 * perMetre, within(0.1));
    assertThat(cargo.tonnes(Cause.DENSITY)).isCloseTo(6414.8 / 1.025 * 0.001, within(0.01));
    assertThat(cargo.tonnes(Cause.DEDUCTIBLES)).isEqualTo(12);
    assertThat(cargo.tonnes(Cause.CONSTANT)).isEqualTo(15);
    assertThat(cargo.u95Tonnes()).isEqualTo(result.cargo().orElseThrow().u95Tonnes());
    assertThat(result.displacementUncertainty().tonnes(Cause.CONSTANT)).isZero();
    assertThat(result.displacementUncertainty().u95Tonnes()).isLessThan(cargo.u95Tonnes());
    assertThat(cargo.print()).contains("common bias    15.45 t").contains("U95 ");
  }

  /** Two centimetres of mean draught are two TPC: 68, 90, 112 and 300 t by ship size. */
  @ParameterizedTest
  @CsvSource({"34, 68", "45, 90", "56, 112", "150, 300"})
  void twoCentimetresOfBias(double tpc, double tonnes) {
    String csv =
        "draught_m,displacement_t,tpc_t_per_cm,mctc_tm_per_cm,lcf_from_ap_m\n4,"
            + 400 * tpc
            + ","
            + tpc
            + ",100,50\n6,"
            + 600 * tpc
            + ","
            + tpc
            + ",100,50\n";
    HydrostaticTable box = ((TableImport.Imported) HydrostaticTable.parse(csv, 1.025)).table();
    SurveyResult result =
        new DraughtSurvey(PARTICULARS, box, new SurveyAccuracy(0, 0.02, 0, 0, 0))
            .survey(
                readings(5, 5, 5, 5, 5, 5), new SurveyConditions(1.025, 0, OptionalInt.of(0), 0));
    assertThat(result).isInstanceOf(Surveyed.class);
    UncertaintyBudget budget = ((Surveyed) result).displacementUncertainty();
    assertThat(budget.tonnes(Cause.COMMON_BIAS)).isCloseTo(tonnes, within(1e-6));
  }

  /** A pressure sensor errs a quarter as much in mass when the density sample is wrong. */
  @Test
  void densityMattersLessToPressureSensors() {
    double length =
        level(new SurveyAccuracy(0, 0, 0.001, 0, 0), 5.2, 1.025, 0)
            .displacementUncertainty()
            .tonnes(Cause.DENSITY);
    double pressure =
        level(new SurveyAccuracy(0, 0, 0.001, 0, 0, DraughtPrinciple.PRESSURE), 5.2, 1.025, 0)
            .displacementUncertainty()
            .tonnes(Cause.DENSITY);
    assertThat(pressure / length).isCloseTo(0.25, within(0.01));
  }

  /** Before and after at one berth: what both share takes itself away. */
  @ParameterizedTest
  @CsvSource({"GOOD, 12.1", "TYPICAL, 24.0"})
  void theDifferenceOfTwoSurveysIsTwiceAsSure(String name, double u95) {
    SurveyAccuracy accuracy = name.equals("GOOD") ? SurveyAccuracy.GOOD : SurveyAccuracy.TYPICAL;
    UncertaintyBudget before = level(accuracy, 4.6, 1.025, 0).cargoUncertainty();
    UncertaintyBudget after = level(accuracy, 5.2, 1.025, 0).cargoUncertainty();
    UncertaintyBudget difference =
        UncertaintyBudget.ofDifference(before, after, UncertaintyBudget.SAME_STAY);
    assertThat(difference.u95Tonnes()).isCloseTo(u95, within(0.5));
    assertThat(difference.tonnes(Cause.CONSTANT)).isZero();
    assertThat(difference.tonnes(Cause.DENSITY)).isLessThan(before.tonnes(Cause.DENSITY) / 5);
  }

  /** The exact displacement of every worked example of the ferry lies within what is stated. */
  @ParameterizedTest
  @CsvSource({
    "5, 5, 5, 5, 5, 5, 1.025, 6106.89",
    "4.3824, 4.3824, 4.8, 4.8, 5.2005, 5.2005, 1.018, 5825.43",
    "4.873864, 4.674889, 5.169487, 4.970513, 5.420645, 5.221671, 1.010, 6158.02"
  })
  void theExactDisplacementIsInsideTheBand(
      double fp, double fs, double mp, double ms, double ap, double as, double rho, double exact) {
    Surveyed result = surveyed(SurveyAccuracy.GOOD, readings(fp, fs, mp, ms, ap, as), rho, 0, 0, 0);
    assertThat(result.displacement().tonnes())
        .isCloseTo(exact, within(result.displacementUncertainty().u95Tonnes()))
        .isCloseTo(exact, within(2.0));
  }

  static Stream<Arguments> accuracies() {
    return Stream.of(
        Arguments.of("good", SurveyAccuracy.GOOD, 0.0),
        Arguments.of("typical", SurveyAccuracy.TYPICAL, 0.0),
        Arguments.of("good sensors in waves", SurveyAccuracy.GOOD, 0.02),
        Arguments.of("pressure sensors", PRESSURE, 0.005));
  }

  /** Loadings whose truth is known, every error drawn from what the survey was told. */
  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @MethodSource("accuracies")
  void theBandHoldsTheTruthAsOftenAsItSays(String name, SurveyAccuracy accuracy, double waves) {
    Random random = new Random(SEED);
    int inside = 0;
    for (int i = 0; i < LOADINGS; i++) {
      inside += isInside(random, accuracy, waves) ? 1 : 0;
    }
    assertThat(100.0 * inside / LOADINGS).as(name + ", seed " + SEED).isBetween(90.0, 98.0);
  }

  private boolean isInside(Random random, SurveyAccuracy accuracy, double waves) {
    double density = 1.005 + 0.02 * random.nextDouble();
    double midship = 4.5 + 0.8 * random.nextDouble();
    double trim = -0.3 + 1.2 * random.nextDouble();
    double half = 0.06 * (random.nextDouble() - 0.5);
    double sag = 0.04 * (random.nextDouble() - 0.5);
    double forward = midship - trim * 0.464;
    double aft = midship + trim * 0.445;
    double[] truth = {
      forward - half,
      forward + half,
      midship + sag - half,
      midship + sag + half,
      aft - half,
      aft + half
    };
    int passengers = random.nextInt(200);
    double exact =
        surveyed(accuracy, readings(truth), density, 700, passengers, 0)
            .cargo()
            .orElseThrow()
            .massTonnes();

    double sampled = density + random.nextGaussian() * accuracy.densitySigmaTonnesPerCubicMetre();
    double bias = random.nextGaussian() * accuracy.commonBiasMetres();
    double[] read = truth.clone();
    for (int i = 0; i < read.length; i++) {
      if (accuracy.principle() == DraughtPrinciple.PRESSURE) {
        read[i] *= density / sampled;
      }
      read[i] +=
          bias
              + random.nextGaussian() * accuracy.sensorSigmaMetres()
              + random.nextGaussian() * waves;
    }
    double deductibles =
        700
            + random.nextGaussian() * accuracy.deductiblesSigmaTonnes()
            + random.nextGaussian() * accuracy.constantSigmaTonnes();
    CargoMeasured measured =
        surveyed(accuracy, readings(read), sampled, deductibles, passengers, waves)
            .cargo()
            .orElseThrow();
    return Math.abs(measured.massTonnes() - exact) <= measured.u95Tonnes();
  }

  private Surveyed level(SurveyAccuracy accuracy, double draught, double density, double scatter) {
    double[] same = {draught, draught, draught, draught, draught, draught};
    return surveyed(accuracy, readings(same), density, 0, 0, scatter);
  }

  private Surveyed surveyed(
      SurveyAccuracy accuracy,
      ObservedDraughts observed,
      double density,
      double deductibles,
      int passengers,
      double scatter) {
    SurveyResult result =
        new DraughtSurvey(PARTICULARS, table, accuracy)
            .survey(
                observed,
                new SurveyConditions(density, deductibles, OptionalInt.of(passengers), scatter));
    assertThat(result).as(List.of(observed, density).toString()).isInstanceOf(Surveyed.class);
    return (Surveyed) result;
  }

  /**
   * A sag of 3 cm: a part of 0.174 of it reaches the perpendiculars' draughts through marks inside
   * them, a quarter of that the quarter mean, and 0.03 of it is the doubt of the waterplane.
   */
  @Test
  void aBendIsInDoubtByItsShareOfTheMean() {
    Surveyed sagging = trimmedAndBent(0, 0.03);
    assertThat(sagging.floating().deflectionMetres()).isCloseTo(0.03, within(1e-9));
    double share = 0.17408 / 4 + 0.03;
    assertThat(sagging.cargoUncertainty().tonnes(Cause.HULL_FORM))
        .isCloseTo(0.03 * share * 1535.1, within(0.01));
    assertThat(trimmedAndBent(0, -0.03).cargoUncertainty().tonnes(Cause.HULL_FORM))
        .as("a hog as much")
        .isCloseTo(0.03 * share * 1533, within(0.01));
    assertThat(trimmedAndBent(0, 0).cargoUncertainty().tonnes(Cause.HULL_FORM)).isZero();
  }

  @Test
  void aQuarterOfTheSecondTrimCorrectionIsInDoubt() {
    Surveyed trimmed = trimmedAndBent(1.2, 0);
    double second = trimmed.displacement().secondTrimCorrectionTonnes();
    assertThat(second).isGreaterThan(4);
    assertThat(trimmed.cargoUncertainty().tonnes(Cause.HULL_FORM))
        .isCloseTo(second / 4, within(1e-3));
  }

  @Test
  void theListCorrectionIsInDoubtByItself() {
    Surveyed listed =
        surveyed(SurveyAccuracy.GOOD, readings(4.6, 5.4, 4.6, 5.4, 4.6, 5.4), 1.025, 0, 0, 0);
    double list = listed.displacement().listCorrectionTonnes();
    assertThat(list).isGreaterThan(1.5);
    assertThat(listed.cargoUncertainty().tonnes(Cause.HULL_FORM)).isCloseTo(list, within(1e-6));
  }

  /** Each reading's part by hand: LCF 20 m abaft midship of a ship of 100 m, marks at the ends. */
  @Test
  void eachSensorCountsByMeanAndTrim() {
    String csv =
        "draught_m,displacement_t,tpc_t_per_cm,mctc_tm_per_cm,lcf_from_ap_m\n"
            + "4,4000,10,100,30\n6,6000,10,100,30\n";
    HydrostaticTable box = ((TableImport.Imported) HydrostaticTable.parse(csv, 1.025)).table();
    ShipParticulars ship = new ShipParticulars(100, 20, new MarkPositions(100, 50, 0), 3000, 5.2);
    SurveyResult result =
        new DraughtSurvey(ship, box, new SurveyAccuracy(0.01, 0, 0, 0, 0))
            .survey(
                readings(5, 5, 5, 5, 5, 5), new SurveyConditions(1.025, 0, OptionalInt.of(0), 0));
    double aft = 0.5 / 8 + 0.5 * 20 / 100;
    double forward = 0.5 / 8 - 0.5 * 20 / 100;
    double midship = 0.5 * 6 / 8;
    double metres = Math.sqrt(2 * (aft * aft + forward * forward + midship * midship));
    assertThat(((Surveyed) result).displacementUncertainty().tonnes(Cause.SENSORS))
        .isCloseTo(metres * 1000 * 0.01, within(1e-9));
  }

  @Test
  void aSumOfReadingsScattersAsTheirSquares() {
    Scatter scatter = Scatter.independent(0.01);
    assertThat(scatter.standard(Map.of(DraughtMark.AFT_PORT, 3.0, DraughtMark.AFT_STARBOARD, -4.0)))
        .isCloseTo(0.05, within(1e-12));
    assertThat(scatter.greatestMetres()).isEqualTo(0.01);
    assertThat(Scatter.independent(0).greatestMetres()).isZero();
    assertThatThrownBy(() -> Scatter.independent(-0.001)).hasMessageContaining("must be >= 0");
    assertThatThrownBy(() -> Scatter.independent(Double.NaN)).hasMessageContaining("NaN");
  }

  private Surveyed trimmedAndBent(double trim, double sag) {
    double forward = 5 - trim * 0.464;
    double aft = 5 + trim * 0.445;
    return surveyed(
        SurveyAccuracy.GOOD,
        readings(forward, forward, 5 + sag, 5 + sag, aft, aft),
        1.025,
        0,
        0,
        0);
  }
}
