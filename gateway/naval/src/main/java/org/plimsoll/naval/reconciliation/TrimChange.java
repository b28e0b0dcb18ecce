package org.plimsoll.naval.reconciliation;

/**
 * How the trim changed between the two surveys, and what that takes.
 *
 * @param metres after less before, + by the stern
 * @param u95Metres of the change
 * @param momentToChangeTrim MCTC, t m per centimetre, at the mean of both surveys
 * @param flotationMetres LCF from the after perpendicular, about which she trims
 */
public record TrimChange(
    double metres, double u95Metres, double momentToChangeTrim, double flotationMetres) {
  public TrimChange {
    if (!(Double.isFinite(metres)
        && Double.isFinite(u95Metres)
        && u95Metres >= 0
        && momentToChangeTrim > 0
        && Double.isFinite(flotationMetres))) {
      throw new IllegalArgumentException(
          "trim change of %s m +- %s m, MCTC %s".formatted(metres, u95Metres, momentToChangeTrim));
    }
  }

  /** In t m, + by the stern. */
  double momentTonneMetres() {
    return metres * 100 * momentToChangeTrim;
  }

  double momentU95TonneMetres() {
    return u95Metres * 100 * momentToChangeTrim;
  }
}
