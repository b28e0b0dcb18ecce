package org.plimsoll.naval;

import java.util.Deque;
import org.plimsoll.naval.DraughtWindow.Second;

/**
 * The straight line through one mark's seconds, or their mean where they are too few for a line.
 *
 * @param first number of the first second
 * @param endMetres the line at the newest reading
 * @param residualsMetres from the line, by second from the first; 0 where nothing was heard
 * @param weights of each second in {@code endMetres}; 0 where nothing was heard
 * @param leverages of each second on its own fit and its neighbours', see {@link #expected}
 * @param free seconds that were heard, less the parameters of the line
 */
record FittedLine(
    long first,
    double endMetres,
    double[] residualsMetres,
    double[] weights,
    Hat leverages,
    int free) {

  /** The fit as a linear map: the part of second j in the fitted value at second i. */
  record Hat(boolean[] heard, double[] offsets, double count, double squares) {
    double part(int i, int j) {
      return 1 / count + (squares > 0 ? offsets[i] * offsets[j] / squares : 0);
    }
  }

  /** Of seconds in their order, at least one. */
  static FittedLine of(Deque<Second> heard) {
    long first = heard.getFirst().index;
    int length = (int) (heard.getLast().index - first) + 1;
    int count = heard.size();
    boolean[] present = new boolean[length];
    double[] offsets = new double[length];
    double[] metres = new double[length];
    double meanSeconds = 0;
    double meanMetres = 0;
    for (Second second : heard) {
      int i = (int) (second.index - first);
      present[i] = true;
      offsets[i] = i + second.offsetSeconds();
      metres[i] = second.metres();
      meanSeconds += offsets[i] / count;
      meanMetres += metres[i] / count;
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < length; i++) {
      if (present[i]) {
        offsets[i] -= meanSeconds;
        products += offsets[i] * (metres[i] - meanMetres);
        squares += offsets[i] * offsets[i];
      }
    }
    boolean sloped = length > DraughtWindow.LEAST_SECONDS && count > 2;
    Hat hat = new Hat(present, offsets, count, sloped ? squares : 0);
    double slope = sloped ? products / squares : 0;
    double[] residuals = new double[length];
    double[] weights = new double[length];
    for (int i = 0; i < length; i++) {
      if (present[i]) {
        residuals[i] = metres[i] - meanMetres - slope * offsets[i];
        weights[i] = hat.part(length - 1, i);
      }
    }
    return new FittedLine(
        first,
        meanMetres + slope * offsets[length - 1],
        residuals,
        weights,
        hat,
        count - (sloped ? 2 : 1));
  }

  double deviationMetres() {
    double squares = 0;
    for (double residual : residualsMetres) {
      squares += residual * residual;
    }
    return free > 0 ? Math.sqrt(squares / free) : 0;
  }

  /**
   * The expected product of the residuals of two seconds, were the readings independent with a
   * variance of 1; the fit itself makes neighbours depend on each other.
   */
  double expected(int i, int j) {
    if (!leverages.heard()[i] || !leverages.heard()[j]) {
      return 0;
    }
    return (i == j ? 1 : 0) - leverages.part(i, j);
  }
}
