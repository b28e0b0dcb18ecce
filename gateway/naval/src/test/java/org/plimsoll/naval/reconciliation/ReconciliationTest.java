package org.plimsoll.naval.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.reconciliation.Cargo.declared;
import static org.plimsoll.naval.reconciliation.Cargo.good;
import static org.plimsoll.naval.reconciliation.Cargo.lorries;
import static org.plimsoll.naval.reconciliation.Cargo.silent;
import static org.plimsoll.naval.reconciliation.Cargo.weighed;
import static org.plimsoll.naval.reconciliation.Cargo.weights;
import static org.plimsoll.naval.reconciliation.OverLimit.OVER_LIMIT_CERTAIN;
import static org.plimsoll.naval.reconciliation.OverLimit.OVER_LIMIT_POSSIBLE;
import static org.plimsoll.naval.reconciliation.OverLimit.UNKNOWN;
import static org.plimsoll.naval.reconciliation.OverLimit.WITHIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.reconciliation.BestWeight.Basis;
import org.plimsoll.naval.reconciliation.Manifest.Sum;
import org.plimsoll.vocabulary.Quality;

class ReconciliationTest {

  private static final OptionalDouble LIMIT = OptionalDouble.of(1000);

  @Test
  void theBestWeightIsWeighedElseDeclaredElseTheMeanOfTheClass() {
    Manifest.Weights weights =
        weights(
            new CargoUnit(
                "A",
                "lorry",
                "1",
                OptionalDouble.of(50),
                OptionalDouble.of(10),
                OptionalDouble.of(14)),
            declared("B", 20),
            silent("C", "lorry"));
    assertThat(weights.best()).extracting(BestWeight::tonnes).containsExactly(14.0, 20.0, 18.0);
    assertThat(weights.best())
        .extracting(BestWeight::basis)
        .containsExactly(Basis.WEIGHED, Basis.DECLARED, Basis.ESTIMATED);
    assertThat(weights.best().get(2).u95Tonnes()).isCloseTo(10.8, within(1e-9));
    assertThat(weights.declared()).hasValue(new Sum(30, Math.hypot(0.5, 1), 2, 3));
    assertThat(weights.weighed()).hasValue(new Sum(14, 0.05, 1, 3));
  }

  @ParameterizedTest
  @CsvSource({"0", "-3", "NaN", "Infinity"})
  void aWeightThatIsNotPositiveIsNoWeight(double tonnes) {
    Manifest.Weights weights = weights(declared("A", tonnes));
    assertThat(weights.best().get(0).basis()).isEqualTo(Basis.ESTIMATED);
  }

  /** 50 kg on each of 60 units are 0.4 t together; 5 % of 15 t on each are 6 t. */
  @Test
  void errorsOfUnitsAreIndependent() {
    assertThat(weights(lorries(true)).total().u95Tonnes()).isCloseTo(0.4, within(0.05));
    assertThat(weights(lorries(false)).total().u95Tonnes()).isCloseTo(6, within(0.5));
    assertThat(weights(lorries(true)).total().tonnes()).isCloseTo(900, within(1e-9));
  }

  @ParameterizedTest(name = "{0} t measured: {1}")
  @CsvSource({
    "900, MATCH",
    "909.9, MATCH",
    "890.1, MATCH",
    "910.1, CHECK",
    "880.1, CHECK",
    "919.9, CHECK",
    "920.1, DISCREPANCY",
    "879, DISCREPANCY"
  })
  void verdictByTheResidualAgainstItsOwnU95(double measured, Verdict verdict) {
    Reconciliation result = reconcile(lorries(true), good(measured, 10));
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.residual().orElseThrow().tonnes()).isCloseTo(measured - 900, within(1e-9));
  }

  @Test
  void theTextHasTheFiguresAndTheSide() {
    assertThat(reconcile(lorries(true), good(940, 13)).text())
        .isEqualTo(
            "DISCREPANCY: 40.0 t more aboard than weighed and declared, U95 13.0 t; WITHIN the"
                + " limit of 1000.0 t");
    assertThat(reconcile(lorries(true), good(860, 13)).text()).contains("40.0 t less aboard");
  }

  @Test
  void whatIsDegradedIsNeverAMatch() {
    Reconciliation result = reconcile(lorries(true), new Mass(900, 10, Quality.DEGRADED));
    assertThat(result.verdict()).isEqualTo(Verdict.UNVERIFIED);
    assertThat(result.residual()).isPresent();
    assertThat(result.text()).startsWith("UNVERIFIED: the measured cargo is DEGRADED; 0.0 t");
  }

  @Test
  void draughtsReadByAnOfficerMayVerify() {
    assertThat(reconcile(lorries(true), new Mass(900, 10, Quality.MANUAL)).verdict())
        .isEqualTo(Verdict.MATCH);
  }

  @Test
  void staleOrMissingMeasurementIsUnverified() {
    Reconciliation stale = reconcile(lorries(true), new Mass(2000, 10, Quality.STALE));
    assertThat(stale.verdict()).isEqualTo(Verdict.UNVERIFIED);
    assertThat(stale.residual()).isEmpty();
    assertThat(stale.overLimit()).isEqualTo(WITHIN);
    Reconciliation none = Reconciliation.of(LIMIT, weights(lorries(true)), Optional.empty());
    assertThat(none.verdict()).isEqualTo(Verdict.UNVERIFIED);
    assertThat(none.text()).contains("not measured");
  }

  @Test
  void unitsWithoutAnyWeightAreNamed() {
    CargoUnit[] units = new CargoUnit[7];
    for (int i = 0; i < units.length; i++) {
      units[i] = silent("U" + i, "crane");
    }
    Reconciliation result = reconcile(units, good(100, 10));
    assertThat(result.verdict()).isEqualTo(Verdict.UNVERIFIED);
    assertThat(result.text()).contains("no weight at all for U0, U1, U2, U3, U4 and 2 more");
  }

  @ParameterizedTest(name = "weighed {0} t, measured {1} t: {2}")
  @CsvSource({
    "900, 900, WITHIN",
    "900, 989, WITHIN",
    "900, 991, OVER_LIMIT_POSSIBLE",
    "900, 1011, OVER_LIMIT_CERTAIN",
    "1001, 900, OVER_LIMIT_CERTAIN",
    "1000, 900, OVER_LIMIT_POSSIBLE"
  })
  void overTheLimitByTheWorseOfWeighedAndMeasured(
      double weighed, double measured, OverLimit expected) {
    assertThat(reconcile(new CargoUnit[] {weighed("A", weighed)}, good(measured, 10)).overLimit())
        .isEqualTo(expected);
  }

  @Test
  void anUnknownUnitMayOnlyAddToTheSum() {
    CargoUnit crane = silent("C", "crane");
    assertThat(reconciled(weighed("A", 900), crane)).isEqualTo(UNKNOWN);
    assertThat(reconciled(weighed("A", 1000), crane)).isEqualTo(OVER_LIMIT_POSSIBLE);
    assertThat(reconciled(weighed("A", 1001), crane)).isEqualTo(OVER_LIMIT_CERTAIN);
    assertThat(reconcile(new CargoUnit[] {crane}, good(900, 10)).overLimit()).isEqualTo(WITHIN);
  }

  @Test
  void withoutALimitNothingIsWithinIt() {
    Reconciliation result =
        Reconciliation.of(
            OptionalDouble.empty(), weights(lorries(true)), Optional.of(good(900, 10)));
    assertThat(result.overLimit()).isEqualTo(UNKNOWN);
    assertThat(result.text()).contains("no cargo limit is configured");
  }

  /** With the truth known: a lorry that is 40 t too heavy is found, an honest load is believed. */
  @Tag("slow")
  @Test
  void oneHeavyLorryIsFoundByGoodSensors() {
    Random random = new Random(20260101);
    int loadings = 10_000;
    double u95 = 13;
    int heavyFound = 0;
    int mediumChecked = 0;
    int honestAccused = 0;
    Manifest.Weights weights = weights(lorries(true));
    for (int i = 0; i < loadings; i++) {
      double error = random.nextGaussian() * weights.total().u95Tonnes() / 2;
      double survey = random.nextGaussian() * u95 / 2;
      heavyFound += verdict(weights, 940 + error + survey, u95) == Verdict.DISCREPANCY ? 1 : 0;
      mediumChecked += verdict(weights, 920 + error + survey, u95) != Verdict.MATCH ? 1 : 0;
      honestAccused += verdict(weights, 900 + error + survey, u95) == Verdict.DISCREPANCY ? 1 : 0;
    }
    assertThat(heavyFound).isGreaterThanOrEqualTo(loadings * 95 / 100);
    assertThat(mediumChecked).isGreaterThanOrEqualTo(loadings * 80 / 100);
    assertThat(honestAccused).isLessThanOrEqualTo(loadings / 1000);
  }

  @Test
  void impossibleNumbersAreProgrammingErrors() {
    assertThatThrownBy(() -> good(Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> good(1, Double.POSITIVE_INFINITY)).hasMessageContaining("Inf");
    assertThatThrownBy(() -> new Residual(Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> good(1, -1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new WeightAccuracy(-1, 0, 0)).hasMessageContaining("negative");
  }

  @Test
  void aManifestIsFrozen() {
    List<CargoUnit> units = new ArrayList<>(List.of(declared("A", 5)));
    Manifest manifest = new Manifest(units, Map.of());
    units.clear();
    assertThat(manifest.units()).hasSize(1);
  }

  private static OverLimit reconciled(CargoUnit... units) {
    return Reconciliation.of(LIMIT, weights(units), Optional.empty()).overLimit();
  }

  private static Verdict verdict(Manifest.Weights weights, double measured, double u95) {
    return Reconciliation.of(LIMIT, weights, Optional.of(good(measured, u95))).verdict();
  }

  private static Reconciliation reconcile(CargoUnit[] units, Mass measured) {
    return Reconciliation.of(LIMIT, weights(units), Optional.of(measured));
  }

  @Test
  void atTheirLimitsVerdictsAreTheMilder() {
    assertThat(Verdict.of(10, 10)).isEqualTo(Verdict.MATCH);
    assertThat(Verdict.of(-20, 10)).isEqualTo(Verdict.CHECK);
    assertThat(Verdict.of(20.001, 10)).isEqualTo(Verdict.DISCREPANCY);
    assertThat(OverLimit.of(1010, 10, 1000)).isEqualTo(OVER_LIMIT_POSSIBLE);
    assertThat(OverLimit.of(990, 10, 1000)).isEqualTo(WITHIN);
  }

  @Test
  void fiveUnitsAreNamedAndTheSumKnowsOfHowMany() {
    CargoUnit[] units = new CargoUnit[5];
    for (int i = 0; i < units.length; i++) {
      units[i] = silent("U" + i, "crane");
    }
    assertThat(reconcile(units, good(100, 10)).text())
        .contains("no weight at all for U0, U1, U2, U3, U4;");
    Sum total = weights(weighed("A", 10), silent("B", "crane"), silent("C", "crane")).total();
    assertThat(total.units()).isEqualTo(1);
    assertThat(total.ofUnits()).isEqualTo(3);
  }

  @Test
  void nothingMissingIsNotLess() {
    assertThat(reconcile(lorries(true), good(900, 13)).text())
        .startsWith("MATCH: 0.0 t more aboard");
  }
}
