package org.plimsoll.naval.form;

import java.math.BigDecimal;

/**
 * How the three draughts become one: the midship draught counts more than the ends because a bend
 * immerses the broad middle.
 */
public enum MeanForm {
  /** The mean of means of means, (F + 6 M + A) / 8: right for the waterplanes of seagoing ships. */
  SEAGOING(1, 6),

  /** (F + 4 M + A) / 6: exact for a rectangular waterplane bent to a parabola. */
  RIVER(1, 4),

  /** (3 F + 14 M + 3 A) / 20: in use for barges, between the two. */
  BARGE(3, 14);

  private final int end;
  private final int middle;

  MeanForm(int end, int middle) {
    this.end = end;
    this.middle = middle;
  }

  /** The mean draught in metres, of the draughts forward, midship and aft. */
  public double mean(double forwardMetres, double midshipMetres, double aftMetres) {
    return (end * forwardMetres + middle * midshipMetres + end * aftMetres) / (2 * end + middle);
  }

  BigDecimal mean(BigDecimal forward, BigDecimal midship, BigDecimal aft) {
    return forward
        .add(aft)
        .multiply(BigDecimal.valueOf(end))
        .add(midship.multiply(BigDecimal.valueOf(middle)))
        .divide(BigDecimal.valueOf(2L * end + middle), Precision.DIGITS);
  }
}
