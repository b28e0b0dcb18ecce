package org.plimsoll.cli.vectors;

import java.math.BigDecimal;

/** Sums and products of figures that people wrote in decimal, without binary noise. */
final class Decimal {

  private Decimal() {}

  static double sum(double a, double b) {
    return isFinite(a, b) ? BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue() : a + b;
  }

  static double times(double a, double b) {
    return isFinite(a, b)
        ? BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue()
        : a * b;
  }

  private static boolean isFinite(double a, double b) {
    return Double.isFinite(a) && Double.isFinite(b);
  }
}
