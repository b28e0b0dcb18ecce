package org.plimsoll.naval;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A hull's displacement by draught at midship and by trim.
 *
 * <p>What it gives is the displacement as trimmed: neither trim correction may be added to it.
 * Between draughts the columns are straight. Along the trim the curve goes through the nearest four
 * columns, because the straight line that does for draughts a decimetre apart is off by as much as
 * 0.7 t on the example ferry where the columns are half a metre apart and the transom immerses;
 * with two or three columns the curve goes through those. Outside there is no answer.
 */
public final class TrimmedTable {

  /** Columns that the curve along the trim goes through, where there are so many. */
  private static final int CURVE_COLUMNS = 4;

  private final double[] draughts;
  private final double[] trims;
  private final double[][] displacements;
  private final double densityTonnesPerCubicMetre;

  /**
   * Takes the arrays over.
   *
   * @param draughts strictly ascending, at least two, metres
   * @param trims strictly ascending, at least two, + by the stern, metres
   * @param displacements by draught, then by trim, tonnes
   */
  TrimmedTable(double[] draughts, double[] trims, double[][] displacements, double tableDensity) {
    if (draughts.length < 2 || trims.length < 2 || displacements.length != draughts.length) {
      throw new IllegalArgumentException(
          draughts.length + " draughts and " + trims.length + " trims, at least 2 of each");
    }
    this.draughts = draughts;
    this.trims = trims;
    this.displacements = displacements;
    this.densityTonnesPerCubicMetre = tableDensity;
  }

  /** Density of the water that the table was made for. */
  public double densityTonnesPerCubicMetre() {
    return densityTonnesPerCubicMetre;
  }

  /**
   * The displacement in tonnes; empty outside the table.
   *
   * @param draughtMetres mean draught at half length
   * @param trimMetres between the perpendiculars, + by the stern
   */
  public OptionalDouble displacementTonnes(double draughtMetres, double trimMetres) {
    if (!covers(draughts, draughtMetres) || !covers(trims, trimMetres)) {
      return OptionalDouble.empty();
    }
    int row = below(draughts, draughtMetres);
    double fraction = (draughtMetres - draughts[row]) / (draughts[row + 1] - draughts[row]);
    double lower = alongTrim(displacements[row], trimMetres);
    double upper = alongTrim(displacements[row + 1], trimMetres);
    return OptionalDouble.of(lower + (upper - lower) * fraction);
  }

  /** What the table covers, in words. */
  public String range() {
    return Phrase.of(
        "draughts %.3f to %.3f m and trims %.3f to %.3f m",
        draughts[0], draughts[draughts.length - 1], trims[0], trims[trims.length - 1]);
  }

  /** Lagrange's polynomial through the columns about the trim. */
  private double alongTrim(double[] row, double trimMetres) {
    int count = Math.min(CURVE_COLUMNS, trims.length);
    int first = below(trims, trimMetres) - (count - 2) / 2;
    first = Math.max(0, Math.min(first, trims.length - count));
    double sum = 0;
    for (int i = first; i < first + count; i++) {
      double weight = 1;
      for (int j = first; j < first + count; j++) {
        if (j != i) {
          weight *= (trimMetres - trims[j]) / (trims[i] - trims[j]);
        }
      }
      sum += weight * row[i];
    }
    return sum;
  }

  private static boolean covers(double[] ascending, double value) {
    return value >= ascending[0] && value <= ascending[ascending.length - 1];
  }

  /** Index of the entry at or below the value, never the last. */
  private static int below(double[] ascending, double value) {
    int found = Arrays.binarySearch(ascending, value);
    int index = found >= 0 ? found : -found - 2;
    return Math.min(index, ascending.length - 2);
  }
}
