package org.plimsoll.naval;

/**
 * Standard uncertainties (k = 1) of everything that a survey rests on.
 *
 * @param sensorSigmaMetres of each draught reading by itself, independent of the others
 * @param commonBiasMetres shared by all draught readings (datum, keel, squat in a current)
 * @param densitySigmaTonnesPerCubicMetre of the measured water density
 * @param deductiblesSigmaTonnes of ballast, fuel, water and stores together
 * @param constantSigmaTonnes of the ship's constant and lightship together
 * @param principle what the draught sensors measure
 */
public record SurveyAccuracy(
    double sensorSigmaMetres,
    double commonBiasMetres,
    double densitySigmaTonnesPerCubicMetre,
    double deductiblesSigmaTonnes,
    double constantSigmaTonnes,
    DraughtPrinciple principle) {

  /**
   * Calm harbour, calibrated sensors, a fresh density sample: U95 of about 21 t on a 100 m ferry.
   */
  public static final SurveyAccuracy GOOD = new SurveyAccuracy(0.005, 0.003, 0.0005, 6, 5);

  /** What is met with most: U95 of about 54 t on a 100 m ferry. */
  public static final SurveyAccuracy TYPICAL = new SurveyAccuracy(0.010, 0.010, 0.001, 12, 15);

  /** Of sensors that measure the length. */
  public SurveyAccuracy(
      double sensorSigmaMetres,
      double commonBiasMetres,
      double densitySigmaTonnesPerCubicMetre,
      double deductiblesSigmaTonnes,
      double constantSigmaTonnes) {
    this(
        sensorSigmaMetres,
        commonBiasMetres,
        densitySigmaTonnesPerCubicMetre,
        deductiblesSigmaTonnes,
        constantSigmaTonnes,
        DraughtPrinciple.LENGTH);
  }

  /** The same with another standard uncertainty of the deductibles. */
  SurveyAccuracy withDeductibles(double sigmaTonnes) {
    return new SurveyAccuracy(
        sensorSigmaMetres,
        commonBiasMetres,
        densitySigmaTonnesPerCubicMetre,
        sigmaTonnes,
        constantSigmaTonnes,
        principle);
  }

  public SurveyAccuracy {
    if (!(sensorSigmaMetres >= 0
        && commonBiasMetres >= 0
        && densitySigmaTonnesPerCubicMetre >= 0
        && deductiblesSigmaTonnes >= 0
        && constantSigmaTonnes >= 0)) {
      throw new IllegalArgumentException("a standard uncertainty is negative or not a number");
    }
  }
}
