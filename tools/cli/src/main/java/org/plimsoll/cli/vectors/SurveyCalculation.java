package org.plimsoll.cli.vectors;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.form.CompletedForm;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.FormLine;
import org.plimsoll.naval.form.FormReadings;
import org.plimsoll.naval.form.FormResult;
import org.plimsoll.naval.form.FormShip;
import org.plimsoll.naval.form.FormSurvey;
import org.plimsoll.naval.form.MeanForm;
import org.plimsoll.naval.form.Precision;
import org.plimsoll.naval.form.SurveyForm;
import org.plimsoll.naval.form.TwoSurveys;

/** Draught surveys: the lines of the form by their names. */
final class SurveyCalculation implements Calculation {

  private static final Map<String, FormLine> LINES = lines();

  private static final Answer.Skipped HALF_LENGTH =
      new Answer.Skipped(
          "the half-length method is not adopted: its forward lever has a wrong sign");

  private static final Answer.Skipped NEEDS_HULL =
      new Answer.Skipped("rests on the exact displacement, which needs the formula of the hull");

  private final Inputs inputs;
  private final Example example;
  private final TableLibrary tables;

  SurveyCalculation(Inputs inputs, Example example, TableLibrary tables) {
    this.inputs = inputs;
    this.example = example;
    this.tables = tables;
  }

  private static Map<String, FormLine> lines() {
    Map<String, FormLine> lines = new HashMap<>();
    for (FormLine line : FormLine.values()) {
      lines.put(line.key().replace('_', ' '), line);
    }
    lines.put("trim", FormLine.TRUE_TRIM);
    lines.put("deflection", FormLine.DEFLECTION);
    lines.put("list", FormLine.LIST_DIFFERENCE);
    lines.put("list correction", FormLine.LIST_CORRECTION);
    for (String name : new String[] {"qmean", "quarter mean", "tq", "t q", "mean draught"}) {
      lines.put(name, FormLine.MEAN_DRAUGHT);
    }
    lines.put("disp table", FormLine.TABLE_DISPLACEMENT);
    lines.put("displacement table", FormLine.TABLE_DISPLACEMENT);
    lines.put("lcf arm aft", FormLine.FLOTATION_ARM);
    lines.put("lcf arm", FormLine.FLOTATION_ARM);
    lines.put("dmctc", FormLine.TRIM_MOMENT_DIFFERENCE);
    lines.put("disp 1025", FormLine.DISPLACEMENT_TABLE_WATER);
    lines.put("displacement", FormLine.DISPLACEMENT);
    lines.put("net displacement", FormLine.NET);
    lines.put("deadweight", FormLine.DEADWEIGHT);
    return lines;
  }

  @Override
  public Answer answer(Asked asked) {
    String words = asked.words();
    if (words.equals("exact displacement")) {
      return new TruthWithinBand(survey(inputs), inputs).answer();
    }
    if (words.startsWith("method error") || words.startsWith("error with readings")) {
      return NEEDS_HULL;
    }
    if (words.startsWith("corr ") && (asked.says("lbp/2") || survey(inputs).isHalfLength())) {
      return HALF_LENGTH;
    }
    if (words.startsWith("corr ") && inputs.has("trim") && !inputs.has("fp", "readings")) {
      return corrected(words);
    }
    if (words.equals("list angle") || words.equals("list deg") || words.equals("list degrees")) {
      return listAngle();
    }
    for (String phase : new String[] {"initial", "final"}) {
      if (words.contains(phase) && inputs.below(phase).isPresent()) {
        String rest = words.replace(phase, "").replaceAll("\\s+", " ").strip();
        return answer(new Asked(rest, asked.formula(), asked.unit()), inputs.below(phase).get());
      }
    }
    if (words.startsWith("cargo") && inputs.below("initial").isPresent()) {
      return difference();
    }
    return answer(asked, inputs);
  }

  private Answer answer(Asked asked, Inputs from) {
    String words = asked.words();
    boolean fromAp = words.equals("lcf from ap");
    FormLine line = fromAp ? FormLine.FLOTATION_ARM : LINES.get(words);
    if (line == null) {
      return Calculation.unknown();
    }
    if (line == FormLine.TABLE_DISPLACEMENT
        && words.equals("disp")
        && example.hasStep("disp table")) {
      line = FormLine.DISPLACEMENT;
    }
    if (line == FormLine.TRUE_TRIM && !hasMarks(from)) {
      line = FormLine.APPARENT_TRIM;
    }
    Optional<Answer.Figure> figure = figure(from, line);
    if (figure.isEmpty()) {
      return refusal(from, line);
    }
    if (fromAp) {
      double half = survey(from).lengthMetres() / 2;
      return new Answer.Figure(half - figure.get().full(), half - figure.get().reported(), "m");
    }
    boolean isByHead = words.contains("trim") && isForeLessAft(asked.formula());
    return isByHead
        ? new Answer.Figure(-figure.get().full(), -figure.get().reported(), figure.get().unit())
        : figure.get();
  }

  private static boolean isForeLessAft(String formula) {
    return formula.toLowerCase(Locale.ROOT).matches("\\(?\\s*(t_?)?f(wd|ore|orward)?\\s*-\\s*.*");
  }

  private Optional<Answer.Figure> figure(Inputs from, FormLine line) {
    FormResult full = complete(from, line, Precision.FULL);
    FormResult reported = complete(from, line, Precision.REPORTED);
    if (full instanceof FormResult.Completed exact
        && reported instanceof FormResult.Completed rounded
        && exact.form().value(line).isPresent()) {
      return Optional.of(
          new Answer.Figure(
              exact.form().value(line).get().doubleValue(),
              rounded.form().value(line).orElseThrow().doubleValue(),
              line.unit()));
    }
    return Optional.empty();
  }

  private Answer refusal(Inputs from, FormLine line) {
    FormResult result = complete(from, line, Precision.FULL);
    if (result instanceof FormResult.Refused refused) {
      return new Answer.Refused(refused.reason());
    }
    CompletedForm form = ((FormResult.Completed) result).form();
    return new Answer.Skipped(
        form.remarks().isEmpty()
            ? "the inputs do not lead to " + line.title()
            : String.join("; ", form.remarks()));
  }

  /** The form as far as the line. */
  private FormResult complete(Inputs from, FormLine line, Precision precision) {
    SurveyInputs survey = survey(from);
    FormReadings readings = survey.readings();
    boolean marksMatter =
        line.compareTo(FormLine.LENGTH_BETWEEN_MARKS) >= 0 && line != FormLine.LIST_DIFFERENCE;
    FormShip ship = survey.ship(marksMatter && (hasMarks(from) || restsOnMarks(line)));
    SurveyForm form = new SurveyForm(ship, precision);
    FormResult draughts =
        form.complete(new FormSurvey(readings, Optional.empty(), 1, Optional.empty()));
    if (line.compareTo(FormLine.TABLE_DISPLACEMENT) < 0
        || !(draughts instanceof FormResult.Completed lines)) {
      return draughts;
    }
    double mean = lines.form().value(FormLine.MEAN_DRAUGHT).orElseThrow().doubleValue();
    boolean isCargo = line.compareTo(FormLine.DEDUCTIBLES) >= 0;
    boolean needsWater = line.compareTo(FormLine.DENSITY_CORRECTION) >= 0;
    FormHydrostatics hydrostatics = survey.hydrostatics(mean);
    return form.complete(
        new FormSurvey(
            readings,
            Optional.of(hydrostatics),
            needsWater ? survey.waterDensity() : hydrostatics.densityTonnesPerCubicMetre(),
            isCargo
                ? Optional.of(survey.masses(line.compareTo(FormLine.DEADWEIGHT) >= 0))
                : Optional.empty()));
  }

  /** Where neither length nor marks are stated, the draughts stand as they were read. */
  private boolean hasMarks(Inputs from) {
    return survey(from).statesLengthOrMarks();
  }

  private static boolean restsOnMarks(FormLine line) {
    return line == FormLine.LENGTH_BETWEEN_MARKS
        || line == FormLine.CORRECTION_FORWARD
        || line == FormLine.CORRECTION_MIDSHIP
        || line == FormLine.CORRECTION_AFT
        || line.compareTo(FormLine.FLOTATION_ARM) >= 0;
  }

  private SurveyInputs survey(Inputs from) {
    String named =
        from.text("table", "hydrostatics_file", "hydrostatics").orElse("")
            + " "
            + example.sourceText();
    return new SurveyInputs(from, example.conventions(), tables.namedIn(named));
  }

  private Answer difference() {
    Inputs initial = inputs.below("initial").orElseThrow();
    Inputs last = inputs.below("final").orElse(inputs);
    double[] cargo = new double[2];
    for (Precision precision : Precision.values()) {
      FormResult before = complete(initial, FormLine.NET, precision);
      FormResult after = complete(last, FormLine.NET, precision);
      if (!(before instanceof FormResult.Completed first)
          || !(after instanceof FormResult.Completed second)) {
        return new Answer.Refused("a survey cannot be completed: " + before + ", " + after);
      }
      double tonnes = TwoSurveys.of(first.form(), second.form()).cargoTonnes().doubleValue();
      cargo[precision.ordinal()] = Math.abs(tonnes);
    }
    return new Answer.Figure(
        cargo[Precision.FULL.ordinal()], cargo[Precision.REPORTED.ordinal()], "t");
  }

  private Answer listAngle() {
    OptionalDouble breadth = inputs.metres("breadth", "b", "beam", "breadth_between_marks");
    OptionalDouble ofTable =
        survey(inputs).table().map(TableLibrary.Table::breadthMetres).orElse(breadth);
    double across = breadth.isPresent() ? breadth.getAsDouble() : ofTable.orElse(Double.NaN);
    if (Double.isNaN(across)) {
      inputs.needMissing("breadth");
    }
    return figure(inputs, FormLine.LIST_DIFFERENCE)
        .<Answer>map(
            list -> Answer.Figure.of(Math.toDegrees(Math.atan2(list.full(), across)), "deg"))
        .orElseGet(() -> refusal(inputs, FormLine.LIST_DIFFERENCE));
  }

  /** One end alone, from the trim and a length between the marks; such sources give its amount. */
  private Answer corrected(String words) {
    double length = inputs.needMetres("length_used", "length", "lbm", "length_between_marks");
    double trim = inputs.needMetres("trim");
    double forward = inputs.metres("d_fwd", "d_fore", "d").orElse(0);
    double aft = inputs.metres("d_aft", "d").orElse(0);
    FormLine line =
        Arrays.stream(FormLine.values())
            .filter(one -> one.key().replace('_', ' ').equals(words))
            .findFirst()
            .orElse(FormLine.CORRECTION_MIDSHIP);
    FormShip ship =
        new FormShip(
            length + aft + forward,
            new MarkPositions(length + aft, aft + length / 2, aft),
            0,
            MeanForm.SEAGOING);
    FormReadings readings = new FormReadings(0, 0, trim / 2, trim / 2, trim, trim);
    FormResult result =
        new SurveyForm(ship, Precision.FULL)
            .complete(new FormSurvey(readings, Optional.empty(), 1, Optional.empty()));
    return result instanceof FormResult.Completed completed
        ? Answer.Figure.of(
            Math.abs(completed.form().value(line).orElseThrow().doubleValue()), line.unit())
        : new Answer.Refused(((FormResult.Refused) result).reason());
  }
}
