package org.plimsoll.naval.reconciliation;

/**
 * Measured less best weight.
 *
 * @param tonnes + when more is aboard than the papers say
 * @param u95Tonnes of both sides together
 */
public record Residual(double tonnes, double u95Tonnes) {}
