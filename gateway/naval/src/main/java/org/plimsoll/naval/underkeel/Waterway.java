package org.plimsoll.naval.underkeel;

import java.util.OptionalDouble;

/**
 * The water that she moves through.
 *
 * @param depthMetres charted depth and tide together
 * @param widthMetres of a channel whose banks confine the flow; empty in open water
 */
public record Waterway(double depthMetres, OptionalDouble widthMetres) {
  public static Waterway open(double depthMetres) {
    return new Waterway(depthMetres, OptionalDouble.empty());
  }

  public static Waterway channel(double depthMetres, double widthMetres) {
    return new Waterway(depthMetres, OptionalDouble.of(widthMetres));
  }

  /** Part of the section of the water that the ship fills: S of Barrass. */
  public double blockage(Hull hull, double draughtMetres) {
    double section = widthMetres.orElse(hull.influenceMetres()) * depthMetres;
    return hull.midshipSectionSquareMetres(draughtMetres) / section;
  }

  /** Froude number of the depth. */
  public double depthFroude(double metresPerSecond) {
    return metresPerSecond / Math.sqrt(Squat.GRAVITY * depthMetres);
  }
}
