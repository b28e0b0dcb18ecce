package org.plimsoll.naval.reconciliation;

/** What a residual says, from good to bad. */
public enum Verdict {
  /** Within its U95. */
  MATCH,
  /** Between once and twice its U95: read sensors and hydrometer again, count again. */
  CHECK,
  /** Beyond twice its U95: the master decides, units are weighed again. */
  DISCREPANCY,
  /** Not known well enough to say; never a match. */
  UNVERIFIED;

  /** By the residual alone. */
  public static Verdict of(double residualTonnes, double u95Tonnes) {
    double size = Math.abs(residualTonnes);
    return size <= u95Tonnes ? MATCH : size <= 2 * u95Tonnes ? CHECK : DISCREPANCY;
  }
}
