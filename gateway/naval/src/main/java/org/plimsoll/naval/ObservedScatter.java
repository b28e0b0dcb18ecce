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
  private final List<Together> groups = new ArrayList<>();
  private final double greatestMetres;

  ObservedScatter(Map<DraughtMark, FittedLine> lines) {
    this.lines = new EnumMap<>(lines);
    double greatest = 0;
    for (FittedLine line : lines.values()) {
      greatest = Math.max(greatest, groupOf(line).variance(line.residualsMetres()));
    }
    greatestMetres = Math.sqrt(greatest);
  }

  private Together groupOf(FittedLine line) {
    for (Together group : groups) {
      if (sameSeconds(group.line, line)) {
        return group;
      }
    }
    Together group = Together.of(line);
    groups.add(group);
    return group;
  }

  @Override
  public double standard(Map<DraughtMark, Double> weights) {
    double variance = 0;
    for (Together group : groups) {
      variance += group.variance(sum(group.line, weights));
    }
    return Math.sqrt(variance);
  }

  @Override
  public double greatestMetres() {
    return greatestMetres;
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

  /**
   * What all marks share that were heard over the same seconds, reckoned once for all of them.
   *
   * @param line of one of them
   * @param filtered by lag, the part of a product of residuals in the filter's variance
   * @param scale makes independent readings come out right on average; 0 if nothing can be said
   */
  private record Together(FittedLine line, double[] filtered, double scale) {

    static Together of(FittedLine line) {
      double[] weights = line.weights();
      int length = weights.length;
      int lags = Math.min(LAG_SECONDS, length / 3);
      double[] filtered = new double[lags + 1];
      double expected = 0;
      double independent = 0;
      for (int lag = 0; lag <= lags; lag++) {
        double products = 0;
        double unit = 0;
        for (int i = 0; i + lag < length; i++) {
          products += weights[i] * weights[i + lag];
          unit += line.expected(i, i + lag);
        }
        double taper = (1 - lag / (lags + 1.0)) * (lag == 0 ? 1 : 2);
        filtered[lag] = taper * products;
        expected += filtered[lag] * unit;
        independent += lag == 0 ? products : 0;
      }
      return new Together(line, filtered, expected > 0 ? independent / expected : 0);
    }

    /** Variance of what the filter makes of readings that move so about their line. */
    double variance(double[] residuals) {
      double observed = 0;
      for (int lag = 0; lag < filtered.length; lag++) {
        double products = 0;
        for (int i = 0; i + lag < residuals.length; i++) {
          products += residuals[i] * residuals[i + lag];
        }
        observed += filtered[lag] * products;
      }
      return Math.max(0, observed) * scale;
    }
  }
}
