package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds linear predictors for one column by least squares. What it finds decides how short a block
 * becomes, never what it says: any predictor gives the values back.
 */
final class LinearFit {

  /** Shortest column that is worth a predictor of its own. */
  static final int MIN_VALUES = 16;

  private static final int[] ORDERS = {1, 2, 3, 4, 6, 8};
  private static final int MOST = 8;

  /** Values for each coefficient, so that coefficients do not cost more than they save. */
  private static final int VALUES_PER_COEFFICIENT = 6;

  /** From this length on, a coefficient earns a finer step. */
  private static final int LONG_COLUMN = 200;

  private static final int COARSE_SHIFT = 5;
  private static final int FINE_SHIFT = 6;

  /** Greatest coefficient, in steps. */
  private static final int MAX_STEPS = 1 << 10;

  /** Relative weight that keeps the equations solvable. */
  private static final double RIDGE = 1e-4;

  private LinearFit() {}

  /** Predictors for values about a base, the best for each order that this length can pay for. */
  static List<Predictor> of(long[] values, int count, long base, boolean aboutMean) {
    List<Predictor> found = new ArrayList<>();
    int most = Math.min(MOST, count / VALUES_PER_COEFFICIENT);
    if (count < MIN_VALUES || most < 1) {
      return found;
    }
    int shift = count < LONG_COLUMN ? COARSE_SHIFT : FINE_SHIFT;
    double[][] products = products(values, count, base, most);
    for (int order : ORDERS) {
      if (order > most) {
        break;
      }
      double[] solution = solve(products, order);
      int[] coefficients = new int[order];
      boolean useful = false;
      for (int i = 0; i < order; i++) {
        double steps = Math.rint(solution[i] * (1 << shift));
        coefficients[i] = (int) Math.max(-MAX_STEPS, Math.min(MAX_STEPS, steps));
        useful |= coefficients[i] != 0;
      }
      if (useful) {
        found.add(new Predictor(aboutMean, shift, coefficients));
      }
    }
    return found;
  }

  /** Sums of products of values {@code i} and {@code j} places back; what was before is 0. */
  private static double[][] products(long[] values, int count, long base, int most) {
    double[] padded = new double[count + most];
    for (int i = 0; i < count; i++) {
      padded[most + i] = values[i] - base;
    }
    double[][] products = new double[most + 1][most + 1];
    for (int i = 0; i <= most; i++) {
      for (int j = i; j <= most; j++) {
        double sum = 0;
        for (int t = most; t < padded.length; t++) {
          sum += padded[t - i] * padded[t - j];
        }
        products[i][j] = sum;
        products[j][i] = sum;
      }
    }
    return products;
  }

  /** Solves the normal equations of an order by Cholesky's method. */
  private static double[] solve(double[][] products, int order) {
    double ridge = products[0][0] * RIDGE + 1e-9;
    double[][] lower = new double[order][order];
    double[] solution = new double[order];
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = products[i + 1][j + 1] + (i == j ? ridge : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, ridge)) : sum / lower[j][j];
      }
      double sum = products[i + 1][0];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * solution[k];
      }
      solution[i] = sum / lower[i][i];
    }
    for (int i = order - 1; i >= 0; i--) {
      double sum = solution[i];
      for (int k = i + 1; k < order; k++) {
        sum -= lower[k][i] * solution[k];
      }
      solution[i] = sum / lower[i][i];
    }
    return solution;
  }
}
