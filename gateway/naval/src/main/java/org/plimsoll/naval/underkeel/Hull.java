package org.plimsoll.naval.underkeel;

/**
 * The hull as a squat formula sees it.
 *
 * @param lengthMetres between perpendiculars
 * @param breadthMetres moulded
 * @param blockCoefficient Cb at the draught of the passage
 * @param waterplaneCoefficient Cw
 * @param midshipCoefficient Cm
 */
public record Hull(
    double lengthMetres,
    double breadthMetres,
    double blockCoefficient,
    double waterplaneCoefficient,
    double midshipCoefficient) {

  /** Block coefficient below which a ship squats by the stern (Barrass). */
  private static final double FULL_HULL = 0.7;

  public Hull {
    if (!(lengthMetres > 0 && breadthMetres > 0)) {
      throw new IllegalArgumentException(
          "hull of %s by %s m".formatted(lengthMetres, breadthMetres));
    }
    requireCoefficient("block", blockCoefficient);
    requireCoefficient("waterplane", waterplaneCoefficient);
    requireCoefficient("midship", midshipCoefficient);
  }

  private static void requireCoefficient(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          name + " coefficient is " + value + ", must be above 0 and at most 1");
    }
  }

  /** The end that squat sinks most. */
  public End squattingEnd() {
    return blockCoefficient < FULL_HULL ? End.STERN : End.BOW;
  }

  /** An end of the ship. */
  public enum End {
    BOW,
    STERN
  }

  double midshipSectionSquareMetres(double draughtMetres) {
    return midshipCoefficient * breadthMetres * draughtMetres;
  }

  double volumeCubicMetres(double draughtMetres) {
    return blockCoefficient * lengthMetres * breadthMetres * draughtMetres;
  }

  /** How wide the water is that open sea lets the ship disturb (Barrass): 7.7 + 45 (1 - Cw)^2 B. */
  public double influenceMetres() {
    double fineness = 1 - waterplaneCoefficient;
    return (7.7 + 45 * fineness * fineness) * breadthMetres;
  }

  /**
   * Deepest point below the waterline when heeled: T cos + B/2 sin, the corner of a box. A bilge
   * radius makes it less; that much is in hand.
   *
   * @param draughtMetres at the centreline, at right angles to the keel
   * @param heelRadians to either side
   */
  public double heeledDraughtMetres(double draughtMetres, double heelRadians) {
    double heel = Math.abs(heelRadians);
    return draughtMetres * Math.cos(heel) + breadthMetres / 2 * Math.sin(heel);
  }
}
