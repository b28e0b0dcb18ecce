package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.ReferenceShip.PARTICULARS;
import static org.plimsoll.naval.ReferenceShip.readings;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.CargoMeasured.Overload;
import org.plimsoll.naval.SurveyResult.Surveyed;
import org.plimsoll.naval.SurveyResult.Unsurveyable;
import org.plimsoll.vocabulary.Quality;

class DraughtSurveyTest {

  private static final double NONE = Double.NaN;

  private final HydrostaticTable table = ReferenceShip.table();
  private final DraughtSurvey survey = new DraughtSurvey(PARTICULARS, table, SurveyAccuracy.GOOD);

  /** Even keel, 5.000 m, sea water. */
  @Test
  void evenKeel() {
    Surveyed result = surveyed(readings(5, 5, 5, 5, 5, 5), 1.025);
    assertThat(result.floating().quarterMeanMetres()).isCloseTo(5, within(1e-12));
    assertThat(result.displacement().tonnes()).isCloseTo(6106.893, within(0.05));
    assertThat(result.quality()).isEqualTo(Quality.GOOD);
  }

  /** 0.90 m by the stern in dock water: the chain comes within 0.05 t of each published step. */
  @Test
  void trimmedInDockWater() {
    Surveyed result = surveyed(readings(4.3824, 4.3824, 4.8, 4.8, 5.2005, 5.2005), 1.018);
    assertThat(result.floating().forwardPerpendicularMetres()).isCloseTo(4.35, within(1e-6));
    assertThat(result.floating().midshipMetres()).isCloseTo(4.8, within(1e-6));
    assertThat(result.floating().aftPerpendicularMetres()).isCloseTo(5.25, within(1e-6));
    assertThat(result.floating().trimMetres()).isCloseTo(0.9, within(1e-6));
    assertThat(result.displacement().tableTonnes()).isCloseTo(5801.279, within(0.05));
    assertThat(result.displacement().firstTrimCorrectionTonnes()).isCloseTo(61.3655, within(0.05));
    assertThat(result.displacement().secondTrimCorrectionTonnes()).isCloseTo(2.8480, within(0.05));
    assertThat(result.displacement().listCorrectionTonnes()).isCloseTo(0, within(1e-9));
    assertThat(result.displacement().tonnes()).isCloseTo(5825.4355, within(0.05));
  }

  /** Trim, 0.6 degrees of list to port, 2 cm of sag, brackish water. */
  @Test
  void trimmedListedAndSagged() {
    Surveyed result =
        surveyed(readings(4.873864, 4.674889, 5.169487, 4.970513, 5.420645, 5.221671), 1.010);
    assertThat(result.floating().forwardPerpendicularMetres()).isCloseTo(4.752722, within(1e-5));
    assertThat(result.floating().aftPerpendicularMetres()).isCloseTo(5.354242, within(1e-5));
    assertThat(result.floating().trimMetres()).isCloseTo(0.60152, within(1e-5));
    assertThat(result.floating().deflectionMetres()).isCloseTo(0.0165184, within(1e-5));
    assertThat(result.floating().quarterMeanMetres()).isCloseTo(5.06587, within(1e-5));
    assertThat(Math.toDegrees(result.floating().listRadians())).isCloseTo(-0.6, within(1e-3));
    assertThat(result.displacement().tableTonnes()).isCloseTo(6208.0677, within(0.05));
    assertThat(result.displacement().firstTrimCorrectionTonnes()).isCloseTo(41.7529, within(0.05));
    assertThat(result.displacement().secondTrimCorrectionTonnes()).isCloseTo(1.1709, within(0.05));
    assertThat(result.displacement().listCorrectionTonnes()).isCloseTo(0.1332, within(0.05));
    assertThat(result.displacement().tonnes()).isCloseTo(6159.6448, within(0.05));
    assertThat(result.quality()).isEqualTo(Quality.DEGRADED);
    assertThat(result.remarks()).singleElement().asString().contains("list of -0.60 degrees");
  }

  /** A box barge with marks inside the perpendiculars: exact by geometry. */
  @Test
  void boxBargeIsExact() {
    String csv =
        """
        draught_m,displacement_t,tpc_t_per_cm,mctc_tm_per_cm,lcf_from_ap_m,lcb_from_ap_m,kmt_m
        4.0,8200,20.5,170.8333333333,50,50,10
        5.5,11275,20.5,170.8333333333,50,50,10
        """;
    HydrostaticTable box = ((TableImport.Imported) HydrostaticTable.parse(csv, 1.025)).table();
    ShipParticulars barge = new ShipParticulars(100, 20, new MarkPositions(97, 50.5, 4), 1000, 5);
    SurveyResult result =
        new DraughtSurvey(barge, box, SurveyAccuracy.GOOD)
            .survey(readings(4.424, 4.424, 4.796, 4.796, 5.168, 5.168), conditions(1.010, 0));
    assertThat(result).isInstanceOf(Surveyed.class);
    Surveyed surveyed = (Surveyed) result;
    assertThat(surveyed.floating().forwardPerpendicularMetres()).isCloseTo(4.4, within(1e-9));
    assertThat(surveyed.floating().midshipMetres()).isCloseTo(4.8, within(1e-9));
    assertThat(surveyed.floating().aftPerpendicularMetres()).isCloseTo(5.2, within(1e-9));
    assertThat(surveyed.displacement().tonnes()).isCloseTo(9696, within(1e-6));
    assertThat(surveyed.remarks()).isEmpty();
  }

  /** Centre of flotation aft and trim by the stern: the correction adds. */
  @Test
  void firstTrimCorrectionHasItsSign() {
    String csv =
        """
        draught_m,displacement_t,tpc_t_per_cm,mctc_tm_per_cm,lcf_from_ap_m,lcb_from_ap_m,kmt_m
        4.0,5740,14.35,112.2619047593,42.857142857142854,45,10
        6.0,8610,14.35,112.2619047593,42.857142857142854,45,10
        """;
    HydrostaticTable wedge = ((TableImport.Imported) HydrostaticTable.parse(csv, 1.025)).table();
    ShipParticulars ship = new ShipParticulars(100, 20, new MarkPositions(100, 50, 0), 1000, 5);
    Surveyed result =
        (Surveyed)
            new DraughtSurvey(ship, wedge, SurveyAccuracy.GOOD)
                .survey(readings(4, 4, 5, 5, 6, 6), conditions(1.025, 0));
    assertThat(result.displacement().firstTrimCorrectionTonnes()).isCloseTo(205, within(1e-6));
    assertThat(result.displacement().tonnes()).isCloseTo(7380, within(1e-6));
  }

  @Test
  void cargoIsWhatRemains() {
    SurveyResult result =
        survey.survey(
            readings(5, 5, 5, 5, 5, 5), new SurveyConditions(1.025, 700, OptionalInt.of(200), 0));
    CargoMeasured cargo = ((Surveyed) result).cargo().orElseThrow();
    assertThat(cargo.massTonnes()).isCloseTo(6106.893 - 4515 - 700 - 15, within(0.01));
  }

  @Test
  void unknownPassengersMeanNoCargoFigure() {
    SurveyResult result =
        survey.survey(
            readings(5, 5, 5, 5, 5, 5), new SurveyConditions(1.025, 700, OptionalInt.empty(), 0));
    assertThat(((Surveyed) result).cargo()).isEmpty();
  }

  /** The published budgets of a ferry at her summer draught. */
  @ParameterizedTest
  @CsvSource({
    "0.005, 0.003, 0.0005, 6, 5, 21",
    "0.010, 0.010, 0.001, 12, 15, 54",
    "0.020, 0.020, 0.003, 24, 30, 111"
  })
  void uncertaintyBudget(
      double sensor, double bias, double density, double tanks, double constant, double u95) {
    DraughtSurvey budgeted =
        new DraughtSurvey(
            PARTICULARS, table, new SurveyAccuracy(sensor, bias, density, tanks, constant));
    CargoMeasured cargo = cargo(budgeted, readings(5.2, 5.2, 5.2, 5.2, 5.2, 5.2), 0);
    assertThat(cargo.u95Tonnes()).isCloseTo(u95, within(0.6));
  }

  @Test
  void scatterAndMissingSensorsWidenTheBand() {
    double still = cargo(survey, readings(5, 5, 5, 5, 5, 5), 0).u95Tonnes();
    double rough = cargo(survey, readings(5, 5, 5, 5, 5, 5), 0.03).u95Tonnes();
    double four = cargo(survey, readings(5, NONE, 5, NONE, 5, 5), 0).u95Tonnes();
    assertThat(rough).isGreaterThan(1.5 * still);
    assertThat(four).isGreaterThan(still + 1);
  }

  @Test
  void aMissingSideIsCompletedFromTheList() {
    ObservedDraughts complete = readings(4.9, 5.0, 5.0, 5.1, 5.1, 5.2);
    double truth = surveyed(complete, 1.025).displacement().tonnes();
    Surveyed five = surveyed(readings(4.9, 5.0, NONE, 5.1, 5.1, 5.2), 1.025);
    Surveyed four = surveyed(readings(4.9, NONE, 5.0, NONE, 5.1, 5.2), 1.025);
    assertThat(five.displacement().tonnes()).isCloseTo(truth, within(1e-6));
    assertThat(five.loadLine().portMetres()).isCloseTo(0.2, within(1e-9));
    assertThat(four.displacement().tonnes()).isCloseTo(truth, within(1e-6));
    assertThat(five.quality()).isEqualTo(Quality.DEGRADED);
    assertThat(five.remarks()).contains("5 of 6 draughts");
  }

  @Test
  void withoutAStationOrAPairThereIsNoResult() {
    assertThat(reason(readings(NONE, NONE, 5, 5, 5, 5), 1.025)).contains("not enough");
    assertThat(reason(readings(5, NONE, 5, NONE, 5, NONE), 1.025)).contains("not enough");
    assertThat(reason(readings(NONE, NONE, NONE, NONE, NONE, NONE), 1.025)).contains("not enough");
  }

  @Test
  void outsideTheTableThereIsNoResult() {
    assertThat(reason(readings(2, 2, 2, 2, 2, 2), 1.025)).contains("outside the table's");
    assertThat(reason(readings(7, 7, 7, 7, 7, 7), 1.025)).contains("outside the table's");
    assertThat(reason(readings(5, 5, 5, 5, 5, 5), 1025)).contains("water density");
  }

  @Test
  void aFrozenTransmitterShowsAsABendThatNoHullHas() {
    assertThat(reason(readings(5, 5, 5.25, 5, 5, 5), 1.025)).contains("deflection of 0.125 m");
    SurveyResult atSea =
        survey.survey(
            readings(5, 5, 5.25, 5, 5, 5), new SurveyConditions(1.025, 0, OptionalInt.of(0), 0.02));
    assertThat(atSea).isInstanceOf(Surveyed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "5.000, 0, 0",
    "5.039, 0, 0",
    "5.041, 0, 1",
    "5.060, 0.006, 0",
    "5.065, 0.006, 1",
  })
  void aStationThatListsOtherwiseIsSaid(double forwardStarboard, double scatter, int remarks) {
    SurveyResult result =
        survey.survey(readings(5, forwardStarboard, 5, 5, 5, 5), conditions(1.025, scatter));
    assertThat(result).isInstanceOf(Surveyed.class);
    assertThat(((Surveyed) result).remarks()).hasSize(remarks);
    assertThat(((Surveyed) result).quality())
        .isEqualTo(remarks == 0 ? Quality.GOOD : Quality.DEGRADED);
  }

  @ParameterizedTest
  @CsvSource({"0.19, 0", "-0.19, 0", "0.21, 1", "-0.21, 1", "NaN, 1"})
  void theInclinometerIsCompared(double degrees, int remarks) {
    SurveyConditions conditions =
        new SurveyConditions(
            1.025, 0, OptionalInt.of(0), 0, OptionalDouble.of(Math.toRadians(degrees)));
    SurveyResult result = survey.survey(readings(5, 5, 5, 5, 5, 5), conditions);
    assertThat(result).isInstanceOf(Surveyed.class);
    assertThat(((Surveyed) result).remarks()).hasSize(remarks);
  }

  /** The marks count from the underside of a keel plate, the table from its upper side. */
  @Test
  void theKeelPlateComesOff() {
    ShipParticulars plated =
        new ShipParticulars(100, 19, new MarkPositions(96.40, 50.00, 5.50), 4515, 5.215, 0.015);
    SurveyResult result =
        new DraughtSurvey(plated, table, SurveyAccuracy.GOOD)
            .survey(readings(5.015, 5.015, 5.015, 5.015, 5.015, 5.015), conditions(1.025, 0));
    assertThat(result).isInstanceOf(Surveyed.class);
    Surveyed surveyed = (Surveyed) result;
    assertThat(surveyed.floating().quarterMeanMetres()).isCloseTo(5, within(1e-9));
    assertThat(surveyed.displacement().tonnes()).isCloseTo(6106.89, within(0.01));
    assertThat(surveyed.loadLine().governingMetres()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void nearTheEndOfTheTableACorrectionIsLeftOutAndSaid() {
    Surveyed result = surveyed(readings(6.2, 6.2, 6.2, 6.2, 6.2, 6.2), 1.025);
    assertThat(result.quality()).isEqualTo(Quality.DEGRADED);
    assertThat(result.remarks()).singleElement().asString().contains("second trim correction");
  }

  @Test
  void loadLineIsJudgedAtTheMidshipMarksOfEachSide() {
    LoadLineMargin sea = surveyed(readings(4.9, 5.0, 5.1, 5.2, 5.2, 5.3), 1.025).loadLine();
    assertThat(sea.portMetres()).isCloseTo(0.1, within(1e-9));
    assertThat(sea.starboardMetres()).isCloseTo(0.0, within(1e-9));
    assertThat(sea.governingMetres()).isCloseTo(0.0, within(1e-9));
    LoadLineMargin dock = surveyed(readings(5.2, 5.2, 5.2, 5.2, 5.2, 5.2), 1.010).loadLine();
    assertThat(dock.allowedDraughtMetres()).isCloseTo(5.2 + 0.1038 * 15 / 25, within(1e-4));
    LoadLineMargin over = surveyed(readings(5.3, 5.3, 5.3, 5.3, 5.3, 5.3), 1.025).loadLine();
    assertThat(over.governingMetres()).isCloseTo(-0.1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1000, 979, POSSIBLE", "1000, 1021.5, NONE", "1000, 978.5, CERTAIN"})
  void overloadIsJudgedWithTheBand(double mass, double limit, Overload expected) {
    assertThat(new CargoMeasured(mass, 21).against(limit)).isEqualTo(expected);
  }

  private Surveyed surveyed(ObservedDraughts observed, double density) {
    SurveyResult result = survey.survey(observed, conditions(density, 0));
    assertThat(result).isInstanceOf(Surveyed.class);
    return (Surveyed) result;
  }

  private String reason(ObservedDraughts observed, double density) {
    SurveyResult result = survey.survey(observed, conditions(density, 0));
    assertThat(result).isInstanceOf(Unsurveyable.class);
    return ((Unsurveyable) result).reason();
  }

  private static CargoMeasured cargo(
      DraughtSurvey survey, ObservedDraughts observed, double scatter) {
    SurveyResult result = survey.survey(observed, conditions(1.025, scatter));
    assertThat(result).isInstanceOf(Surveyed.class);
    return ((Surveyed) result).cargo().orElseThrow();
  }

  private static SurveyConditions conditions(double density, double scatter) {
    return new SurveyConditions(density, 0, OptionalInt.of(0), scatter);
  }

  /** The density correction is of what trim and list have made of the displacement. */
  @Test
  void densityCorrectsTheCorrectedDisplacement() {
    Displacement all = surveyed(readings(4.3, 4.7, 4.8, 5.2, 5.3, 5.7), 1.010).displacement();
    assertThat(all.firstTrimCorrectionTonnes()).isGreaterThan(10);
    assertThat(all.secondTrimCorrectionTonnes()).isGreaterThan(1);
    assertThat(all.listCorrectionTonnes()).isGreaterThan(0.3);
    double inTableWater =
        all.tableTonnes()
            + all.firstTrimCorrectionTonnes()
            + all.secondTrimCorrectionTonnes()
            + all.listCorrectionTonnes();
    assertThat(all.densityCorrectionTonnes())
        .isCloseTo(inTableWater * (1.010 - 1.025) / 1.025, within(1e-9));
    assertThat(all.tonnes()).isCloseTo(inTableWater * 1.010 / 1.025, within(1e-9));
  }

  @Test
  void theKeelPlateComesOffEachSideToo() {
    ShipParticulars plated =
        new ShipParticulars(100, 19, new MarkPositions(96.40, 50.00, 5.50), 4515, 5.2, 0.3);
    SurveyResult result =
        new DraughtSurvey(plated, table, SurveyAccuracy.GOOD)
            .survey(readings(4.3, 5.1, 4.3, 5.1, 4.3, 5.1), conditions(1.025, 0));
    double bare =
        surveyed(readings(4.0, 4.8, 4.0, 4.8, 4.0, 4.8), 1.025)
            .displacement()
            .listCorrectionTonnes();
    assertThat(bare).isGreaterThan(2);
    assertThat(((Surveyed) result).displacement().listCorrectionTonnes())
        .isCloseTo(bare, within(1e-9));
  }

  @Test
  void theSummerDraughtIsHeldAgainstTheTableWithoutThePlate() {
    MarkPositions marks = new MarkPositions(96.40, 50.00, 5.50);
    ShipParticulars plated = new ShipParticulars(100, 19, marks, 4515, 6.6, 0.1);
    assertThat(new DraughtSurvey(plated, table, SurveyAccuracy.GOOD)).isNotNull();
    ShipParticulars bare = new ShipParticulars(100, 19, marks, 4515, 6.6);
    assertThatThrownBy(() -> new DraughtSurvey(bare, table, SurveyAccuracy.GOOD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("summer draught 6.600 m outside the table's 2.500 to 6.500");
    assertThatThrownBy(() -> new ShipParticulars(0, 19, marks, 4515, 5.2))
        .hasMessageContaining("length between perpendiculars is 0.0");
  }

  @Test
  void bothTablesAreOfTheSameWater() {
    TrimmedTable fresh =
        new TrimmedTable(
            new double[] {4, 6}, new double[] {-1, 1}, new double[][] {{1, 2}, {3, 4}}, 1.0);
    Optional<TrimmedTable> trimmed = Optional.of(fresh);
    assertThatThrownBy(() -> new DraughtSurvey(PARTICULARS, table, trimmed, SurveyAccuracy.GOOD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tables for water of 1.025 and 1.0 t/m3");
  }

  @ParameterizedTest
  @CsvSource({"0.98, true", "1.06, true", "0.9799, false", "1.0601, false", "NaN, false"})
  void densitiesOfWater(double density, boolean surveyed) {
    SurveyResult result = survey.survey(readings(5, 5, 5, 5, 5, 5), conditions(density, 0));
    assertThat(result instanceof Surveyed).isEqualTo(surveyed);
  }

  /** A ship that lists evenly lists as her inclinometer says, and no station against another. */
  @Test
  void anEvenListIsNoContradiction() {
    double half = 9.5 * Math.tan(Math.toRadians(0.3));
    ObservedDraughts listed = readings(5 - half, 5 + half, 5 - half, 5 + half, 5 - half, 5 + half);
    SurveyConditions conditions =
        new SurveyConditions(
            1.025, 0, OptionalInt.of(0), 0, OptionalDouble.of(Math.toRadians(0.3)));
    Surveyed result = (Surveyed) survey.survey(listed, conditions);
    assertThat(Math.toDegrees(result.floating().listRadians())).isCloseTo(0.3, within(1e-9));
    assertThat(result.remarks()).isEmpty();
    SurveyConditions opposite =
        new SurveyConditions(
            1.025, 0, OptionalInt.of(0), 0, OptionalDouble.of(Math.toRadians(-0.3)));
    assertThat(((Surveyed) survey.survey(listed, opposite)).remarks())
        .containsExactly("list of 0.30 degrees by draughts, -0.30 by inclinometer");
  }

  @Test
  void twoPairsOfFiveReadingsMayContradictEachOther() {
    Surveyed result = surveyed(readings(5, 5.05, 5, 5, 5, NONE), 1.025);
    assertThat(result.remarks())
        .containsExactly(
            "5 of 6 draughts",
            "port and starboard differ by 0.050 m more at one station than at another");
    assertThat(surveyed(readings(5, NONE, 5, 5.05, 5, NONE), 1.025).remarks())
        .as("one pair alone cannot")
        .containsExactly("4 of 6 draughts");
  }

  @Test
  void readingsAreMovedDeeper() {
    ObservedDraughts read = readings(1, 2, 3, 4, 5, 6);
    assertThat(read.deeperAt(DraughtMark.MIDSHIP_PORT, 0.5))
        .isEqualTo(readings(1, 2, 3.5, 4, 5, 6));
    assertThat(read.deeper(0.5)).isEqualTo(readings(1.5, 2.5, 3.5, 4.5, 5.5, 6.5));
  }

  @Test
  void aLimitThatIsJustReachedIsNotExceeded() {
    assertThat(new CargoMeasured(1000, 21).against(1021)).isEqualTo(Overload.NONE);
    assertThat(new CargoMeasured(1000, 21).against(979)).isEqualTo(Overload.POSSIBLE);
  }
}
