package org.plimsoll.naval.loadline;

/** What changes with the density of the water, and what does not. Densities in t/m3. */
public final class DockWater {

  /** Sea water of the convention and of most hydrostatic tables. */
  public static final double SEA_WATER = 1.025;

  private DockWater() {}

  /**
   * Displacement at an unchanged draught in other water.
   *
   * @param tonnes displacement in the water of {@code density}
   * @param density that {@code tonnes} belongs to: the table's own, which is not always 1.025
   * @param otherDensity of the water she floats in
   */
  public static double displacementAtSameDraught(
      double tonnes, double density, double otherDensity) {
    return tonnes * otherDensity / density;
  }

  /** Tonnes per centimetre in dock water, from the value in sea water. */
  public static double tonnesPerCentimetre(double inSeaWater, double density) {
    return inSeaWater * density / SEA_WATER;
  }

  /**
   * Draught of an unchanged mass in other water, by proportion: exact for a wall-sided hull only.
   */
  public static double wallSidedDraught(double draughtMetres, double density, double otherDensity) {
    return draughtMetres * density / otherDensity;
  }

  /** Mass that sinks her by {@code metres}, at one TPC. */
  public static double tonnesToSink(double metres, double tonnesPerCentimetre) {
    return metres * 100 * tonnesPerCentimetre;
  }

  /** Sinkage in metres by {@code tonnes}, at one TPC. */
  public static double sinkageMetres(double tonnes, double tonnesPerCentimetre) {
    return tonnes / tonnesPerCentimetre / 100;
  }
}
