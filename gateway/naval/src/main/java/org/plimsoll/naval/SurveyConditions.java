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
 * @param scatterMetres observed standard uncertainty of each reading from the motion of ship and
 *     water, 0 for a single reading in still water
 * @param inclinometerRadians list by an inclinometer, + to starboard; empty without one
 */
public record SurveyConditions(
    double waterDensityTonnesPerCubicMetre,
    double deductiblesTonnes,
    OptionalInt passengers,
    double scatterMetres,
    OptionalDouble inclinometerRadians) {

  /** Without an inclinometer. */
  public SurveyConditions(
      double waterDensityTonnesPerCubicMetre,
      double deductiblesTonnes,
      OptionalInt passengers,
      double scatterMetres) {
    this(
        waterDensityTonnesPerCubicMetre,
        deductiblesTonnes,
        passengers,
        scatterMetres,
        OptionalDouble.empty());
  }

  public SurveyConditions {
    if (!(scatterMetres >= 0)) {
      throw new IllegalArgumentException("scatter of " + scatterMetres + " m must be >= 0");
    }
  }
}
