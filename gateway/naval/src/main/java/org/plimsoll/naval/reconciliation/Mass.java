package org.plimsoll.naval.reconciliation;

import org.plimsoll.vocabulary.Quality;

/**
 * A mass with how far it may be trusted.
 *
 * @param u95Tonnes expanded uncertainty, k = 2
 */
public record Mass(double tonnes, double u95Tonnes, Quality quality) {
  public Mass {
    if (!(Double.isFinite(tonnes) && Double.isFinite(u95Tonnes) && u95Tonnes >= 0)) {
      throw new IllegalArgumentException("mass of %s t +- %s t".formatted(tonnes, u95Tonnes));
    }
  }

  /** Good enough to verify with: read by a calibrated sensor or by an officer. */
  boolean isGood() {
    return quality == Quality.GOOD || quality == Quality.MANUAL;
  }
}
