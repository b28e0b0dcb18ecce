package org.plimsoll.naval.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.ShipParticulars;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.UncertaintyBudget.Cause;
import org.plimsoll.naval.form.Appraisal.Standing;
import org.plimsoll.naval.form.FormHydrostatics.Entered;
import org.plimsoll.naval.form.FormHydrostatics.EnteredRow;
import org.plimsoll.naval.form.FormHydrostatics.SummerImmersion;

class FormAppraisalTest {

  private static final MarkPositions MARKS = new MarkPositions(96.4, 50, 5.5);
  private static final FormShip SHIP = new FormShip(100, MARKS, 0, MeanForm.SEAGOING);
  private static final double[] CALM = {4.80, 4.80, 5.00, 5.00, 5.18, 5.18};

  private double scatter;
  private OptionalDouble inclinometer = OptionalDouble.empty();
  private Optional<Duration> densityAge = Optional.empty();
  private OptionalDouble constant = OptionalDouble.empty();
  private double lightship = 4515;

  @Test
  void aCalmSurveyIsGoodAndItsBudgetNamesEveryCause() {
    constant = OptionalDouble.of(100);
    Appraisal appraisal = appraise(draughts(CALM));
    assertThat(appraisal.standing()).isEqualTo(Standing.GOOD);
    assertThat(appraisal.remarks()).isEmpty();
    assertThat(appraisal.listDegrees()).isZero();
    UncertaintyBudget load = appraisal.load().orElseThrow();
    assertThat(load.standardTonnes())
        .containsKeys(
            Cause.SENSORS, Cause.COMMON_BIAS, Cause.DENSITY, Cause.DEDUCTIBLES, Cause.CONSTANT);
    assertThat(load.tonnes(Cause.CONSTANT)).isEqualTo(15);
    assertThat(appraisal.net().orElseThrow().tonnes(Cause.DEDUCTIBLES)).isEqualTo(12);
    assertThat(appraisal.net().orElseThrow().tonnes(Cause.CONSTANT)).isZero();
    assertThat(appraisal.displacement().orElseThrow().tonnes(Cause.DEDUCTIBLES)).isZero();
  }

  /** The running survey propagates by its own formulas; both say the same. */
  @Test
  void theBudgetIsThatOfTheRunningSurvey() {
    scatter = 0.007;
    ObservedDraughts listed = draughts(4.78, 4.82, 5.03, 5.07, 5.16, 5.20);
    UncertaintyBudget ours = appraise(listed).displacement().orElseThrow();
    ShipParticulars ship = new ShipParticulars(100, 19, MARKS, 4515, 5.2);
    SurveyResult.Surveyed running =
        (SurveyResult.Surveyed)
            new DraughtSurvey(ship, ExampleForms.ferry(), SurveyAccuracy.TYPICAL)
                .survey(listed, new SurveyConditions(1.02, 0, OptionalInt.empty(), scatter));
    for (Cause cause : running.displacementUncertainty().standardTonnes().keySet()) {
      double wanted = running.displacementUncertainty().tonnes(cause);
      assertThat(ours.tonnes(cause)).as(cause.name()).isCloseTo(wanted, within(0.02 * wanted));
    }
  }

  @Test
  void fiveDraughtsDoWithAWiderBand() {
    Map<DraughtMark, Double> five = new EnumMap<>(draughts(CALM).metres());
    five.remove(DraughtMark.FORWARD_PORT);
    Appraisal appraisal = appraise(new ObservedDraughts(five));
    assertThat(appraisal.standing()).isEqualTo(Standing.DEGRADED);
    assertThat(appraisal.remarks())
        .containsExactly(
            "5 of 6 draughts: the others follow from the" + " list of the complete pairs");
    assertThat(appraisal.observed().metres()).hasSize(6);
    assertThat(appraisal.displacement().orElseThrow().tonnes(Cause.SENSORS))
        .isGreaterThan(
            1.005 * appraise(draughts(CALM)).displacement().orElseThrow().tonnes(Cause.SENSORS));
  }

  @Test
  void aMissingSideFollowsFromTheList() {
    Map<DraughtMark, Double> four = new EnumMap<>(draughts(4.7, 4.9, 4.9, 5.1, 5.1, 5.3).metres());
    four.remove(DraughtMark.FORWARD_PORT);
    four.remove(DraughtMark.AFT_STARBOARD);
    Map<DraughtMark, Double> all = new ObservedDraughts(four).completed().orElseThrow().metres();
    assertThat(all.get(DraughtMark.FORWARD_PORT)).isCloseTo(4.7, within(1e-12));
    assertThat(all.get(DraughtMark.AFT_STARBOARD)).isCloseTo(5.3, within(1e-12));
    assertThat(all.get(DraughtMark.MIDSHIP_PORT)).isEqualTo(4.9);
  }

  @Test
  void threeDraughtsOnOneSideAreNotEnough() {
    Map<DraughtMark, Double> three = new EnumMap<>(DraughtMark.class);
    three.put(DraughtMark.FORWARD_PORT, 4.8);
    three.put(DraughtMark.MIDSHIP_PORT, 5.0);
    three.put(DraughtMark.AFT_PORT, 5.18);
    Appraisal appraisal = appraise(new ObservedDraughts(three));
    assertThat(appraisal.standing()).isEqualTo(Standing.INCONCLUSIVE);
    assertThat(appraisal.lines()).isEmpty();
    assertThat(appraisal.load()).isEmpty();
    assertThat(appraisal.remarks()).singleElement().asString().startsWith("3 draughts are not");
  }

  /** Each just within and just beyond what is allowed. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "list           | 4.72 4.88 4.92 5.08 5.10 5.26 | GOOD         | ''",
        "list beyond    | 4.71 4.89 4.91 5.09 5.09 5.27 | DEGRADED     | list of 0.54 degrees,"
            + " standard 0.50",
        "twist          | 4.80 4.80 5.00 5.00 5.16 5.199 | GOOD        | ''",
        "twist beyond   | 4.80 4.80 5.00 5.00 5.16 5.201 | DEGRADED    | differ by 0.041 m more",
        "sag            | 4.80 4.80 5.085 5.085 5.18 5.18 | GOOD       | ''",
        "sag beyond     | 4.80 4.80 5.10 5.10 5.18 5.18 | INCONCLUSIVE | deflection of 0.106 m is"
            + " more than the 0.100 m",
        "hog beyond     | 4.80 4.80 4.88 4.88 5.18 5.18 | INCONCLUSIVE | deflection of -0.114 m",
        "outside        | 6.60 6.60 6.60 6.60 6.60 6.60 | INCONCLUSIVE | mean draught 6.600 m"
            + " outside the table's 2.500 to 6.500",
        "end of table   | 6.30 6.30 6.30 6.30 6.30 6.30 | DEGRADED     | no second trim"
            + " correction"
      })
  void whatContradictsItselfIsSaid(String name, String draughts, Standing standing, String text) {
    double[] metres = new double[6];
    String[] parts = draughts.split(" ");
    for (int i = 0; i < 6; i++) {
      metres[i] = Double.parseDouble(parts[i]);
    }
    Appraisal appraisal = appraise(draughts(metres));
    assertThat(appraisal.standing()).isEqualTo(standing);
    if (text.isEmpty()) {
      assertThat(appraisal.remarks()).isEmpty();
    } else {
      assertThat(appraisal.remarks()).anyMatch(remark -> remark.contains(text));
    }
    assertThat(appraisal.lines()).as("the draughts are shown in any case").isPresent();
  }

  /** A swell is allowed for in the judgement of draughts. */
  @Test
  void aSwellExplainsWhatStillWaterCannot() {
    scatter = 0.02;
    Appraisal twisted = appraise(draughts(4.80, 4.80, 5.00, 5.00, 5.16, 5.27));
    assertThat(twisted.standing()).isEqualTo(Standing.GOOD);
    Appraisal bent = appraise(draughts(4.80, 4.80, 5.12, 5.12, 5.18, 5.18));
    assertThat(bent.standing()).isEqualTo(Standing.GOOD);
    assertThat(bent.displacement().orElseThrow().tonnes(Cause.WAVES)).isPositive();
    assertThat(SurveyCircumstances.scatterOfRange(0.06)).isCloseTo(0.01732, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0.19, GOOD", "0.21, DEGRADED", "-0.21, DEGRADED"})
  void theInclinometerMustAgree(double degrees, Standing standing) {
    inclinometer = OptionalDouble.of(Math.toRadians(degrees));
    Appraisal appraisal = appraise(draughts(CALM));
    assertThat(appraisal.standing()).isEqualTo(standing);
    if (standing == Standing.DEGRADED) {
      assertThat(appraisal.remarks()).singleElement().asString().contains("by inclinometer");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, GOOD, ''",
    "120, GOOD, ''",
    "121, DEGRADED, 'stale density: the sample is 121 min old, a sample holds 120 min'",
    "-5, DEGRADED, the density sample is 5 min younger than the survey"
  })
  void anOldDensitySampleIsSaid(long minutes, Standing standing, String remark) {
    densityAge = Optional.of(Duration.ofMinutes(minutes));
    Appraisal appraisal = appraise(draughts(CALM));
    assertThat(appraisal.standing()).isEqualTo(standing);
    assertThat(appraisal.remarks()).isEqualTo(remark.isEmpty() ? List.of() : List.of(remark));
  }

  /** Within the band a negative constant may be chance, beyond it something is wrong. */
  @ParameterizedTest
  @CsvSource({
    "5900, GOOD, ''",
    "5920, DEGRADED, negative constant: -",
    "5960, INCONCLUSIVE, 'so a draught, the density or a deductible is wrong'"
  })
  void aNegativeConstantIsSaid(double tonnes, Standing standing, String text) {
    lightship = tonnes;
    Appraisal appraisal = appraise(draughts(CALM));
    assertThat(appraisal.standing()).isEqualTo(standing);
    if (text.isEmpty()) {
      assertThat(appraisal.remarks()).isEmpty();
    } else {
      assertThat(appraisal.remarks()).singleElement().asString().contains(text);
    }
  }

  @Test
  void aNegativeCargoIsSaidByItsName() {
    lightship = 5700;
    constant = OptionalDouble.of(300);
    assertThat(appraise(draughts(CALM)).remarks())
        .singleElement()
        .asString()
        .startsWith("negative cargo: -");
  }

  @Test
  void withoutDeductiblesThereIsADisplacementAlone() {
    Appraisal appraisal =
        appraisal(draughts(CALM))
            .appraise(
                new FormHydrostatics.EvenKeel(ExampleForms.ferry()),
                1.025,
                Optional.empty(),
                Precision.FULL);
    assertThat(appraisal.displacement()).isPresent();
    assertThat(appraisal.net()).isEmpty();
    assertThat(appraisal.load()).isEmpty();
    assertThat(appraisal.standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void aTableByTrimNeedsNoTrimCorrections() {
    Appraisal appraisal =
        appraisal(draughts(CALM))
            .appraise(
                new FormHydrostatics.ByTrim(ExampleForms.ferryByTrim(), ExampleForms.ferry()),
                1.025,
                Optional.empty(),
                Precision.FULL);
    assertThat(appraisal.standing()).isEqualTo(Standing.GOOD);
    assertThat(appraisal.remarks()).containsExactly("table by trim: no trim corrections");
  }

  /** The end of two typed rows lets a reading be moved to one side only. */
  @ParameterizedTest
  @CsvSource({"5.00", "5.05", "5.10"})
  void theBudgetHoldsAtTheEndOfTheRows(double draught) {
    Entered rows = rows(15.4, 15.4);
    UncertaintyBudget budget =
        appraisal(draughts(draught, draught, draught, draught, draught, draught))
            .appraise(rows, 1.025, Optional.empty(), Precision.FULL)
            .displacement()
            .orElseThrow();
    double perMetre = 1540;
    assertThat(budget.tonnes(Cause.COMMON_BIAS)).isCloseTo(0.010 * perMetre, within(0.01));
  }

  /** The list correction of typed rows: by the summer TPC where both rows have the same. */
  @Test
  void theSummerImmersionServesTheListCorrection() {
    ObservedDraughts listed = draughts(5.00, 5.10, 5.00, 5.10, 5.00, 5.10);
    Entered flat = rows(15.4, 15.4);
    CompletedForm form =
        appraisal(listed)
            .appraise(flat, 1.025, Optional.empty(), Precision.FULL)
            .lines()
            .orElseThrow();
    double slope = (16.0 - 15.4) / (5.25 - 5.05);
    assertThat(ExampleForms.value(form, FormLine.LIST_CORRECTION))
        .isCloseTo(6 * 0.1 * 0.1 * slope, within(1e-9));
    Appraisal unequal =
        appraisal(listed).appraise(rows(15.3, 15.4), 1.025, Optional.empty(), Precision.FULL);
    assertThat(unequal.lines().orElseThrow().value(FormLine.LIST_CORRECTION)).isEmpty();
    assertThat(unequal.standing()).isEqualTo(Standing.DEGRADED);
  }

  @Test
  void aBreadthOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> circumstances(0))
        .withMessageContaining("breadth between marks of 0.0 m");
  }

  private static Entered rows(double lowerTpc, double upperTpc) {
    return new Entered(
        new EnteredRow(5.00, 6107, lowerTpc, 0),
        new EnteredRow(5.10, 6261, upperTpc, 0),
        94,
        94,
        Optional.empty(),
        Optional.of(new SummerImmersion(5.25, 16.0)),
        1.025);
  }

  private Appraisal appraise(ObservedDraughts observed) {
    return appraisal(observed)
        .appraise(
            new FormHydrostatics.EvenKeel(ExampleForms.ferry()),
            1.02,
            Optional.of(
                new FormSurvey.Masses(
                    lightship, List.of(new FormSurvey.Deductible("oil", 200)), constant)),
            Precision.FULL);
  }

  private FormAppraisal appraisal(ObservedDraughts observed) {
    return new FormAppraisal(SHIP, observed, circumstances(19));
  }

  private SurveyCircumstances circumstances(double breadth) {
    Map<DraughtMark, Double> each = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      each.put(mark, scatter);
    }
    return new SurveyCircumstances(
        breadth,
        each,
        inclinometer,
        densityAge,
        SurveyCircumstances.DENSITY_VALIDITY,
        SurveyAccuracy.TYPICAL);
  }

  private static ObservedDraughts draughts(double... metres) {
    Map<DraughtMark, Double> observed = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      observed.put(mark, metres[mark.ordinal()]);
    }
    return new ObservedDraughts(observed);
  }
}
