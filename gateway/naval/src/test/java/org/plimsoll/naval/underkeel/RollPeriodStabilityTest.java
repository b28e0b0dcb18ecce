package org.plimsoll.naval.underkeel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.naval.underkeel.RollPeriodStability.Indicative;
import org.plimsoll.naval.underkeel.RollPeriodStability.None;
import org.plimsoll.naval.underkeel.RollPeriodStability.Result;

class RollPeriodStabilityTest {

  private final RollPeriodStability loaded = new RollPeriodStability(0.78, 0.05);

  @Test
  void saysThatItIsIndicative() {
    Result result = loaded.estimate(12, 60, 8, 5);
    assertThat(result).isInstanceOf(Indicative.class);
    Indicative gm = (Indicative) result;
    assertThat(gm.gmMetres()).isCloseTo(1.3689, within(1e-9));
    assertThat(gm.u95Metres()).isCloseTo(4 * 1.3689 * 0.05 / 0.78, within(1e-9));
    assertThat(gm.remarks()).isEmpty();
    assertThat(gm.text()).isEqualTo("indicative GM 1.37 m ± 0.35 m from the roll");
  }

  @Test
  void whatTheObservationLacksIsSaid() {
    assertThat(loaded.estimate(19, 100, 10, 4).text())
        .contains("up to 70 m, she has 100.0 m", "4 rolls timed, at least 5 wanted");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void noPeriodNoFigure(double seconds) {
    assertThat(loaded.estimate(12, 60, seconds, 5)).isInstanceOf(None.class);
  }

  @Test
  void metricFactorOfAFormulaInFeet() {
    assertThat(RollPeriodStability.ofFeet(0.44, 0).factor()).isCloseTo(0.797, within(5e-4));
    assertThatThrownBy(() -> new RollPeriodStability(0, 0)).hasMessageContaining("roll factor");
  }

  @Test
  void theSourcesOwnLimitsAreWithinThem() {
    assertThat(((Indicative) loaded.estimate(12, 70, 8, 5)).remarks()).isEmpty();
    assertThat(((Indicative) loaded.estimate(12, 70.1, 8, 5)).remarks()).hasSize(1);
    assertThat(loaded.estimate(0, 60, 8, 5)).isInstanceOf(None.class);
    assertThat(loaded.estimate(12, 60, 8, 0)).isInstanceOf(None.class);
    assertThat(((Indicative) loaded.estimate(12, 60, 8, 1)).remarks()).hasSize(1);
  }

  @Test
  void theUncertaintyOfAFactorInFeetIsOfTheSamePart() {
    RollPeriodStability metric = RollPeriodStability.ofFeet(0.44, 0.044);
    assertThat(metric.factorSigma() / metric.factor()).isCloseTo(0.1, within(1e-12));
  }
}
