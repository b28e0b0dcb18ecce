package org.plimsoll.naval.form;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.UncertaintyBudget.Cause;

/**
 * Propagates what is uncertain through the form itself, whatever its hydrostatics and its mean:
 * each reading is moved by a millimetre and the form filled in again. A pure function.
 */
record FormUncertainty(FormShip ship, FormSurvey survey, SurveyCircumstances circumstances) {

  private static final double STEP_METRES = 0.001;

  /** Empty where the form has no displacement even about the readings. */
  Optional<UncertaintyBudget> displacement(ObservedDraughts observed) {
    OptionalDouble tonnes = tonnes(observed);
    if (tonnes.isEmpty()) {
      return Optional.empty();
    }
    double sensors = 0;
    double waves = 0;
    double together = 0;
    for (DraughtMark mark : observed.metres().keySet()) {
      double perMetre = perMetre(observed, mark, tonnes.getAsDouble());
      double scatter = circumstances.scatterMetres().getOrDefault(mark, 0.0);
      sensors = Math.hypot(sensors, perMetre * circumstances.accuracy().sensorSigmaMetres());
      waves = Math.hypot(waves, perMetre * scatter);
      together += perMetre;
    }
    Map<Cause, Double> causes = new EnumMap<>(Cause.class);
    causes.put(Cause.SENSORS, sensors);
    causes.put(Cause.WAVES, waves);
    causes.put(Cause.COMMON_BIAS, Math.abs(together) * circumstances.accuracy().commonBiasMetres());
    causes.put(
        Cause.DENSITY,
        tonnes.getAsDouble()
            / survey.waterDensityTonnesPerCubicMetre()
            * circumstances.accuracy().densitySigmaTonnesPerCubicMetre());
    return Optional.of(new UncertaintyBudget(causes));
  }

  UncertaintyBudget net(UncertaintyBudget displacement) {
    return with(displacement, Cause.DEDUCTIBLES, circumstances.accuracy().deductiblesSigmaTonnes());
  }

  UncertaintyBudget cargo(UncertaintyBudget net) {
    return with(net, Cause.CONSTANT, circumstances.accuracy().constantSigmaTonnes());
  }

  private static UncertaintyBudget with(UncertaintyBudget budget, Cause cause, double tonnes) {
    Map<Cause, Double> causes = new EnumMap<>(budget.standardTonnes());
    causes.put(cause, tonnes);
    return new UncertaintyBudget(causes);
  }

  /** At the end of a table one side of the reading will do. */
  private double perMetre(ObservedDraughts observed, DraughtMark mark, double here) {
    OptionalDouble deeper = tonnes(observed.deeperAt(mark, STEP_METRES));
    OptionalDouble higher = tonnes(observed.deeperAt(mark, -STEP_METRES));
    if (deeper.isPresent() && higher.isPresent()) {
      return (deeper.getAsDouble() - higher.getAsDouble()) / (2 * STEP_METRES);
    }
    return deeper.isPresent()
        ? (deeper.getAsDouble() - here) / STEP_METRES
        : (here - higher.orElse(here)) / STEP_METRES;
  }

  private OptionalDouble tonnes(ObservedDraughts observed) {
    Optional<FormReadings> readings = FormReadings.of(observed);
    if (readings.isEmpty()) {
      return OptionalDouble.empty();
    }
    FormResult result =
        new SurveyForm(ship, Precision.FULL)
            .complete(
                new FormSurvey(
                    readings.get(),
                    survey.hydrostatics(),
                    survey.waterDensityTonnesPerCubicMetre(),
                    Optional.empty()));
    return result instanceof FormResult.Completed completed
        ? completed
            .form()
            .value(FormLine.DISPLACEMENT)
            .map(value -> OptionalDouble.of(value.doubleValue()))
            .orElse(OptionalDouble.empty())
        : OptionalDouble.empty();
  }
}
