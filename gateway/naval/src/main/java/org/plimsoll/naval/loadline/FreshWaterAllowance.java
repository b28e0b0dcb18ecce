package org.plimsoll.naval.loadline;

import static org.plimsoll.naval.loadline.DockWater.SEA_WATER;

/**
 * How much deeper than her marks she may lie in fresh water (article 12(3)).
 *
 * @param metres from sea water of 1.025 t/m3 to fresh water of 1.000 t/m3
 */
public record FreshWaterAllowance(double metres) {

  private static final double FRESH_WATER_STEP = 0.025;

  public FreshWaterAllowance {
    if (!(metres > 0)) {
      throw new IllegalArgumentException("fresh water allowance is " + metres + " m, must be > 0");
    }
  }

  /**
   * Regulation 40(7): D / (40 TPC) centimetres.
   *
   * @param displacementTonnes at the summer load line in sea water; the displacement, not the
   *     deadweight, which would give a third of it on a ferry
   * @param tonnesPerCentimetre there, in sea water
   */
  public static FreshWaterAllowance ofSummer(
      double displacementTonnes, double tonnesPerCentimetre) {
    return new FreshWaterAllowance(displacementTonnes / (40 * tonnesPerCentimetre) / 100);
  }

  /**
   * The part of the allowance for water between fresh and salt, in metres, proportional to the
   * difference of density. Nothing in water that is denser than sea water: the convention knows no
   * penalty.
   */
  public double dockWaterMetres(double density) {
    return metres * Math.max(0, SEA_WATER - density) / FRESH_WATER_STEP;
  }
}
