package org.plimsoll.naval.tank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorTest {

  /** The same water over three kinds of sensor: each brings the density in once or not at all. */
  @ParameterizedTest
  @ValueSource(doubles = {0.998, 1.010, 1.025})
  void everyKindGivesTheSameLength(double density) {
    double height = 0.3;
    double above = 4.9;
    double pascals = 1000 * density * 9.80665 * above;
    double atSeaWater = above * density / 1.025;
    assertThat(new DraughtSensor.Length(height).draughtMetres(above, density))
        .isCloseTo(5.2, within(1e-9));
    assertThat(new DraughtSensor.Pressure(height).draughtMetres(pascals, density))
        .isCloseTo(5.2, within(1e-9));
    assertThat(new DraughtSensor.PressureInMetres(height, 1.025).draughtMetres(atSeaWater, density))
        .isCloseTo(5.2, within(1e-9));
  }

  /** Five millimetres of draught for each 0.001 t/m3, at the ferry's summer draught. */
  @Test
  void aPressureSensorLeftUncorrectedIsWrongByTheDensity() {
    DraughtSensor sensor = new DraughtSensor.PressureInMetres(0, 1.025);
    assertThat(sensor.draughtMetres(5.2, 1.024) - 5.2).isCloseTo(0.0051, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "12, 5", "20, 10", "3.9, -0.0625", "20.5, 10.3125"})
  void aLoopIsAStraightLine(double milliamperes, double value) {
    assertThat(new CurrentLoop(0, 10).value(milliamperes).orElseThrow())
        .isCloseTo(value, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3.5, 3.79, 20.51, 22, Double.NaN})
  void aFaultCurrentIsNoMeasurement(double milliamperes) {
    assertThat(new CurrentLoop(0, 10).value(milliamperes)).isEmpty();
  }

  /** NAMUR NE 43: 3.8 and 20.5 mA still measure. */
  @Test
  void theEndsOfTheRangeMeasure() {
    assertThat(new CurrentLoop(0, 10).value(3.8).orElseThrow()).isCloseTo(-0.125, within(1e-9));
    assertThat(new CurrentLoop(2, 10).value(4)).hasValue(2);
    assertThat(new CurrentLoop(2, 10).value(20)).hasValue(10);
  }
}
