package org.plimsoll.naval.tank;

/**
 * A height of liquid by its pressure.
 *
 * @param heightMetres of the sensor above the keel or the striking point
 */
public record PressureHead(double heightMetres) {

  /** Standard acceleration of gravity, m/s2. */
  static final double GRAVITY = 9.80665;

  /**
   * The surface above the keel or the striking point, in metres.
   *
   * @param pascals above the pressure on the surface
   * @param densityTonnesPerCubicMetre of the liquid above the sensor
   */
  public double surfaceMetres(double pascals, double densityTonnesPerCubicMetre) {
    return heightMetres + pascals / (1000 * densityTonnesPerCubicMetre * GRAVITY);
  }
}
