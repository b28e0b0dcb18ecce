package org.plimsoll.naval;

/** Relations between the columns of a hydrostatic report, for checking one against another. */
public final class HullFormulas {

  private HullFormulas() {}

  /** TPC in t/cm from the waterplane area in square metres and the density in t/m3. */
  public static double tonnesPerCentimetre(
      double waterplaneSquareMetres, double densityTonnesPerCubicMetre) {
    return densityTonnesPerCubicMetre * waterplaneSquareMetres / 100;
  }

  /** Cw: part of the rectangle about the waterplane that the waterplane fills. */
  public static double waterplaneCoefficient(
      double waterplaneSquareMetres, double lengthMetres, double breadthMetres) {
    return waterplaneSquareMetres / (lengthMetres * breadthMetres);
  }

  /** Cb: part of the box about the immersed hull that the hull fills. */
  public static double blockCoefficient(
      double volumeCubicMetres, double lengthMetres, double breadthMetres, double draughtMetres) {
    return volumeCubicMetres / (lengthMetres * breadthMetres * draughtMetres);
  }

  /**
   * The draught at a place of the straight keel, in metres.
   *
   * @param midshipMetres draught at half length
   * @param trimMetres between the perpendiculars, + by the stern
   * @param lengthMetres between the perpendiculars
   * @param fromApMetres the place, from the after perpendicular, + forward
   */
  public static double draughtAt(
      double midshipMetres, double trimMetres, double lengthMetres, double fromApMetres) {
    return midshipMetres + trimMetres * (lengthMetres / 2 - fromApMetres) / lengthMetres;
  }

  /** The angle in radians at which the keel stands to the water. */
  public static double trimAngleRadians(double trimMetres, double lengthMetres) {
    return Math.atan(trimMetres / lengthMetres);
  }

  /** Righting moment in t m at a small heel, from the metacentric height in metres. */
  public static double rightingMomentTonneMetres(
      double metacentricHeightMetres, double displacementTonnes, double heelRadians) {
    return metacentricHeightMetres * displacementTonnes * Math.sin(heelRadians);
  }

  /** Height of the metacentre above the keel in metres. */
  public static double metacentreMetres(double buoyancyMetres, double metacentricRadiusMetres) {
    return buoyancyMetres + metacentricRadiusMetres;
  }
}
