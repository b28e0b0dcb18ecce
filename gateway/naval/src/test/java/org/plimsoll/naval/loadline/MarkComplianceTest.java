package org.plimsoll.naval.loadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.naval.loadline.DepartureLimit.Bound;
import org.plimsoll.naval.loadline.MarkCompliance.State;

class MarkComplianceTest {

  private static final DepartureLimit LIMIT =
      new DepartureLimit(5.0, Bound.ZONE, "W in North Sea", new FreshWaterAllowance(0.100));

  @Test
  void clearOnBothSides() {
    MarkCompliance judged = judge(4.9, 4.95, 1.025);
    assertThat(judged.governing()).isEqualTo(State.CLEAR);
    assertThat(judged.port().marginMetres().orElseThrow()).isCloseTo(0.1, within(1e-12));
    assertThat(judged.starboard().marginMetres().orElseThrow()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void aListPutsOneMarkUnderThoughTheMeanIsClear() {
    MarkCompliance judged = judge(4.85, 5.02, 1.025);
    assertThat(judged.port().state()).isEqualTo(State.CLEAR);
    assertThat(judged.starboard().state()).isEqualTo(State.SUBMERGED);
    assertThat(judged.governing()).isEqualTo(State.SUBMERGED);
    assertThat(judged.text()).contains("starboard submerged by 0.020 m", "port clear by 0.150 m");
  }

  @Test
  void aMarginWithinTheUncertaintyIsDoubtful() {
    assertThat(judge(4.9, 4.985, 1.025).governing()).isEqualTo(State.DOUBTFUL);
    assertThat(judge(4.9, 4.97, 1.025).governing()).isEqualTo(State.CLEAR);
    assertThat(judge(4.9, 4.97, 1.025).u95Metres()).hasValue(0.02);
  }

  @Test
  void withoutAnUncertaintyNothingIsClear() {
    OptionalDouble draught = OptionalDouble.of(4);
    MarkCompliance judged = MarkCompliance.judge(LIMIT, draught, draught, Double.NaN, water(1.025));
    assertThat(judged.governing()).isEqualTo(State.DOUBTFUL);
    assertThat(judged.u95Metres()).isEmpty();
  }

  @Test
  void dockWaterAllowsMoreAndDenserWaterNoLess() {
    assertThat(judge(5.05, 5.05, 1.010).allowedMetres().orElseThrow())
        .isCloseTo(5.06, within(1e-12));
    assertThat(judge(4.9, 4.9, 1.030).allowedMetres().orElseThrow()).isCloseTo(5, within(1e-12));
  }

  @Test
  void silenceIsNeverAPass() {
    assertThat(judge(4.0, Double.NaN, 1.025).governing()).isEqualTo(State.UNKNOWN);
    assertThat(
            MarkCompliance.judge(
                    LIMIT, OptionalDouble.empty(), OptionalDouble.of(5.2), 0.02, water(1.025))
                .governing())
        .isEqualTo(State.SUBMERGED);
    MarkCompliance stale =
        MarkCompliance.judge(
            LIMIT, OptionalDouble.of(4), OptionalDouble.of(4), 0.02, OptionalDouble.empty());
    assertThat(stale.governing()).isEqualTo(State.UNKNOWN);
    assertThat(stale.text()).contains("no valid density");
    assertThat(judge(4, 4, 1025).text()).contains("density 1025.0000 t/m3, allowed 0.98 to 1.06");
    assertThat(judge(4, 4, 1025).governing()).isEqualTo(State.UNKNOWN);
  }

  private static MarkCompliance judge(double port, double starboard, double density) {
    return MarkCompliance.judge(
        LIMIT, OptionalDouble.of(port), OptionalDouble.of(starboard), 0.02, water(density));
  }

  private static OptionalDouble water(double density) {
    return OptionalDouble.of(density);
  }

  @Test
  void atTheEdges() {
    OptionalDouble draught = OptionalDouble.of(5.0);
    assertThat(MarkCompliance.judge(LIMIT, draught, draught, 0, water(1.025)).governing())
        .as("a mark at the waterline is not submerged")
        .isEqualTo(State.CLEAR);
    assertThat(MarkCompliance.judge(LIMIT, draught, draught, 0.001, water(1.025)).governing())
        .isEqualTo(State.DOUBTFUL);
    assertThat(judge(4, 4, 0.98).governing()).isEqualTo(State.CLEAR);
    assertThat(judge(4, 4, 1.06).governing()).isEqualTo(State.CLEAR);
    assertThat(judge(4, 4, 0.9799).governing()).isEqualTo(State.UNKNOWN);
    assertThat(judge(4, 4, 1.0601).governing()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aSideWithoutADraughtIsSaid() {
    assertThat(judge(Double.NaN, 4.95, 1.025).text())
        .startsWith("port not known, starboard clear by 0.050 m");
    assertThat(judge(4.9, 4.985, 1.025).text()).contains("less than the reading is sure of");
  }
}
