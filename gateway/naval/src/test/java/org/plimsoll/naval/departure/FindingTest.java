package org.plimsoll.naval.departure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.departure.Finding.Outcome;
import org.plimsoll.naval.loadline.DepartureLimit;
import org.plimsoll.naval.loadline.DepartureLimit.Bound;
import org.plimsoll.naval.loadline.FreshWaterAllowance;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.naval.reconciliation.Manifest;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.naval.reconciliation.Reconciliation;
import org.plimsoll.naval.reconciliation.WeightAccuracy;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.vocabulary.Quality;

class FindingTest {

  @ParameterizedTest
  @CsvSource({"4.9, PASS", "4.99, CAUTION", "5.01, FAIL", "NaN, INCONCLUSIVE"})
  void ofTheMarks(double draught, Outcome outcome) {
    DepartureLimit limit = new DepartureLimit(5, Bound.ZONE, "W", new FreshWaterAllowance(0.1));
    OptionalDouble reading = OptionalDouble.of(draught);
    MarkCompliance marks =
        MarkCompliance.judge(limit, reading, reading, 0.02, OptionalDouble.of(1.025));
    assertThat(Finding.of(marks)).isEqualTo(new Finding("load-line", outcome, marks.text()));
  }

  @ParameterizedTest
  @CsvSource({"0.6, PASS", "0.5, PASS", "0.4, FAIL"})
  void ofTheWaterUnderTheKeel(double clearance, Outcome outcome) {
    UnderKeelResult result =
        new UnderKeelResult.Judged(clearance, 0.5, 0, 0, OptionalDouble.empty(), "text");
    assertThat(Finding.of(result)).isEqualTo(new Finding("under-keel", outcome, "text"));
  }

  @Test
  void anObjectionToTheZoneIsNoMoreThanACaution() {
    assertThat(Finding.ofZone(Optional.of("look")))
        .isEqualTo(new Finding("load-line-zone", Outcome.CAUTION, "look"));
    assertThat(Finding.ofZone(Optional.empty()).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void unknownWaterIsNoPass() {
    assertThat(Finding.of(new UnderKeelResult.Inconclusive("no tide")).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "900, GOOD, PASS, PASS",
    "915, GOOD, CAUTION, PASS",
    "995, GOOD, FAIL, CAUTION",
    "1020, GOOD, FAIL, FAIL",
    "900, STALE, INCONCLUSIVE, PASS"
  })
  void ofTheCargo(double measured, Quality quality, Outcome weights, Outcome limit) {
    Reconciliation reconciliation =
        Reconciliation.of(
            OptionalDouble.of(1000),
            new Manifest(
                    List.of(
                        new CargoUnit(
                            "A",
                            "all",
                            "1",
                            OptionalDouble.of(50),
                            OptionalDouble.empty(),
                            OptionalDouble.of(900))),
                    Map.of())
                .weights(WeightAccuracy.USUAL),
            Optional.of(new Mass(measured, 10, quality)));
    assertThat(Finding.ofWeights(reconciliation).outcome()).isEqualTo(weights);
    assertThat(Finding.ofLimit(reconciliation).outcome()).isEqualTo(limit);
  }
}
