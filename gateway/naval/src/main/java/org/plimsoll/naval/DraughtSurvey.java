package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.vocabulary.Quality;

/**
 * The draught survey: six draughts in, how she lies and what she carries out, with the uncertainty
 * of the figure.
 *
 * <p><b>Missing readings.</b> Six readings give a {@link Quality#GOOD} result. With four or five
 * the survey is made and {@link Quality#DEGRADED} if forward, midship and aft have at least one
 * each (one station then has both, so the list is known and completes the others); the uncertainty
 * grows by itself, because fewer readings carry more weight each. With less there is no result.
 *
 * <p><b>Survey standard.</b> A list beyond 0.5 degrees (UNECE Code for draught surveys) and a table
 * that does not reach the layers of a correction degrade the result and do not suppress it. A list
 * against the inclinometer by more than 0.2 degrees, or against itself by more than 40 mm between
 * stations, says that a reading is wrong but not which: it degrades. So does a cargo that is less
 * than nothing. A deflection beyond LBP/1000, after the observed scatter is allowed for, is no bend
 * of the hull but a transmitter that is wrong: no result.
 */
public final class DraughtSurvey {

  /** Mass of a passenger: Intact Stability Code 2008, 3.1.2. */
  public static final double PASSENGER_TONNES = 0.075;

  private static final int ALL_MARKS = DraughtMark.values().length;
  private static final double LIST_STANDARD_RADIANS = Math.toRadians(0.5);
  private static final double DEFLECTION_PART_OF_LENGTH = 1 / 1000.0;
  private static final double INCLINOMETER_RADIANS = Math.toRadians(0.2);
  private static final double TWIST_METRES = 0.040;

  /** The difference of two pairs has twice the scatter of a reading; twice that is allowed. */
  private static final double SCATTERS_OF_TWO_PAIRS = 4;

  private static final double SEA_WATER = 1.025;
  private static final double FRESH_WATER_STEP = 0.025;
  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;

  private final ShipParticulars ship;
  private final SurveyChain chain;
  private final SurveyAccuracy accuracy;
  private final double freshWaterAllowanceMetres;

  /** A survey of one ship by her table for even keel alone. */
  public DraughtSurvey(ShipParticulars ship, HydrostaticTable table, SurveyAccuracy accuracy) {
    this(ship, table, Optional.empty(), accuracy);
  }

  /**
   * A survey of one ship.
   *
   * @param table must cover the ship's summer draught
   * @param trimmed the table by trim, which goes before trim corrections where it covers her
   * @throws IllegalArgumentException if the table does not cover the summer draught, or the tables
   *     were made for different water
   */
  public DraughtSurvey(
      ShipParticulars ship,
      HydrostaticTable table,
      Optional<TrimmedTable> trimmed,
      SurveyAccuracy accuracy) {
    trimmed.ifPresent(byTrim -> requireSameWater(table, byTrim));
    this.ship = ship;
    this.chain = new SurveyChain(ship, table, trimmed);
    this.accuracy = accuracy;
    TableEntry summer = table.atDraught(ship.summerDraughtMetres() - ship.keelPlateMetres());
    if (summer instanceof TableEntry.OutOfRange outside) {
      throw new IllegalArgumentException("summer " + outside.reason());
    }
    HydrostaticRow row = ((TableEntry.Found) summer).row();
    this.freshWaterAllowanceMetres =
        row.displacementTonnes() / (4 * row.tonnesPerCentimetre()) / 1000;
  }

  private DraughtSurvey(DraughtSurvey like, SurveyAccuracy accuracy) {
    this.ship = like.ship;
    this.chain = like.chain;
    this.accuracy = accuracy;
    this.freshWaterAllowanceMetres = like.freshWaterAllowanceMetres;
  }

  /** The same survey with another standard uncertainty of the deductibles, which tanks change. */
  public DraughtSurvey withDeductibles(double sigmaTonnes) {
    return new DraughtSurvey(this, accuracy.withDeductibles(sigmaTonnes));
  }

  private static void requireSameWater(HydrostaticTable table, TrimmedTable trimmed) {
    if (table.densityTonnesPerCubicMetre() != trimmed.densityTonnesPerCubicMetre()) {
      throw new IllegalArgumentException(
          "tables for water of "
              + table.densityTonnesPerCubicMetre()
              + " and "
              + trimmed.densityTonnesPerCubicMetre()
              + " t/m3");
    }
  }

  /** How she lies, which a tank's table needs; empty where the draughts do not say it. */
  public Optional<FloatingPosition> floating(ObservedDraughts observed) {
    return chain.floating(observed);
  }

  /** Surveys the ship; never throws on what sensors or people may say. */
  public SurveyResult survey(ObservedDraughts observed, SurveyConditions conditions) {
    double density = conditions.waterDensityTonnesPerCubicMetre();
    if (!(density >= LEAST_DENSITY && density <= GREATEST_DENSITY)) {
      return unsurveyable(
          "water density %.4f t/m3, allowed %.2f to %.2f",
          density, LEAST_DENSITY, GREATEST_DENSITY);
    }
    SurveyChain.Outcome outcome = chain.run(observed, density);
    if (outcome instanceof SurveyChain.Outcome.Failed failed) {
      return new SurveyResult.Unsurveyable(failed.reason());
    }
    SurveyChain.Outcome.Worked worked = (SurveyChain.Outcome.Worked) outcome;
    double deflection = worked.floating().deflectionMetres();
    double plausible =
        ship.lengthBetweenPerpendicularsMetres() * DEFLECTION_PART_OF_LENGTH
            + UncertaintyBudget.COVERAGE * conditions.scatter().greatestMetres();
    if (Math.abs(deflection) > plausible) {
      return unsurveyable(
          "deflection of %.3f m is more than the %.3f m that she can bend: a draught is wrong",
          deflection, plausible);
    }
    List<String> remarks = remarks(observed, conditions, worked);
    BudgetDraft budget = new BudgetDraft(chain, accuracy);
    UncertaintyBudget ofDisplacement = budget.displacement(observed, conditions, worked);
    UncertaintyBudget ofCargo = budget.cargo(ofDisplacement);
    Optional<CargoMeasured> cargo = cargo(conditions, worked, ofCargo);
    cargo.filter(DraughtSurvey::isImpossible).ifPresent(less -> remarks.add(lessThanNothing(less)));
    return new SurveyResult.Surveyed(
        worked.floating(),
        worked.displacement(),
        cargo,
        margin(worked.sides(), density),
        remarks.isEmpty() ? Quality.GOOD : Quality.DEGRADED,
        remarks,
        ofDisplacement,
        ofCargo);
  }

  private static List<String> remarks(
      ObservedDraughts observed, SurveyConditions conditions, SurveyChain.Outcome.Worked worked) {
    List<String> remarks = new ArrayList<>(worked.remarks());
    int readings = observed.metres().size();
    if (readings < ALL_MARKS) {
      remarks.add(readings + " of " + ALL_MARKS + " draughts");
    }
    double list = worked.floating().listRadians();
    if (Math.abs(list) > LIST_STANDARD_RADIANS) {
      remarks.add(Phrase.of("list of %.2f degrees, standard 0.50", Math.toDegrees(list)));
    }
    double twist = Sides.disagreementMetres(observed);
    if (twist > TWIST_METRES + SCATTERS_OF_TWO_PAIRS * conditions.scatter().greatestMetres()) {
      remarks.add(
          Phrase.of(
              "port and starboard differ by %.3f m more at one station than at another", twist));
    }
    conditions.inclinometerRadians().stream()
        .filter(inclined -> !(Math.abs(inclined - list) <= INCLINOMETER_RADIANS))
        .forEach(
            inclined ->
                remarks.add(
                    Phrase.of(
                        "list of %.2f degrees by draughts, %.2f by inclinometer",
                        Math.toDegrees(list), Math.toDegrees(inclined))));
    return remarks;
  }

  private Optional<CargoMeasured> cargo(
      SurveyConditions conditions,
      SurveyChain.Outcome.Worked worked,
      UncertaintyBudget uncertainty) {
    if (conditions.passengers().isEmpty()) {
      return Optional.empty();
    }
    double cargo =
        worked.displacement().tonnes()
            - ship.lightshipTonnes()
            - conditions.deductiblesTonnes()
            - conditions.passengers().getAsInt() * PASSENGER_TONNES;
    return Optional.of(new CargoMeasured(cargo, uncertainty.u95Tonnes()));
  }

  /** Twice the U95, as for a discrepancy: an empty ship is not to be doubted for her swell. */
  private static boolean isImpossible(CargoMeasured cargo) {
    return cargo.massTonnes() < -2 * cargo.u95Tonnes();
  }

  private static String lessThanNothing(CargoMeasured cargo) {
    return Phrase.of(
        "cargo of %.1f t is less than nothing by more than twice its U95 of %.1f t: a draught,"
            + " lightship, deductible or density is wrong",
        cargo.massTonnes(), cargo.u95Tonnes());
  }

  private LoadLineMargin margin(Sides sides, double density) {
    double dockWaterMetres =
        freshWaterAllowanceMetres * Math.max(0, SEA_WATER - density) / FRESH_WATER_STEP;
    double allowed = ship.summerDraughtMetres() + dockWaterMetres;
    return new LoadLineMargin(
        allowed - sides.midshipPortMetres(), allowed - sides.midshipStarboardMetres(), allowed);
  }

  private static SurveyResult unsurveyable(String format, Object... arguments) {
    return new SurveyResult.Unsurveyable(Phrase.of(format, arguments));
  }
}
