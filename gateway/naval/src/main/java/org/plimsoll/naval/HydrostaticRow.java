package org.plimsoll.naval;

/**
 * The hull's properties at one draught, even keel and upright, in water of the table's density.
 *
 * @param draughtMetres at midship, from the underside of the keel
 * @param displacementTonnes mass of the displaced water
 * @param tonnesPerCentimetre immersion (TPC)
 * @param trimMomentTonneMetresPerCentimetre moment to change trim by one centimetre (MCTC), from
 *     the longitudinal metacentric radius
 * @param flotationFromApMetres centre of flotation (LCF), + forward of the after perpendicular
 * @param buoyancyFromApMetres centre of buoyancy (LCB), + forward of the after perpendicular; NaN
 *     when the table does not give it
 * @param transverseMetacentreMetres height above the keel (KMT); NaN when the table does not give
 *     it
 */
public record HydrostaticRow(
    double draughtMetres,
    double displacementTonnes,
    double tonnesPerCentimetre,
    double trimMomentTonneMetresPerCentimetre,
    double flotationFromApMetres,
    double buoyancyFromApMetres,
    double transverseMetacentreMetres) {

  /**
   * The row at {@code fraction} of the way to {@code next}, every column linearly.
   *
   * @param fraction 0 gives this row, 1 gives {@code next}
   */
  HydrostaticRow towards(HydrostaticRow next, double fraction) {
    return new HydrostaticRow(
        between(draughtMetres, next.draughtMetres, fraction),
        between(displacementTonnes, next.displacementTonnes, fraction),
        between(tonnesPerCentimetre, next.tonnesPerCentimetre, fraction),
        between(
            trimMomentTonneMetresPerCentimetre, next.trimMomentTonneMetresPerCentimetre, fraction),
        between(flotationFromApMetres, next.flotationFromApMetres, fraction),
        between(buoyancyFromApMetres, next.buoyancyFromApMetres, fraction),
        between(transverseMetacentreMetres, next.transverseMetacentreMetres, fraction));
  }

  private static double between(double from, double to, double fraction) {
    return from + (to - from) * fraction;
  }
}
