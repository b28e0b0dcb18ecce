package org.plimsoll.naval.tank;

/**
 * How a sensor's figure becomes a draught. The kind says whether the density of the water still has
 * to be brought in, so that it is brought in once: the draught that leaves is a length, and the
 * survey corrects the displacement for density whatever the sensor.
 */
public sealed interface DraughtSensor {

  /**
   * The draught in metres from the underside of the keel.
   *
   * @param figure what the sensor says, in its unit
   * @param waterDensityTonnesPerCubicMetre of the water she floats in
   */
  double draughtMetres(double figure, double waterDensityTonnesPerCubicMetre);

  /**
   * Measures the length itself: float, radar, optical. Its figure is metres.
   *
   * @param heightMetres of the sensor's zero above the underside of the keel
   */
  record Length(double heightMetres) implements DraughtSensor {
    @Override
    public double draughtMetres(double figure, double waterDensityTonnesPerCubicMetre) {
      return heightMetres + figure;
    }
  }

  /**
   * Measures the pressure of the water above it. Its figure is pascals.
   *
   * @param heightMetres of the sensor above the underside of the keel
   */
  record Pressure(double heightMetres) implements DraughtSensor {
    @Override
    public double draughtMetres(double figure, double waterDensityTonnesPerCubicMetre) {
      return new PressureHead(heightMetres).surfaceMetres(figure, waterDensityTonnesPerCubicMetre);
    }
  }

  /**
   * Measures the pressure, but its transmitter has already divided by a density of its own. Its
   * figure is metres of that water.
   *
   * @param heightMetres of the sensor above the underside of the keel
   * @param assumedDensityTonnesPerCubicMetre set in the transmitter
   */
  record PressureInMetres(double heightMetres, double assumedDensityTonnesPerCubicMetre)
      implements DraughtSensor {
    public PressureInMetres {
      if (!(assumedDensityTonnesPerCubicMetre > 0)) {
        throw new IllegalArgumentException(
            "assumed density of " + assumedDensityTonnesPerCubicMetre + " t/m3 must be > 0");
      }
    }

    @Override
    public double draughtMetres(double figure, double waterDensityTonnesPerCubicMetre) {
      return heightMetres
          + figure * assumedDensityTonnesPerCubicMetre / waterDensityTonnesPerCubicMetre;
    }
  }
}
