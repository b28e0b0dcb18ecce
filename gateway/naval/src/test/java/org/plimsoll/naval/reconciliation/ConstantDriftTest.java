package org.plimsoll.naval.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.reconciliation.ConstantDrift.Finding;
import org.plimsoll.naval.reconciliation.ConstantDrift.State;

class ConstantDriftTest {

  private static final double U95 = 13;

  private final ConstantDrift drift = ConstantDrift.USUAL;

  @Test
  void aLastingBiasDrifts() {
    // 12 t less 5 t of slack adds 7 t a voyage: over 40 t at the sixth.
    assertThat(look(repeat(12, 5)).state()).isEqualTo(State.TOO_FEW);
    Finding finding = look(repeat(12, 6));
    assertThat(finding.state()).isEqualTo(State.DRIFTING);
    assertThat(finding.heavierTonnes()).isCloseTo(42, within(1e-9));
    assertThat(finding.lighterTonnes()).isZero();
    assertThat(finding.text())
        .isEqualTo(
            "the constant drifts: determine it again; sums +42.0 t and -0.0 t of 40.0 t, fewer than"
                + " 10 voyages");
  }

  @Test
  void aBiasTheOtherWayDriftsToo() {
    Finding finding = look(repeat(-12, 6));
    assertThat(finding.state()).isEqualTo(State.DRIFTING);
    assertThat(finding.lighterTonnes()).isCloseTo(42, within(1e-9));
  }

  @Test
  void oneMisdeclaredLorryIsNoDrift() {
    List<Residual> voyages = repeat(0, 12);
    voyages.set(11, new Residual(400, U95));
    Finding finding = look(voyages);
    assertThat(finding.state()).isEqualTo(State.STEADY);
    assertThat(finding.heavierTonnes()).isCloseTo(8, within(1e-9));
    assertThat(finding.meanTonnes().orElseThrow()).isCloseTo(1.3, within(1e-9));
  }

  /** A drift that has grown beyond twice its U95 is a discrepancy each time, and still a drift. */
  @Test
  void aGreatLastingBiasIsNotTakenForManyOutliers() {
    assertThat(look(repeat(40, 10)).state()).isEqualTo(State.DRIFTING);
  }

  @Test
  void noiseIsSteady() {
    List<Residual> voyages = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      voyages.add(new Residual(i % 2 == 0 ? 8 : -8, U95));
    }
    Finding finding = look(voyages);
    assertThat(finding.state()).isEqualTo(State.STEADY);
    assertThat(finding.text()).contains("mean of 10 voyages +0.0 t of 10.0 t");
  }

  @Test
  void theMeanOfTheLastTenVoyages() {
    ConstantDrift meanOnly = new ConstantDrift(5, 1000, 10, 10);
    assertThat(meanOnly.look(repeat(10.1, 10)).state()).isEqualTo(State.DRIFTING);
    assertThat(meanOnly.look(repeat(9.9, 10)).state()).isEqualTo(State.STEADY);
    assertThat(meanOnly.look(repeat(10.1, 9)).state()).isEqualTo(State.TOO_FEW);
    List<Residual> settled = repeat(13, 10);
    settled.addAll(repeat(0, 10));
    assertThat(meanOnly.look(settled).meanTonnes()).hasValue(0);
  }

  @Test
  void oldVoyagesAreForgotten() {
    List<Residual> voyages = repeat(13, 20);
    voyages.addAll(repeat(5, ConstantDrift.MOST_VOYAGES));
    assertThat(look(voyages).heavierTonnes()).isZero();
  }

  @Test
  void noVoyagesAreTooFew() {
    assertThat(look(List.of()).state()).isEqualTo(State.TOO_FEW);
    assertThatThrownBy(() -> new ConstantDrift(1, 0, 1, 2)).hasMessageContaining("positive");
  }

  private Finding look(List<Residual> voyages) {
    return drift.look(voyages);
  }

  private static List<Residual> repeat(double tonnes, int voyages) {
    return new ArrayList<>(Collections.nCopies(voyages, new Residual(tonnes, U95)));
  }

  /** A limit that is just reached is not passed. */
  @Test
  void atTheLimits() {
    assertThat(look(repeat(13, 5)).heavierTonnes()).isEqualTo(40);
    assertThat(look(repeat(13, 5)).state()).isEqualTo(State.TOO_FEW);
    assertThat(look(repeat(-13, 5)).lighterTonnes()).isEqualTo(40);
    assertThat(look(repeat(-13, 5)).state()).isEqualTo(State.TOO_FEW);
    ConstantDrift byMean = new ConstantDrift(10, 100, 10, 2);
    assertThat(byMean.look(repeat(10, 2)).state()).isEqualTo(State.STEADY);
    assertThat(byMean.look(repeat(-11, 2)).state()).isEqualTo(State.DRIFTING);
  }
}
