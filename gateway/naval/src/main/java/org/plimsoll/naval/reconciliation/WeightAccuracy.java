package org.plimsoll.naval.reconciliation;

/**
 * U95 of the weight of one unit by where it comes from; the errors of units are independent.
 *
 * @param weighedTonnes of the weighbridge
 * @param declaredPart of a declared weight
 * @param estimatedPart of the mean of a class that stands for a missing weight
 */
public record WeightAccuracy(double weighedTonnes, double declaredPart, double estimatedPart) {

  /** 50 kg weighed, 5 % declared, 30 % standard uncertainty of a class mean. */
  public static final WeightAccuracy USUAL = new WeightAccuracy(0.05, 0.05, 0.60);

  public WeightAccuracy {
    if (!(weighedTonnes >= 0 && declaredPart >= 0 && estimatedPart >= 0)) {
      throw new IllegalArgumentException("the accuracy of a weight is negative or not a number");
    }
  }
}
