package org.plimsoll.naval.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.UncertaintyBudget;
import org.plimsoll.naval.UncertaintyBudget.Cause;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.form.Appraisal;
import org.plimsoll.naval.form.FormLine;
import org.plimsoll.naval.form.FormShip;
import org.plimsoll.naval.form.Precision;

/**
 * Lays the surveys of one ship out as a sheet. A pure function.
 *
 * @param ship herself
 * @param surveys one, or the initial and the final one
 * @param difference of two surveys
 * @param verdicts on marks and limits
 * @param precision how many places the figures have
 */
public record SurveySheet(
    ShipFacts ship,
    List<SurveyColumn> surveys,
    Optional<CargoBySurveys> difference,
    List<Finding> verdicts,
    Precision precision) {

  /** Places of a reported figure, as on the form. */
  private static final int PLACES = 3;

  private static final int DENSITY_PLACES = 4;
  private static final MathContext FULL = new MathContext(15, RoundingMode.HALF_UP);

  private static final String[] READINGS = {
    "forward port",
    "forward starboard",
    "midship port",
    "midship starboard",
    "aft port",
    "aft starboard"
  };
  private static final String[] READING_SYMBOLS = {"Fp", "Fs", "Mp", "Ms", "Ap", "As"};

  /** The sheet. */
  public Sheet sheet() {
    List<Sheet.Entry> heading = new ArrayList<>();
    heading.add(new Sheet.Entry("ship", ship.name()));
    heading.addAll(ship.heading());
    heading.addAll(particulars());
    List<Sheet.Block> blocks = new ArrayList<>();
    blocks.add(new Sheet.Block("Readings", readings()));
    blocks.add(new Sheet.Block("Draughts", lines(FormLine.MEAN_FORWARD, FormLine.TRUE_TRIM)));
    blocks.add(
        new Sheet.Block("Displacement", lines(FormLine.TABLE_DISPLACEMENT, FormLine.DISPLACEMENT)));
    blocks.add(new Sheet.Block("Deductibles", deductibles()));
    blocks.add(new Sheet.Block("Result", results()));
    blocks.add(new Sheet.Block("Uncertainty (k = 1), and U95 (k = 2)", uncertainty()));
    blocks.removeIf(block -> block.lines().isEmpty());
    return new Sheet(
        "Draught survey",
        heading,
        surveys.stream().map(SurveyColumn::name).toList(),
        blocks,
        verdicts,
        remarks());
  }

  private List<Sheet.Entry> particulars() {
    FormShip form = ship.form();
    List<Sheet.Entry> entries = new ArrayList<>();
    double lbp = form.lengthBetweenPerpendicularsMetres();
    entries.add(
        entry(
            "LBP, breadth between marks", "%.3f m, %.3f m", lbp, ship.breadthBetweenMarksMetres()));
    entries.add(
        entry(
            "marks, + forward",
            "dF %+.3f, dM %+.3f, dA %+.3f m",
            form.marks().forwardFromApMetres() - lbp,
            form.marks().midshipFromApMetres() - lbp / 2,
            form.marks().aftFromApMetres()));
    entries.add(
        entry(
            "keel plate, mean draught",
            "%.1f mm, %s",
            form.keelPlateMillimetres(),
            form.mean().name().toLowerCase(Locale.ROOT)));
    ship.lightshipTonnes().ifPresent(tonnes -> entries.add(entry("lightship", "%.1f t", tonnes)));
    ship.constantTonnes()
        .ifPresent(tonnes -> entries.add(entry("known constant", "%.1f t", tonnes)));
    entries.add(new Sheet.Entry("hydrostatics", ship.hydrostatics()));
    for (SurveyColumn survey : surveys) {
      survey
          .taken()
          .ifPresent(
              taken ->
                  entries.add(
                      new Sheet.Entry(
                          surveys.size() == 1 ? "taken" : survey.name() + " survey", taken)));
    }
    return entries;
  }

  private static Sheet.Entry entry(String label, String format, Object... arguments) {
    return new Sheet.Entry(label, String.format(Locale.ROOT, format, arguments));
  }

  private List<Sheet.Line> readings() {
    List<Sheet.Line> lines = new ArrayList<>();
    for (DraughtMark mark : DraughtMark.values()) {
      lines.add(
          line(
              "draught " + READINGS[mark.ordinal()],
              READING_SYMBOLS[mark.ordinal()],
              "m",
              survey -> {
                OptionalDouble read = survey.appraisal().observed().at(mark);
                return read.isPresent() ? figure(BigDecimal.valueOf(read.getAsDouble())) : "";
              }));
    }
    lines.add(
        line("density of the water", "rho", "t/m3", survey -> density(survey.waterDensity())));
    lines.add(
        line(
            "density of the table",
            "rho_t",
            "t/m3",
            survey ->
                survey.tableDensity().isPresent()
                    ? density(survey.tableDensity().getAsDouble())
                    : ""));
    return lines;
  }

  private static String density(double tonnesPerCubicMetre) {
    return BigDecimal.valueOf(tonnesPerCubicMetre)
        .setScale(DENSITY_PLACES, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The lines of the form from one to another, as far as a survey has them. */
  private List<Sheet.Line> lines(FormLine first, FormLine last) {
    List<Sheet.Line> lines = new ArrayList<>();
    for (FormLine line : FormLine.values()) {
      if (line.compareTo(first) >= 0 && line.compareTo(last) <= 0) {
        lines.add(
            new Sheet.Line(
                line.number(),
                line.title(),
                line.symbol(),
                line.unit(),
                line == FormLine.MEAN_DRAUGHT ? meanFormula() : line.formula(),
                values(survey -> value(survey, line)),
                line == FormLine.DISPLACEMENT
                    || line == FormLine.NET
                    || line == FormLine.CARGO
                    || line == FormLine.CONSTANT));
      }
    }
    lines.removeIf(line -> line.values().stream().allMatch(String::isEmpty));
    return lines;
  }

  private String meanFormula() {
    return switch (ship.form().mean()) {
      case SEAGOING -> FormLine.MEAN_DRAUGHT.formula();
      case RIVER -> "(T_fp + 4 T_mid + T_ap) / 6";
      case BARGE -> "(3 T_fp + 14 T_mid + 3 T_ap) / 20";
    };
  }

  private String value(SurveyColumn survey, FormLine line) {
    return survey
        .appraisal()
        .lines()
        .flatMap(form -> form.value(line))
        .map(this::figure)
        .orElse("");
  }

  private List<Sheet.Line> deductibles() {
    List<String> names =
        surveys.stream()
            .flatMap(survey -> survey.deductibles().stream())
            .map(SurveyColumn.Deducted::name)
            .distinct()
            .toList();
    List<Sheet.Line> lines = new ArrayList<>();
    for (String name : names) {
      String how =
          surveys.stream()
              .flatMap(survey -> survey.deductibles().stream())
              .filter(one -> one.name().equals(name))
              .map(SurveyColumn.Deducted::how)
              .distinct()
              .collect(Collectors.joining("; "));
      lines.add(
          new Sheet.Line("", name, "", "t", how, values(survey -> deducted(survey, name)), false));
    }
    return lines;
  }

  private String deducted(SurveyColumn survey, String name) {
    return survey.deductibles().stream()
        .filter(one -> one.name().equals(name))
        .map(
            one ->
                one.massTonnes().isPresent()
                    ? figure(BigDecimal.valueOf(one.massTonnes().getAsDouble()))
                    : "?")
        .findFirst()
        .orElse("");
  }

  private List<Sheet.Line> results() {
    List<Sheet.Line> lines = new ArrayList<>(lines(FormLine.DEDUCTIBLES, FormLine.CARGO));
    difference.ifPresent(
        cargo -> {
          List<String> values = new ArrayList<>();
          surveys.forEach(survey -> values.add(""));
          values.set(values.size() - 1, figure(cargo.tonnes().abs()));
          lines.add(
              new Sheet.Line(
                  "",
                  cargo.isLoaded() ? "cargo loaded" : "cargo discharged",
                  "Q2",
                  "t",
                  "net final - net initial",
                  values,
                  true));
        });
    return lines;
  }

  private List<Sheet.Line> uncertainty() {
    List<Sheet.Line> lines = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      lines.add(
          line(
              cause.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              "",
              "t",
              survey -> standard(survey.appraisal(), cause)));
    }
    lines.add(u95("U95 of the displacement", survey -> survey.appraisal().displacement()));
    lines.add(u95("U95 of the net displacement", survey -> survey.appraisal().net()));
    lines.add(
        u95(
            "U95 of the cargo",
            survey ->
                value(survey, FormLine.CARGO).isEmpty()
                    ? Optional.empty()
                    : survey.appraisal().load()));
    lines.removeIf(line -> line.values().stream().allMatch(String::isEmpty));
    difference.ifPresent(
        cargo -> {
          List<String> values = new ArrayList<>();
          surveys.forEach(survey -> values.add(""));
          values.set(values.size() - 1, tonnes(cargo.uncertainty().u95Tonnes()));
          lines.add(new Sheet.Line("", "U95 of the difference", "", "t", "", values, true));
        });
    return lines;
  }

  private Sheet.Line u95(String title, Function<SurveyColumn, Optional<UncertaintyBudget>> budget) {
    return new Sheet.Line(
        "",
        title,
        "",
        "t",
        "",
        values(survey -> budget.apply(survey).map(known -> tonnes(known.u95Tonnes())).orElse("")),
        true);
  }

  /** Of what is weighed, and of the constant where the cargo rests on a known one. */
  private static String standard(Appraisal appraisal, Cause cause) {
    Optional<UncertaintyBudget> weighed = appraisal.net().or(appraisal::displacement);
    if (cause == Cause.CONSTANT) {
      weighed = appraisal.load().filter(budget -> budget.tonnes(cause) > 0);
    }
    return weighed
        .filter(budget -> budget.standardTonnes().containsKey(cause))
        .map(budget -> tonnes(budget.tonnes(cause)))
        .orElse("");
  }

  private static String tonnes(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (SurveyColumn survey : surveys) {
      for (String remark : survey.appraisal().remarks()) {
        remarks.add(surveys.size() == 1 ? remark : survey.name() + ": " + remark);
      }
    }
    return remarks;
  }

  private Sheet.Line line(
      String title, String symbol, String unit, Function<SurveyColumn, String> value) {
    return new Sheet.Line("", title, symbol, unit, "", values(value), false);
  }

  private List<String> values(Function<SurveyColumn, String> value) {
    return surveys.stream().map(value).toList();
  }

  private String figure(BigDecimal value) {
    return precision == Precision.REPORTED
        ? value.setScale(PLACES, RoundingMode.HALF_UP).toPlainString()
        : value.round(FULL).stripTrailingZeros().toPlainString();
  }
}
