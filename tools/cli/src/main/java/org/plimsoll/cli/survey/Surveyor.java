package org.plimsoll.cli.survey;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.UncertaintyBudget.Cause;
import org.plimsoll.naval.form.Appraisal;
import org.plimsoll.naval.form.Appraisal.Standing;
import org.plimsoll.naval.form.CompletedForm;
import org.plimsoll.naval.form.FormAppraisal;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.FormLine;
import org.plimsoll.naval.form.FormSurvey;
import org.plimsoll.naval.form.Precision;
import org.plimsoll.naval.form.SurveyCircumstances;
import org.plimsoll.naval.form.TwoSurveys;
import org.plimsoll.naval.sheet.CargoBySurveys;
import org.plimsoll.naval.sheet.SurveyColumn;
import org.plimsoll.naval.tank.TankContent;

/**
 * Surveys what a file says.
 *
 * @param file with one or two surveys
 * @param precision of the figures
 */
record Surveyor(SurveyFile file, Precision precision) {

  /**
   * What came out.
   *
   * @param columns a survey each
   * @param difference of two surveys; empty where one of them has no net displacement
   */
  record Result(List<SurveyColumn> columns, Optional<CargoBySurveys> difference) {

    /** The worst of the surveys; without a difference two of them are inconclusive. */
    Standing standing() {
      if (columns.size() > 1 && difference.isEmpty()) {
        return Standing.INCONCLUSIVE;
      }
      return columns.stream()
          .map(column -> column.appraisal().standing())
          .reduce((one, other) -> one.compareTo(other) >= 0 ? one : other)
          .orElse(Standing.INCONCLUSIVE);
    }
  }

  Result survey() {
    List<SurveyColumn> columns = new ArrayList<>();
    for (int i = 0; i < file.surveys().size(); i++) {
      columns.add(column(i, columns, file.ship().constantTonnes()));
    }
    if (columns.size() == 1) {
      return new Result(columns, Optional.empty());
    }
    Optional<CargoBySurveys> difference = difference(columns);
    if (file.ship().constantTonnes().isEmpty()) {
      difference.ifPresent(cargo -> useConstant(columns, cargo));
    }
    return new Result(columns, difference);
  }

  /**
   * The lighter survey determines the constant, and the other has a cargo by it, which is then the
   * difference of both and as uncertain.
   */
  private void useConstant(List<SurveyColumn> columns, CargoBySurveys cargo) {
    int heavier = cargo.isLoaded() ? 1 : 0;
    Optional<BigDecimal> constant =
        withNet(columns.get(1 - heavier)).flatMap(form -> form.value(FormLine.CONSTANT));
    if (constant.isEmpty()) {
      return;
    }
    SurveyColumn column = column(heavier, columns, OptionalDouble.of(constant.get().doubleValue()));
    Appraisal judged = column.appraisal();
    columns.set(
        heavier,
        new SurveyColumn(
            column.name(),
            column.taken(),
            column.waterDensity(),
            column.tableDensity(),
            column.deductibles(),
            new Appraisal(
                judged.observed(),
                judged.form(),
                judged.displacement(),
                judged.net(),
                Optional.of(cargo.uncertainty()),
                judged.listDegrees(),
                judged.standing(),
                judged.remarks())));
  }

  private Optional<CargoBySurveys> difference(List<SurveyColumn> columns) {
    Optional<CompletedForm> first = withNet(columns.get(0));
    Optional<CompletedForm> last = withNet(columns.get(1));
    Optional<UncertaintyBudget> before = columns.get(0).appraisal().net();
    Optional<UncertaintyBudget> after = columns.get(1).appraisal().net();
    if (first.isEmpty() || last.isEmpty() || before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    SurveyEntry end = file.surveys().get(1);
    Set<Cause> shared = EnumSet.of(Cause.COMMON_BIAS, Cause.CONSTANT);
    if (end.isDensityShared()) {
      shared.add(Cause.DENSITY);
    }
    if (end.areDeductiblesShared()) {
      shared.add(Cause.DEDUCTIBLES);
    }
    return Optional.of(
        new CargoBySurveys(
            TwoSurveys.of(first.get(), last.get()).cargoTonnes(),
            UncertaintyBudget.ofDifference(before.get(), after.get(), shared)));
  }

  private static Optional<CompletedForm> withNet(SurveyColumn column) {
    return column.appraisal().lines().filter(form -> form.value(FormLine.NET).isPresent());
  }

  private SurveyColumn column(int index, List<SurveyColumn> done, OptionalDouble constant) {
    SurveyEntry entry = file.surveys().get(index);
    FormAppraisal appraisal =
        new FormAppraisal(
            file.ship().form(), entry.observed(), circumstances(entry, index, file.accuracy()));
    List<SurveyColumn.Deducted> deducted =
        entry.areDeductiblesShared() && index > 0
            ? done.get(0).deductibles()
            : deducted(entry, appraisal);
    boolean isKnown =
        entry.deductibles().isPresent()
            && deducted.stream().allMatch(one -> one.massTonnes().isPresent());
    Optional<FormSurvey.Masses> masses =
        isKnown
            ? Optional.of(
                new FormSurvey.Masses(
                    file.ship().lightshipTonnes(),
                    deducted.stream()
                        .map(
                            one ->
                                new FormSurvey.Deductible(
                                    one.name(), one.massTonnes().getAsDouble()))
                        .toList(),
                    constant))
            : Optional.empty();
    FormHydrostatics hydrostatics = entry.rows().or(file.ship()::hydrostatics).orElseThrow();
    double water = entry.density().tonnesPerCubicMetre();
    Appraisal judged =
        new FormAppraisal(
                file.ship().form(),
                entry.observed(),
                circumstances(entry, index, accuracy(entry, appraisal)))
            .appraise(hydrostatics, water, masses, precision);
    return new SurveyColumn(
        entry.name(),
        entry.taken(),
        water,
        OptionalDouble.of(hydrostatics.densityTonnesPerCubicMetre()),
        deducted,
        withMissing(judged, entry, deducted));
  }

  private SurveyCircumstances circumstances(SurveyEntry entry, int index, SurveyAccuracy accuracy) {
    Optional<OffsetDateTime> time = file.times().get(index);
    OptionalDouble inclined = entry.inclinometerDegrees();
    return new SurveyCircumstances(
        file.ship().breadthMetres(),
        entry.scatterMetres(),
        inclined.isPresent()
            ? OptionalDouble.of(Math.toRadians(inclined.getAsDouble()))
            : OptionalDouble.empty(),
        entry.densityAge(time),
        entry.density().validity(),
        accuracy);
  }

  /** Tanks by the trim and list that the draughts say, in the figures as reported. */
  private List<SurveyColumn.Deducted> deducted(SurveyEntry entry, FormAppraisal appraisal) {
    List<SurveyColumn.Deducted> deducted = new ArrayList<>();
    for (DeductibleEntry one : entry.deductibles().orElse(List.of())) {
      if (one instanceof DeductibleEntry.Mass mass) {
        deducted.add(
            new SurveyColumn.Deducted(mass.name(), mass.how(), OptionalDouble.of(mass.tonnes())));
      } else if (one instanceof DeductibleEntry.Gauged gauged) {
        deducted.add(gauged(gauged, content(gauged, appraisal)));
      }
    }
    return deducted;
  }

  private static SurveyColumn.Deducted gauged(DeductibleEntry.Gauged gauged, TankContent content) {
    String how =
        String.format(
            Locale.ROOT,
            "%s %.3f m",
            gauged.gauge().kind().name().toLowerCase(Locale.ROOT),
            gauged.gauge().metres());
    return content instanceof TankContent.Gauged found
        ? new SurveyColumn.Deducted(
            gauged.name(),
            String.format(
                Locale.ROOT,
                "%s, %.3f m3 x %.4f",
                how,
                found.volumeCubicMetres(),
                gauged.liquid().densityTonnesPerCubicMetre()),
            OptionalDouble.of(found.massTonnes()))
        : new SurveyColumn.Deducted(
            gauged.name(), ((TankContent.Unknown) content).reason(), OptionalDouble.empty());
  }

  private TankContent content(DeductibleEntry.Gauged gauged, FormAppraisal appraisal) {
    double trim =
        appraisal
            .draughts(precision)
            .flatMap(form -> form.value(FormLine.TRUE_TRIM))
            .map(Number::doubleValue)
            .orElse(0.0);
    return gauged.content(trim, appraisal.listDegrees());
  }

  /** What the file states of all together goes before what each says of itself. */
  private SurveyAccuracy accuracy(SurveyEntry entry, FormAppraisal appraisal) {
    SurveyAccuracy stated = file.accuracy();
    if (file.isDeductiblesSigmaStated()) {
      return stated;
    }
    double known = 0;
    boolean areAllKnown = entry.deductibles().isPresent();
    for (DeductibleEntry one : entry.deductibles().orElse(List.of())) {
      if (one instanceof DeductibleEntry.Mass mass) {
        areAllKnown &= mass.sigmaTonnes().isPresent();
        known = Math.hypot(known, mass.sigmaTonnes().orElse(0));
      } else if (one instanceof DeductibleEntry.Gauged gauged
          && content(gauged, appraisal) instanceof TankContent.Gauged found) {
        known = Math.hypot(known, found.sigmaTonnes());
      }
    }
    return new SurveyAccuracy(
        stated.sensorSigmaMetres(),
        stated.commonBiasMetres(),
        stated.densitySigmaTonnesPerCubicMetre(),
        areAllKnown ? known : Math.hypot(known, stated.deductiblesSigmaTonnes()),
        stated.constantSigmaTonnes());
  }

  /** Without the deductibles there is a displacement and no cargo, and the result says so. */
  private static Appraisal withMissing(
      Appraisal judged, SurveyEntry entry, List<SurveyColumn.Deducted> deducted) {
    List<String> remarks = new ArrayList<>(judged.remarks());
    Standing standing = judged.standing();
    if (entry.deductibles().isEmpty()) {
      remarks.add("no cargo: 'deductibles' is not stated (an empty list says that nothing is)");
    }
    for (SurveyColumn.Deducted one : deducted) {
      if (one.massTonnes().isEmpty()) {
        remarks.add("no cargo: " + one.how());
        standing = Standing.INCONCLUSIVE;
      }
    }
    return new Appraisal(
        judged.observed(),
        judged.form(),
        judged.displacement(),
        judged.net(),
        judged.load(),
        judged.listDegrees(),
        standing,
        remarks);
  }
}
