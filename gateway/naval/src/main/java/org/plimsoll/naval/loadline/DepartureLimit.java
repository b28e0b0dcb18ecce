package org.plimsoll.naval.loadline;

import org.plimsoll.naval.Phrase;

/**
 * The deepest midship draught with which the ship may leave, and what binds it.
 *
 * @param seaWaterMetres in water of 1.025 t/m3
 * @param bound what sets it
 * @param binding the mark or the harbour in words: {@code W in Skagerrak on 2026-11-01}
 * @param freshWaterAllowance of the ship
 */
public record DepartureLimit(
    double seaWaterMetres, Bound bound, String binding, FreshWaterAllowance freshWaterAllowance) {

  /** What kind of rule binds. */
  public enum Bound {
    /** The mark of the zone in which she leaves. */
    ZONE,
    /** The mark of a zone or season that she comes to. */
    ZONE_AHEAD,
    SUBDIVISION,
    /** The draught allowed at the destination. */
    ARRIVAL
  }

  /** The limit in the water in which she lies, in metres. */
  public double inWaterMetres(double density) {
    return seaWaterMetres + freshWaterAllowance.dockWaterMetres(density);
  }

  /** For the officer of the watch. */
  public String text() {
    return Phrase.of("%.3f m in sea water by %s", seaWaterMetres, binding);
  }
}
