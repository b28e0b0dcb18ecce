package org.plimsoll.naval;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known at the moment of the survey besides the draughts.
 *
 * @param waterDensityTonnesPerCubicMetre of the water she floats in
 * @param deductiblesTonnes ballast, fuel, water, crew, stores and the ship's constant: all that is
 *     aboard and neither lightship, passengers nor cargo
 * @param passengers on board; empty when nobody counted, and then no cargo is stated
 * @param scatter what the motion of ship and water leaves in doubt, as observed
 * @param inclinometerRadians list by an inclinometer, + to starboard; empty without one
 */
public record SurveyConditions(
    double waterDensityTonnesPerCubicMetre,
    double deductiblesTonnes,
    OptionalInt passengers,
    Scatter scatter,
    OptionalDouble inclinometerRadians) {

  /**
   * With the same scatter at each mark.
   *
   * @param scatterMetres observed standard uncertainty of each reading from the motion of ship and
   *     water, independent of the others; 0 for a single reading in still water
   */
  public SurveyConditions(
      double waterDensityTonnesPerCubicMetre,
      double deductiblesTonnes,
      OptionalInt passengers,
      double scatterMetres,
      OptionalDouble inclinometerRadians) {
    this(
        waterDensityTonnesPerCubicMetre,
        deductiblesTonnes,
        passengers,
        Scatter.independent(scatterMetres),
        inclinometerRadians);
  }

  /** With the same scatter at each mark and without an inclinometer. */
  public SurveyConditions(
      double waterDensityTonnesPerCubicMetre,
      double deductiblesTonnes,
      OptionalInt passengers,
      double scatterMetres) {
    this(
        waterDensityTonnesPerCubicMetre,
        deductiblesTonnes,
        passengers,
        Scatter.independent(scatterMetres),
        OptionalDouble.empty());
  }
}
