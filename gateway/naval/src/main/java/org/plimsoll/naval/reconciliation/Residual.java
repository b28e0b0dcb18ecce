package org.plimsoll.naval.reconciliation;

/**
 * Measured less best weight.
 *
 * @param tonnes + when more is aboard than the papers say
 * @param u95Tonnes of both sides together
 */
public record Residual(double tonnes, double u95Tonnes) {
  public Residual {
    // A residual that is not a number would pass every comparison.
    if (!(Double.isFinite(tonnes) && Double.isFinite(u95Tonnes) && u95Tonnes >= 0)) {
      throw new IllegalArgumentException("residual of %s t +- %s t".formatted(tonnes, u95Tonnes));
    }
  }
}
