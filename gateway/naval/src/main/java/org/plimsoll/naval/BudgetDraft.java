package org.plimsoll.naval;

import java.util.EnumMap;
import java.util.Map;
import org.plimsoll.naval.UncertaintyBudget.Cause;

/**
 * Propagation of what is uncertain to the displacement and the cargo, each cause by its own
 * sensitivity. A pure function.
 */
record BudgetDraft(SurveyChain chain, SurveyAccuracy accuracy) {

  /** The part of a bend that counts is 0.72 to 0.80 for waterplanes of 0.90 to 0.65. */
  private static final double BEND_PART = 0.03;

  /** On a ferry whose transom immerses, the even-keel chain is 2.9 t off with 10 t of it. */
  private static final double SECOND_TRIM_PART = 0.25;

  /** The coefficient is 6 by convention and 12.5 for a prism. */
  private static final double LIST_PART = 1;

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

  /**
   * The quarter mean's 6/8 suits a waterplane of usual fullness, and the straight line from the
   * marks to the perpendiculars takes a part of the bend for draught; what is left out of the
   * series along the trim; and a coefficient of the list correction that depends on where the flare
   * sits.
   */
  private double hullForm(SurveyChain.Outcome.Worked worked) {
    Displacement displacement = worked.displacement();
    double bend = chain.bendAtEnds() / 4 + BEND_PART;
    return Math.hypot(
        Math.abs(worked.floating().deflectionMetres())
            * bend
            * 100
            * worked.row().tonnesPerCentimetre(),
        Math.hypot(
            SECOND_TRIM_PART * displacement.secondTrimCorrectionTonnes(),
            LIST_PART * displacement.listCorrectionTonnes()));
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
