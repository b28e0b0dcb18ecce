package org.plimsoll.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.CargoMeasured;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.TableEntry;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.departure.Finding.Outcome;
import org.plimsoll.naval.form.Appraisal;
import org.plimsoll.naval.form.FormLine;
import org.plimsoll.naval.loadline.FreshWaterAllowance;
import org.plimsoll.naval.sheet.SurveyColumn;

/** What the surveys say to the survey's standard, the load line and the limit of cargo. */
record Verdicts(SurveyFile file, Surveyor.Result result) {

  private static final double COVERAGE = 2;

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    for (SurveyColumn column : result.columns()) {
      findings.add(standard(column));
    }
    SurveyColumn last = result.columns().get(result.columns().size() - 1);
    file.ship().loadLine().ifPresent(line -> findings.add(loadLine(line, last)));
    file.ship().cargoLimitTonnes().ifPresent(limit -> findings.add(cargoLimit(limit, last)));
    return findings;
  }

  private Finding standard(SurveyColumn column) {
    String name = result.columns().size() == 1 ? "survey" : column.name() + "-survey";
    Appraisal appraisal = column.appraisal();
    int remarks = appraisal.remarks().size();
    return switch (appraisal.standing()) {
      case GOOD -> new Finding(name, Outcome.PASS, "GOOD: to survey standard");
      case DEGRADED ->
          new Finding(
              name,
              Outcome.CAUTION,
              "DEGRADED: a figure to be used with care, " + remarks + " remark(s)");
      case INCONCLUSIVE ->
          new Finding(
              name,
              Outcome.INCONCLUSIVE,
              "INCONCLUSIVE: no figure to rest on, " + remarks + " remark(s)");
    };
  }

  /** At the midship marks, each side for itself. */
  private Finding loadLine(ShipEntry.LoadLine line, SurveyColumn column) {
    Optional<FreshWaterAllowance> allowance = allowance(line);
    OptionalDouble port = column.appraisal().observed().at(DraughtMark.MIDSHIP_PORT);
    OptionalDouble starboard = column.appraisal().observed().at(DraughtMark.MIDSHIP_STARBOARD);
    if (allowance.isEmpty() || port.isEmpty() || starboard.isEmpty()) {
      return new Finding(
          "load-line",
          Outcome.INCONCLUSIVE,
          allowance.isEmpty()
              ? "the fresh water allowance is neither stated nor in the table"
              : "a midship draught is not known");
    }
    double allowed = line.draughtMetres() + allowance.get().dockWaterMetres(column.waterDensity());
    double margin = allowed - Math.max(port.getAsDouble(), starboard.getAsDouble());
    double doubt =
        COVERAGE
            * Math.hypot(file.accuracy().sensorSigmaMetres(), file.accuracy().commonBiasMetres());
    Outcome outcome = margin < 0 ? Outcome.FAIL : margin < doubt ? Outcome.CAUTION : Outcome.PASS;
    return new Finding(
        "load-line",
        column.appraisal().standing() == Appraisal.Standing.INCONCLUSIVE
            ? Outcome.INCONCLUSIVE
            : outcome,
        format(
            "port %.3f m, starboard %.3f m at the midship marks, allowed %.3f m in water of %.4f"
                + " t/m3: %s %.3f m (U95 of a reading %.3f m)",
            port.getAsDouble(),
            starboard.getAsDouble(),
            allowed,
            column.waterDensity(),
            margin < 0 ? "submerged by" : "clear by",
            Math.abs(margin),
            doubt));
  }

  private Optional<FreshWaterAllowance> allowance(ShipEntry.LoadLine line) {
    if (line.allowanceMetres().isPresent()) {
      return Optional.of(new FreshWaterAllowance(line.allowanceMetres().getAsDouble()));
    }
    return file.ship()
        .evenKeel()
        .flatMap(
            table ->
                table.atDraught(
                            line.draughtMetres() - file.ship().form().keelPlateMillimetres() / 1000)
                        instanceof TableEntry.Found found
                    ? Optional.of(
                        FreshWaterAllowance.ofSummer(
                            found.row().displacementTonnes(), found.row().tonnesPerCentimetre()))
                    : Optional.empty());
  }

  private Finding cargoLimit(double limit, SurveyColumn column) {
    Appraisal appraisal = column.appraisal();
    Optional<CargoMeasured> cargo =
        appraisal
            .lines()
            .flatMap(form -> form.value(FormLine.CARGO))
            .flatMap(
                tonnes ->
                    appraisal
                        .load()
                        .map(
                            budget -> new CargoMeasured(tonnes.doubleValue(), budget.u95Tonnes())));
    if (cargo.isEmpty() || appraisal.standing() == Appraisal.Standing.INCONCLUSIVE) {
      return new Finding(
          "cargo-limit", Outcome.INCONCLUSIVE, format("no cargo to hold against %.1f t", limit));
    }
    CargoMeasured measured = cargo.get();
    Outcome outcome =
        switch (measured.against(limit)) {
          case CERTAIN -> Outcome.FAIL;
          case POSSIBLE -> Outcome.CAUTION;
          case NONE -> Outcome.PASS;
        };
    return new Finding(
        "cargo-limit",
        outcome,
        format(
            "%.1f t with a U95 of %.1f t, limit %.1f t",
            measured.massTonnes(), measured.u95Tonnes(), limit));
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
