package org.plimsoll.cli.survey;

import java.math.BigDecimal;

/** Figures that people wrote in decimal, without binary noise. */
final class Decimals {

  private Decimals() {}

  static double sum(double a, double b) {
    return BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue();
  }

  static double times(double a, double b) {
    return BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue();
  }
}
