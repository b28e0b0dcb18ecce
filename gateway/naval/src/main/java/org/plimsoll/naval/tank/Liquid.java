package org.plimsoll.naval.tank;

/**
 * What a tank holds.
 *
 * @param name such as "ballast" or "marine gas oil"
 * @param densityTonnesPerCubicMetre its own density, at its temperature in the tank; ballast keeps
 *     that of the water it was taken from
 * @param densitySigmaTonnesPerCubicMetre standard uncertainty of the density
 */
public record Liquid(
    String name, double densityTonnesPerCubicMetre, double densitySigmaTonnesPerCubicMetre) {

  public Liquid {
    if (!(densityTonnesPerCubicMetre > 0) || !(densitySigmaTonnesPerCubicMetre >= 0)) {
      throw new IllegalArgumentException(
          name
              + ": density "
              + densityTonnesPerCubicMetre
              + " t/m3 must be > 0 and its uncertainty "
              + densitySigmaTonnesPerCubicMetre
              + " >= 0");
    }
  }
}
