package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.plimsoll.naval.DraughtMark.AFT_PORT;
import static org.plimsoll.naval.DraughtMark.MIDSHIP_PORT;
import static org.plimsoll.naval.DraughtMark.MIDSHIP_STARBOARD;

import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraughtWindowTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Map<DraughtMark, Double> ONE = Map.of(MIDSHIP_PORT, 1.0);
  private static final Map<DraughtMark, Double> MEAN =
      Map.of(MIDSHIP_PORT, 0.5, MIDSHIP_STARBOARD, 0.5);

  private static DraughtWindow after(int seconds, DoubleUnaryOperator draught) {
    DraughtWindow window = new DraughtWindow(60);
    for (int second = 0; second <= seconds; second++) {
      window.add(MIDSHIP_PORT, second * SECOND, draught.applyAsDouble(second));
    }
    return window;
  }

  private static DraughtWindow.Estimate estimate(int seconds, DoubleUnaryOperator draught) {
    return after(seconds, draught).estimate(seconds * SECOND).orElseThrow();
  }

  private static double metres(DraughtWindow.Estimate estimate) {
    return estimate.draughts().at(MIDSHIP_PORT).orElseThrow();
  }

  @Test
  void aShipThatIsBeingLoadedIsNotLaggedBehind() {
    DraughtWindow.Estimate estimate = estimate(120, second -> 4.5 + 0.0035 * second);
    assertThat(metres(estimate)).isCloseTo(4.5 + 0.0035 * 120, within(1e-9));
    assertThat(estimate.deviationsMetres().get(MIDSHIP_PORT))
        .as("sinking is no sea")
        .isCloseTo(0, within(1e-9));
    assertThat(estimate.scatter().greatestMetres()).isCloseTo(0, within(1e-9));
    assertThat(estimate.seconds()).isEqualTo(60);
  }

  @Test
  void aSwellIsAveragedAndShowsAsDeviation() {
    DraughtWindow.Estimate estimate =
        estimate(60, second -> 4.5 + 0.2 * Math.sin(2 * Math.PI * second / 8));
    assertThat(metres(estimate)).isCloseTo(4.5, within(0.05));
    assertThat(estimate.deviationsMetres().get(MIDSHIP_PORT))
        .isCloseTo(0.2 / Math.sqrt(2), within(0.01));
  }

  /** Of a swell and nothing else, what is stated holds and is not out of all proportion. */
  @ParameterizedTest
  @ValueSource(doubles = {3, 5, 8, 12, 15})
  void whatASwellLeavesInDoubtIsStated(double period) {
    double[] sums = new double[2];
    for (int start = 0; start < 300; start++) {
      double phase = start;
      DraughtWindow.Estimate estimate =
          estimate(60, second -> 4.5 + 0.1 * Math.sin(2 * Math.PI * second / period + phase));
      sums[0] += Math.pow(metres(estimate) - 4.5, 2);
      sums[1] += Math.pow(estimate.scatter().standard(ONE), 2);
    }
    assertThat(Math.sqrt(sums[1] / sums[0])).isBetween(1.0, 5.0);
  }

  @Test
  void aShortWhileIsAveragedOnly() {
    DraughtWindow.Estimate estimate = estimate(23, second -> 4.5 + 0.1 * second);
    assertThat(metres(estimate)).isCloseTo(4.5 + 0.1 * 11.5, within(1e-9));
    assertThat(estimate.seconds()).isEqualTo(24);
    assertThat(metres(estimate(24, second -> 4.5 + 0.1 * second)))
        .as("long enough for a line")
        .isCloseTo(4.5 + 0.1 * 24, within(1e-9));
  }

  @Test
  void oneReadingIsTaken() {
    DraughtWindow.Estimate estimate = estimate(0, second -> 4.5);
    assertThat(metres(estimate)).isEqualTo(4.5);
    assertThat(estimate.deviationsMetres()).containsEntry(MIDSHIP_PORT, 0.0);
    assertThat(estimate.scatter().greatestMetres()).isZero();
  }

  @Test
  void theStatedErrorOfIndependentReadingsIsThatOfTheEndOfTheLine() {
    Random random = new Random(7);
    double errors = 0;
    double stated = 0;
    int runs = 600;
    for (int run = 0; run < runs; run++) {
      DraughtWindow.Estimate estimate = estimate(60, second -> 4.5 + 0.05 * random.nextGaussian());
      errors += Math.pow(metres(estimate) - 4.5, 2) / runs;
      stated += Math.pow(estimate.scatter().standard(ONE), 2) / runs;
    }
    assertThat(Math.sqrt(errors)).isCloseTo(2 * 0.05 / Math.sqrt(60), within(0.001));
    assertThat(Math.sqrt(stated)).isCloseTo(Math.sqrt(errors), within(0.001));
  }

  /** Heave moves both sides alike, roll against each other: their mean feels the one only. */
  @Test
  void heaveAddsUpAndRollCancels() {
    DraughtWindow heave = new DraughtWindow(60);
    DraughtWindow roll = new DraughtWindow(60);
    Random random = new Random(3);
    for (int second = 0; second < 60; second++) {
      double motion = 0.05 * random.nextGaussian();
      heave.add(MIDSHIP_PORT, second * SECOND, 4.5 + motion);
      heave.add(MIDSHIP_STARBOARD, second * SECOND + SECOND / 2, 4.5 + motion);
      roll.add(MIDSHIP_PORT, second * SECOND, 4.5 + motion);
      roll.add(MIDSHIP_STARBOARD, second * SECOND, 4.5 - motion);
    }
    Scatter ofHeave = heave.estimate(59 * SECOND).orElseThrow().scatter();
    Scatter ofRoll = roll.estimate(59 * SECOND).orElseThrow().scatter();
    assertThat(ofHeave.standard(MEAN)).isCloseTo(ofHeave.standard(ONE), within(1e-4));
    assertThat(ofHeave.standard(MEAN)).isCloseTo(ofHeave.greatestMetres(), within(1e-4));
    assertThat(ofRoll.standard(MEAN)).isCloseTo(0, within(1e-9));
    assertThat(ofRoll.greatestMetres()).isCloseTo(ofHeave.greatestMetres(), within(1e-3));
  }

  /** Nobody saw how marks moved together that were heard at different times. */
  @Test
  void marksHeardAtOtherTimesAreIndependent() {
    DraughtWindow window = new DraughtWindow(60);
    Random random = new Random(5);
    for (int second = 0; second < 60; second++) {
      double motion = 0.05 * random.nextGaussian();
      window.add(MIDSHIP_PORT, second * SECOND, 4.5 + motion);
      if (second >= 20) {
        window.add(AFT_PORT, second * SECOND, 4.5 + motion);
      }
    }
    DraughtWindow.Estimate estimate = window.estimate(59 * SECOND).orElseThrow();
    Scatter scatter = estimate.scatter();
    double both = scatter.standard(Map.of(MIDSHIP_PORT, 1.0, AFT_PORT, 2.0));
    double aft = scatter.standard(Map.of(AFT_PORT, 1.0));
    assertThat(both).isCloseTo(Math.hypot(scatter.standard(ONE), 2 * aft), within(1e-9));
    assertThat(scatter.greatestMetres()).isEqualTo(Math.max(aft, scatter.standard(ONE)));
    assertThat(estimate.seconds()).isEqualTo(40);
  }

  @Test
  void severalReadingsOfOneSecondCountAsTheirMean() {
    DraughtWindow window = new DraughtWindow(60);
    for (int tenth = 0; tenth <= 600; tenth++) {
      window.add(MIDSHIP_PORT, tenth * SECOND / 10, 4 + tenth * 0.001);
    }
    DraughtWindow.Estimate estimate = window.estimate(60 * SECOND).orElseThrow();
    assertThat(metres(estimate)).isCloseTo(4.6, within(1e-9));
  }

  @Test
  void aSlowSensorServes() {
    DraughtWindow window = new DraughtWindow(60);
    for (int second = 0; second <= 60; second += 5) {
      window.add(MIDSHIP_PORT, second * SECOND, 4 + second * 0.01);
    }
    DraughtWindow.Estimate estimate = window.estimate(62 * SECOND).orElseThrow();
    assertThat(metres(estimate)).isCloseTo(4.6, within(1e-9));
    assertThat(estimate.seconds()).isEqualTo(58);
  }

  @Test
  void whatIsOldOrClearedOrNoNumberDoesNotSpeak() {
    DraughtWindow window = after(30, second -> 4.5);
    window.add(AFT_PORT, 30 * SECOND, Double.NaN);
    assertThat(window.estimate(30 * SECOND).orElseThrow().draughts().metres())
        .containsOnlyKeys(MIDSHIP_PORT);
    assertThat(window.estimate(89 * SECOND)).as("30 s and 59 s ago").isPresent();
    assertThat(window.estimate(90 * SECOND)).isEmpty();
    DraughtWindow cleared = after(30, second -> 4.5);
    cleared.clear(MIDSHIP_PORT);
    assertThat(cleared.estimate(30 * SECOND)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 601})
  void aWindowIsASecondToTenMinutes(int seconds) {
    assertThatThrownBy(() -> new DraughtWindow(seconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(seconds + " s");
    assertThat(new DraughtWindow(1).estimate(0)).isEmpty();
    assertThat(new DraughtWindow(DraughtWindow.MOST_SECONDS).estimate(0)).isEmpty();
  }
}
