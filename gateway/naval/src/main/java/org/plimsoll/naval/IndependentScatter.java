package org.plimsoll.naval;

import java.util.Map;

/**
 * Every reading by itself.
 *
 * @param metres standard uncertainty of each, >= 0
 */
record IndependentScatter(double metres) implements Scatter {

  IndependentScatter {
    if (!(metres >= 0)) {
      throw new IllegalArgumentException("scatter of " + metres + " m must be >= 0");
    }
  }

  @Override
  public double standard(Map<DraughtMark, Double> weights) {
    double squares = 0;
    for (double weight : weights.values()) {
      squares += weight * weight;
    }
    return metres * Math.sqrt(squares);
  }

  @Override
  public double greatestMetres() {
    return metres;
  }
}
