package org.plimsoll.vessel.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DraughtFilterTest {

  private static final long SECOND = 1_000_000_000L;

  private static DraughtFilter after(int seconds, DoubleUnaryOperator draught) {
    DraughtFilter filter = new DraughtFilter(60 * SECOND);
    for (int second = 0; second <= seconds; second++) {
      filter.add(second * SECOND, draught.applyAsDouble(second));
    }
    return filter;
  }

  @Test
  void aShipThatIsBeingLoadedIsNotLaggedBehind() {
    DraughtFilter.Estimate estimate = after(120, second -> 4.5 + 0.0035 * second).estimate();
    assertThat(estimate.metres()).isCloseTo(4.5 + 0.0035 * 120, within(1e-9));
    assertThat(estimate.deviationMetres()).as("sinking is no sea").isCloseTo(0, within(1e-9));
  }

  @Test
  void aSwellIsAveragedAndShowsAsScatter() {
    DraughtFilter.Estimate estimate =
        after(60, second -> 4.5 + 0.2 * Math.sin(2 * Math.PI * second / 8)).estimate();
    assertThat(estimate.metres()).isCloseTo(4.5, within(0.05));
    assertThat(estimate.deviationMetres()).isCloseTo(0.2 / Math.sqrt(2), within(0.01));
  }

  @Test
  void aShortWhileIsAveragedOnly() {
    DraughtFilter.Estimate estimate = after(10, second -> 4.5 + 0.1 * second).estimate();
    assertThat(estimate.metres()).isCloseTo(5.0, within(1e-9));
    assertThat(estimate.meansWorth()).isEqualTo(1);
  }

  @Test
  void oneReadingIsTaken() {
    assertThat(after(0, second -> 4.5).estimate().metres()).isEqualTo(4.5);
  }

  @Test
  void theStatedErrorIsThatOfTheEndOfTheLine() {
    Random random = new Random(7);
    double squares = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      double metres = after(60, second -> 4.5 + 0.05 * random.nextGaussian()).estimate().metres();
      squares += (metres - 4.5) * (metres - 4.5);
    }
    assertThat(Math.sqrt(squares / runs)).isCloseTo(2 * 0.05 / Math.sqrt(61), within(0.002));
  }
}
