package org.plimsoll.naval.form;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.HullFormDoubt;
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
    Optional<CompletedForm> here = form(observed);
    OptionalDouble tonnes = tonnes(observed);
    if (here.isEmpty() || tonnes.isEmpty()) {
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
    causes.put(Cause.HULL_FORM, hullForm(here.get()));
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

  private double hullForm(CompletedForm form) {
    return new HullFormDoubt(ship.marks(), ship.lengthBetweenPerpendicularsMetres())
        .tonnes(
            value(form, FormLine.DEFLECTION) / 100,
            value(form, FormLine.IMMERSION),
            value(form, FormLine.SECOND_TRIM),
            value(form, FormLine.LIST_CORRECTION));
  }

  private static double value(CompletedForm form, FormLine line) {
    return form.value(line).map(Number::doubleValue).orElse(0.0);
  }

  private OptionalDouble tonnes(ObservedDraughts observed) {
    return form(observed)
        .flatMap(form -> form.value(FormLine.DISPLACEMENT))
        .map(value -> OptionalDouble.of(value.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private Optional<CompletedForm> form(ObservedDraughts observed) {
    return FormReadings.of(observed)
        .map(
            readings ->
                new SurveyForm(ship, Precision.FULL)
                    .complete(
                        new FormSurvey(
                            readings,
                            survey.hydrostatics(),
                            survey.waterDensityTonnesPerCubicMetre(),
                            Optional.empty())))
        .flatMap(
            result ->
                result instanceof FormResult.Completed completed
                    ? Optional.of(completed.form())
                    : Optional.empty());
  }
}
