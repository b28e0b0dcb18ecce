package org.plimsoll.naval.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How the figures of a form are kept from line to line. */
public enum Precision {

  /**
   * As reported: every line is rounded to three places, half away from zero, in decimal, and the
   * next line goes on with the rounded figure. Decimal matters: a quarter mean of 4.6435 m is a
   * tie, which binary doubles round down, and 1 mm is 4.5 t on a ship of 183 m.
   */
  REPORTED {
    @Override
    BigDecimal keep(BigDecimal value) {
      return value.setScale(PLACES, RoundingMode.HALF_UP);
    }
  },

  /** Thirty-four digits, nothing rounded on the way. */
  FULL {
    @Override
    BigDecimal keep(BigDecimal value) {
      return value;
    }
  };

  /** Decimal places of a reported figure. */
  static final int PLACES = 3;

  static final MathContext DIGITS = MathContext.DECIMAL128;

  abstract BigDecimal keep(BigDecimal value);

  /** The decimal that a person wrote, and not the binary fraction nearest to it. */
  static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }
}
