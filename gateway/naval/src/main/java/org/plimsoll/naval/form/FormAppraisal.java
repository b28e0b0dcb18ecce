package org.plimsoll.naval.form;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.form.Appraisal.Standing;

/**
 * Fills in a form and says how far it can be trusted, by the rules of the running survey: what lies
 * outside a table, contradicts itself or cannot be is named and never clamped. A pure function of
 * what it is made of; used once.
 */
public final class FormAppraisal {

  private static final int ALL_MARKS = DraughtMark.values().length;
  private static final double LIST_STANDARD_DEGREES = 0.5;
  private static final double INCLINOMETER_DEGREES = 0.2;
  private static final double TWIST_METRES = 0.040;
  private static final double DEFLECTION_PART_OF_LENGTH = 1 / 1000.0;

  /** The difference of two pairs has twice the scatter of a reading; twice that is allowed. */
  private static final double SCATTERS_OF_TWO_PAIRS = 4;

  private static final double SCATTERS_OF_A_BEND = 2;

  private final FormShip ship;
  private final ObservedDraughts observed;
  private final SurveyCircumstances circumstances;
  private final List<String> remarks = new ArrayList<>();
  private Standing standing = Standing.GOOD;

  public FormAppraisal(
      FormShip ship, ObservedDraughts observed, SurveyCircumstances circumstances) {
    this.ship = ship;
    this.observed = observed;
    this.circumstances = circumstances;
  }

  /** What the draughts alone say, for the trim and list by which tanks are gauged. */
  public Optional<CompletedForm> draughts(Precision precision) {
    return FormReadings.of(observed)
        .map(
            readings ->
                new SurveyForm(ship, precision)
                    .complete(new FormSurvey(readings, Optional.empty(), 1, Optional.empty())))
        .flatMap(
            result ->
                result instanceof FormResult.Completed completed
                    ? Optional.of(completed.form())
                    : Optional.empty());
  }

  /** List by the midship draughts in degrees, + to starboard; 0 where it is not known. */
  public double listDegrees() {
    return FormReadings.of(observed)
        .map(read -> read.midshipStarboardMetres() - read.midshipPortMetres())
        .map(metres -> Math.atan(metres / circumstances.breadthBetweenMarksMetres()))
        .map(Math::toDegrees)
        .orElse(0.0);
  }

  /**
   * The whole survey.
   *
   * @param hydrostatics of the hull
   * @param waterDensity t/m3 of the water she floats in
   * @param masses what is taken off; empty if that is not known
   */
  public Appraisal appraise(
      FormHydrostatics hydrostatics,
      double waterDensity,
      Optional<FormSurvey.Masses> masses,
      Precision precision) {
    Optional<FormReadings> readings = FormReadings.of(observed);
    if (readings.isEmpty()) {
      return refused(
          observed.metres().size()
              + " draughts are not enough: each station needs a side and one station both");
    }
    FormSurvey survey =
        new FormSurvey(readings.get(), Optional.of(hydrostatics), waterDensity, masses);
    FormResult result = new SurveyForm(ship, precision).complete(survey);
    judgeDraughts();
    judgeDensity();
    if (result instanceof FormResult.Refused refused) {
      return refused(refused.reason());
    }
    CompletedForm form = ((FormResult.Completed) result).form();
    judgeLines(form, hydrostatics);
    FormUncertainty uncertainty = new FormUncertainty(ship, survey, circumstances);
    Optional<UncertaintyBudget> displacement = uncertainty.displacement(observed);
    Optional<UncertaintyBudget> net =
        form.value(FormLine.NET).flatMap(line -> displacement.map(uncertainty::net));
    Optional<UncertaintyBudget> load =
        form.value(FormLine.CARGO).isPresent() ? net.map(uncertainty::cargo) : net;
    load.ifPresent(budget -> judgeLoad(form, budget));
    return new Appraisal(
        observed.completed().orElse(observed),
        result,
        displacement,
        net,
        load,
        listDegrees(),
        standing,
        remarks);
  }

  private Appraisal refused(String reason) {
    note(Standing.INCONCLUSIVE, reason);
    return new Appraisal(
        observed,
        draughts(Precision.REPORTED)
            .<FormResult>map(FormResult.Completed::new)
            .orElse(new FormResult.Refused(reason)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        listDegrees(),
        standing,
        remarks);
  }

  private void judgeDraughts() {
    int count = observed.metres().size();
    if (count < ALL_MARKS) {
      note(
          Standing.DEGRADED,
          "%d of %d draughts: the others follow from the list of the complete pairs",
          count,
          ALL_MARKS);
    }
    double list = listDegrees();
    if (Math.abs(list) > LIST_STANDARD_DEGREES) {
      note(Standing.DEGRADED, "list of %.2f degrees, standard %.2f", list, LIST_STANDARD_DEGREES);
    }
    double twist = observed.twistMetres();
    double scatter = circumstances.greatestScatterMetres();
    if (twist > TWIST_METRES + SCATTERS_OF_TWO_PAIRS * scatter) {
      note(
          Standing.DEGRADED,
          "contradictory draughts: port and starboard differ by %.3f m more at one station than at"
              + " another",
          twist);
    }
    circumstances.inclinometerRadians().stream()
        .map(Math::toDegrees)
        .filter(degrees -> !(Math.abs(degrees - list) <= INCLINOMETER_DEGREES))
        .forEach(
            degrees ->
                note(
                    Standing.DEGRADED,
                    "contradictory list: %.2f degrees by draughts, %.2f by inclinometer",
                    list,
                    degrees));
    draughts(Precision.FULL).ifPresent(form -> judgeBend(form, scatter));
  }

  private void judgeBend(CompletedForm draughts, double scatter) {
    double bend = draughts.value(FormLine.DEFLECTION).orElse(BigDecimal.ZERO).doubleValue() / 100;
    double plausible =
        ship.lengthBetweenPerpendicularsMetres() * DEFLECTION_PART_OF_LENGTH
            + SCATTERS_OF_A_BEND * scatter;
    if (Math.abs(bend) > plausible) {
      note(
          Standing.INCONCLUSIVE,
          "contradictory draughts: a deflection of %.3f m is more than the %.3f m that she can"
              + " bend, one of them is wrong",
          bend,
          plausible);
    }
  }

  private void judgeDensity() {
    Duration validity = circumstances.densityValidity();
    circumstances
        .densityAge()
        .filter(age -> age.compareTo(validity) > 0 || age.isNegative())
        .ifPresent(
            age ->
                note(
                    Standing.DEGRADED,
                    age.isNegative()
                        ? "the density sample is %d min younger than the survey"
                        : "stale density: the sample is %d min old, a sample holds %d min",
                    age.abs().toMinutes(),
                    validity.toMinutes()));
  }

  /** A correction that is left out degrades; a table by trim needs none for trim. */
  private void judgeLines(CompletedForm form, FormHydrostatics hydrostatics) {
    boolean isWhole =
        form.value(FormLine.LIST_CORRECTION).isPresent()
            && (hydrostatics instanceof FormHydrostatics.ByTrim
                || form.value(FormLine.SECOND_TRIM).isPresent());
    form.remarks().stream()
        .filter(remark -> !remark.equals(SurveyForm.NEGATIVE_CONSTANT))
        .forEach(remark -> note(isWhole ? Standing.GOOD : Standing.DEGRADED, remark));
  }

  /** Nothing aboard weighs less than nothing: within the band it may be chance. */
  private void judgeLoad(CompletedForm form, UncertaintyBudget budget) {
    FormLine line = form.value(FormLine.CARGO).isPresent() ? FormLine.CARGO : FormLine.CONSTANT;
    double tonnes = form.value(line).orElse(BigDecimal.ZERO).doubleValue();
    if (tonnes < 0) {
      boolean isCertain = tonnes < -budget.u95Tonnes();
      note(
          isCertain ? Standing.INCONCLUSIVE : Standing.DEGRADED,
          "negative %s: %.1f t with a U95 of %.1f t%s",
          line.title(),
          tonnes,
          budget.u95Tonnes(),
          isCertain ? ", so a draught, the density or a deductible is wrong" : "");
    }
  }

  private void note(Standing worse, String format, Object... arguments) {
    standing = standing.worseOf(worse);
    remarks.add(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
  }
}
