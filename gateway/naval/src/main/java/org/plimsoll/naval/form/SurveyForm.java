package org.plimsoll.naval.form;

import static org.plimsoll.naval.form.Precision.DIGITS;
import static org.plimsoll.naval.form.Precision.decimal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills in the draught survey form of one ship, line by line in the order of the UNECE form, in
 * decimal arithmetic.
 */
public final class SurveyForm {

  static final String NEGATIVE_CONSTANT =
      "the constant is negative: a draught, density or deductible is wrong";

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NEMOTO = BigDecimal.valueOf(50);
  private static final BigDecimal LIST_COEFFICIENT = BigDecimal.valueOf(6);
  private static final double LEAST_DENSITY = 0.98;
  private static final double GREATEST_DENSITY = 1.06;

  private final FormShip ship;
  private final Precision precision;

  public SurveyForm(FormShip ship, Precision precision) {
    this.ship = ship;
    this.precision = precision;
  }

  /** Fills the form in as far as the survey is given; never throws on figures. */
  public FormResult complete(FormSurvey survey) {
    Sheet sheet = new Sheet(precision);
    draughts(sheet, survey.readings());
    if (survey.hydrostatics().isEmpty()) {
      return sheet.completed();
    }
    FormHydrostatics hydrostatics = survey.hydrostatics().get();
    double water = survey.waterDensityTonnesPerCubicMetre();
    if (!isDensity(water) || !isDensity(hydrostatics.densityTonnesPerCubicMetre())) {
      return new FormResult.Refused(
          String.format(
              Locale.ROOT,
              "water density %s t/m3 and table density %s t/m3, allowed %s to %s",
              water,
              hydrostatics.densityTonnesPerCubicMetre(),
              LEAST_DENSITY,
              GREATEST_DENSITY));
    }
    TableFigures figures =
        new TableFigures(
            decimal(ship.lengthBetweenPerpendicularsMetres()),
            sheet.get(FormLine.MEAN_DRAUGHT),
            sheet.get(FormLine.TRUE_TRIM),
            atSide(survey.readings().midshipPortMetres()),
            atSide(survey.readings().midshipStarboardMetres()));
    TableFigures.Outcome found = figures.of(hydrostatics);
    if (found instanceof TableFigures.Outside outside) {
      return new FormResult.Refused(outside.reason());
    }
    displacement(sheet, (TableFigures.Found) found);
    density(sheet, decimal(water), decimal(hydrostatics.densityTonnesPerCubicMetre()));
    survey.masses().ifPresent(masses -> cargo(sheet, masses));
    return sheet.completed();
  }

  private void draughts(Sheet sheet, FormReadings read) {
    BigDecimal lbp = decimal(ship.lengthBetweenPerpendicularsMetres());
    BigDecimal forwardOffset = decimal(ship.marks().forwardFromApMetres()).subtract(lbp);
    BigDecimal midshipOffset =
        decimal(ship.marks().midshipFromApMetres()).subtract(lbp.divide(TWO, DIGITS));
    BigDecimal aftOffset = decimal(ship.marks().aftFromApMetres());
    BigDecimal keel = decimal(ship.keelPlateMillimetres()).movePointLeft(3);

    BigDecimal meanForward =
        sheet.put(
            FormLine.MEAN_FORWARD, mean(read.forwardPortMetres(), read.forwardStarboardMetres()));
    BigDecimal meanMidship =
        sheet.put(
            FormLine.MEAN_MIDSHIP, mean(read.midshipPortMetres(), read.midshipStarboardMetres()));
    BigDecimal meanAft =
        sheet.put(FormLine.MEAN_AFT, mean(read.aftPortMetres(), read.aftStarboardMetres()));
    BigDecimal trim = sheet.put(FormLine.APPARENT_TRIM, meanAft.subtract(meanForward));
    BigDecimal length =
        sheet.put(FormLine.LENGTH_BETWEEN_MARKS, lbp.subtract(aftOffset).add(forwardOffset));

    BigDecimal forward =
        sheet.put(FormLine.CORRECTION_FORWARD, forwardOffset.multiply(trim).divide(length, DIGITS));
    BigDecimal midship =
        sheet.put(FormLine.CORRECTION_MIDSHIP, midshipOffset.multiply(trim).divide(length, DIGITS));
    BigDecimal aft =
        sheet.put(FormLine.CORRECTION_AFT, aftOffset.multiply(trim).divide(length, DIGITS));
    forward = sheet.put(FormLine.FORWARD, meanForward.add(forward).subtract(keel));
    midship = sheet.put(FormLine.MIDSHIP, meanMidship.add(midship).subtract(keel));
    aft = sheet.put(FormLine.AFT, meanAft.add(aft).subtract(keel));

    BigDecimal ends = sheet.put(FormLine.MEAN_OF_ENDS, forward.add(aft).divide(TWO, DIGITS));
    sheet.put(FormLine.DEFLECTION, midship.subtract(ends).multiply(HUNDRED));
    sheet.put(
        FormLine.LIST_DIFFERENCE,
        decimal(read.midshipPortMetres()).subtract(decimal(read.midshipStarboardMetres())));
    sheet.put(FormLine.MEAN_DRAUGHT, ship.mean().mean(forward, midship, aft));
    sheet.put(FormLine.TRUE_TRIM, aft.subtract(forward));
  }

  private void displacement(Sheet sheet, TableFigures.Found found) {
    BigDecimal lbp = decimal(ship.lengthBetweenPerpendicularsMetres());
    BigDecimal trim = sheet.get(FormLine.TRUE_TRIM);
    BigDecimal sum = sheet.put(FormLine.TABLE_DISPLACEMENT, found.displacement());
    BigDecimal tpc = sheet.put(FormLine.IMMERSION, found.immersion());
    if (found.flotationArm().isPresent()) {
      BigDecimal arm = sheet.put(FormLine.FLOTATION_ARM, found.flotationArm().get());
      BigDecimal first = trim.multiply(arm).multiply(tpc).multiply(HUNDRED).divide(lbp, DIGITS);
      sum = sum.add(sheet.put(FormLine.FIRST_TRIM, first));
    }
    if (found.trimMomentDifference().isPresent()) {
      BigDecimal difference =
          sheet.put(FormLine.TRIM_MOMENT_DIFFERENCE, found.trimMomentDifference().get());
      BigDecimal second =
          NEMOTO.multiply(trim).multiply(trim).multiply(difference).divide(lbp, DIGITS);
      sum = sum.add(sheet.put(FormLine.SECOND_TRIM, second));
    }
    if (found.sideImmersionDifference().isPresent()) {
      BigDecimal list =
          LIST_COEFFICIENT
              .multiply(sheet.get(FormLine.LIST_DIFFERENCE))
              .multiply(found.sideImmersionDifference().get());
      sum = sum.add(sheet.put(FormLine.LIST_CORRECTION, list));
    }
    sheet.put(FormLine.DISPLACEMENT_TABLE_WATER, sum);
    sheet.remarks.addAll(found.remarks());
  }

  private static void density(Sheet sheet, BigDecimal water, BigDecimal table) {
    BigDecimal before = sheet.get(FormLine.DISPLACEMENT_TABLE_WATER);
    BigDecimal correction =
        sheet.put(
            FormLine.DENSITY_CORRECTION,
            before.multiply(water.subtract(table)).divide(table, DIGITS));
    sheet.put(FormLine.DISPLACEMENT, before.add(correction));
  }

  private static void cargo(Sheet sheet, FormSurvey.Masses masses) {
    BigDecimal displacement = sheet.get(FormLine.DISPLACEMENT);
    BigDecimal lightship = decimal(masses.lightshipTonnes());
    BigDecimal sum = BigDecimal.ZERO;
    for (FormSurvey.Deductible deductible : masses.deductibles()) {
      sum = sum.add(decimal(deductible.massTonnes()));
    }
    sum = sheet.put(FormLine.DEDUCTIBLES, sum);
    BigDecimal net = sheet.put(FormLine.NET, displacement.subtract(sum));
    sheet.put(FormLine.DEADWEIGHT, displacement.subtract(lightship));
    BigDecimal rest = net.subtract(lightship);
    if (masses.constantTonnes().isPresent()) {
      sheet.put(FormLine.CARGO, rest.subtract(decimal(masses.constantTonnes().getAsDouble())));
      return;
    }
    sheet.put(FormLine.CONSTANT, rest);
    if (rest.signum() < 0) {
      sheet.remarks.add(NEGATIVE_CONSTANT);
    }
  }

  private BigDecimal atSide(double draughtMetres) {
    return decimal(draughtMetres).subtract(decimal(ship.keelPlateMillimetres()).movePointLeft(3));
  }

  private static BigDecimal mean(double port, double starboard) {
    return decimal(port).add(decimal(starboard)).divide(TWO, DIGITS);
  }

  private static boolean isDensity(double value) {
    return value >= LEAST_DENSITY && value <= GREATEST_DENSITY;
  }

  /** The lines as they are written. Used once by one thread. */
  private static final class Sheet {

    private final Precision precision;
    private final Map<FormLine, BigDecimal> values = new EnumMap<>(FormLine.class);
    private final List<String> remarks = new ArrayList<>();

    Sheet(Precision precision) {
      this.precision = precision;
    }

    /** Writes a line and returns the figure that the next lines go on with. */
    BigDecimal put(FormLine line, BigDecimal value) {
      BigDecimal kept = precision.keep(value);
      values.put(line, kept);
      return kept;
    }

    BigDecimal get(FormLine line) {
      BigDecimal value = values.get(line);
      if (value == null) {
        throw new IllegalStateException(line + " is used before it is written");
      }
      return value;
    }

    FormResult completed() {
      return new FormResult.Completed(new CompletedForm(precision, values, remarks));
    }
  }
}
