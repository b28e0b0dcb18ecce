package org.plimsoll.naval;

import java.util.EnumMap;
import java.util.Map;
import org.plimsoll.naval.UncertaintyBudget.Cause;

/**
 * Propagation of what is uncertain to the displacement and the cargo, each cause by its own
 * sensitivity. A pure function.
 */
record BudgetDraft(SurveyChain chain, SurveyAccuracy accuracy) {

  UncertaintyBudget displacement(
      ObservedDraughts observed, SurveyConditions conditions, SurveyChain.Outcome.Worked worked) {
    Map<Cause, Double> tonnes = new EnumMap<>(Cause.class);
    Map<DraughtMark, Double> perMetre = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : observed.metres().keySet()) {
      perMetre.put(mark, tonnes(worked, observed.deeperAt(mark, 1)));
    }
    Scatter sensors = Scatter.independent(accuracy.sensorSigmaMetres());
    tonnes.put(Cause.SENSORS, sensors.standard(perMetre));
    tonnes.put(Cause.WAVES, conditions.scatter().standard(perMetre));
    double deeper = tonnes(worked, observed.deeper(accuracy.commonBiasMetres()));
    tonnes.put(Cause.COMMON_BIAS, Math.abs(deeper));
    tonnes.put(Cause.HULL_FORM, hullForm(worked));
    tonnes.put(Cause.DENSITY, density(conditions, worked));
    return new UncertaintyBudget(tonnes);
  }

  UncertaintyBudget cargo(UncertaintyBudget displacement) {
    Map<Cause, Double> tonnes = new EnumMap<>(displacement.standardTonnes());
    tonnes.put(Cause.DEDUCTIBLES, accuracy.deductiblesSigmaTonnes());
    tonnes.put(Cause.CONSTANT, accuracy.constantSigmaTonnes());
    return new UncertaintyBudget(tonnes);
  }

  private double hullForm(SurveyChain.Outcome.Worked worked) {
    Displacement displacement = worked.displacement();
    ShipParticulars ship = chain.ship();
    return new HullFormDoubt(ship.marks(), ship.lengthBetweenPerpendicularsMetres())
        .tonnes(
            worked.floating().deflectionMetres(),
            worked.row().tonnesPerCentimetre(),
            displacement.secondTrimCorrectionTonnes(),
            displacement.listCorrectionTonnes());
  }

  /** A pressure sensor's draught falls as the density set rises, by T / rho. */
  private double density(SurveyConditions conditions, SurveyChain.Outcome.Worked worked) {
    double tonnes = worked.displacement().tonnes();
    if (accuracy.principle() == DraughtPrinciple.PRESSURE) {
      tonnes -= 100 * worked.row().tonnesPerCentimetre() * worked.floating().quarterMeanMetres();
    }
    return Math.abs(tonnes)
        / conditions.waterDensityTonnesPerCubicMetre()
        * accuracy.densitySigmaTonnesPerCubicMetre();
  }

  private double tonnes(SurveyChain.Outcome.Worked worked, ObservedDraughts changed) {
    return chain.tonnesBetween(worked, Sides.of(changed).orElseThrow());
  }
}
