package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scatter of filtered draughts, from what the window has of their motion. A swell's readings
 * are not independent: the products of residuals up to {@link #LAG_SECONDS} apart say how much of
 * the motion the filter lets through (a lag window of Bartlett's, scaled so that independent
 * readings come out right on average). A swell that the filter averages well so counts for little,
 * a slow drift for much.
 *
 * <p>Marks heard over the same seconds are taken together, so that heave adds up and roll cancels;
 * those heard over others are taken as independent.
 */
final class ObservedScatter implements Scatter {

  /** Two periods of the swell. */
  static final int LAG_SECONDS = 16;

  private final Map<DraughtMark, FittedLine> lines;

  ObservedScatter(Map<DraughtMark, FittedLine> lines) {
    this.lines = new EnumMap<>(lines);
  }

  @Override
  public double standard(Map<DraughtMark, Double> weights) {
    double variance = 0;
    List<FittedLine> done = new ArrayList<>();
    for (FittedLine line : lines.values()) {
      if (done.stream().noneMatch(other -> sameSeconds(other, line))) {
        done.add(line);
        variance += variance(line, sum(line, weights));
      }
    }
    return Math.sqrt(variance);
  }

  @Override
  public double greatestMetres() {
    double greatest = 0;
    for (FittedLine line : lines.values()) {
      greatest = Math.max(greatest, variance(line, line.residualsMetres()));
    }
    return Math.sqrt(greatest);
  }

  /** The weighted sum of the residuals of all marks that were heard over the seconds of one. */
  private double[] sum(FittedLine like, Map<DraughtMark, Double> weights) {
    double[] sum = new double[like.residualsMetres().length];
    lines.forEach(
        (mark, line) -> {
          double weight = weights.getOrDefault(mark, 0.0);
          if (weight != 0 && sameSeconds(like, line)) {
            for (int i = 0; i < sum.length; i++) {
              sum[i] += weight * line.residualsMetres()[i];
            }
          }
        });
    return sum;
  }

  private static boolean sameSeconds(FittedLine one, FittedLine other) {
    return one.first() == other.first()
        && Arrays.equals(one.leverages().heard(), other.leverages().heard());
  }

  /** Variance of what the filter makes of readings that move so about their line. */
  private static double variance(FittedLine line, double[] residuals) {
    double[] weights = line.weights();
    int length = residuals.length;
    int lags = Math.min(LAG_SECONDS, length / 3);
    double observed = 0;
    double expected = 0;
    double independent = 0;
    for (int lag = 0; lag <= lags; lag++) {
      double filtered = 0;
      double products = 0;
      double unit = 0;
      for (int i = 0; i + lag < length; i++) {
        filtered += weights[i] * weights[i + lag];
        products += residuals[i] * residuals[i + lag];
        unit += line.expected(i, i + lag);
      }
      double taper = (1 - lag / (lags + 1.0)) * (lag == 0 ? 1 : 2);
      observed += taper * filtered * products;
      expected += taper * filtered * unit;
      independent += lag == 0 ? filtered : 0;
    }
    return expected > 0 ? Math.max(0, observed) * independent / expected : 0;
  }
}
