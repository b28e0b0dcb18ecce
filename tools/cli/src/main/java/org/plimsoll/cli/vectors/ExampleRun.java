package org.plimsoll.cli.vectors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One example: chooses its calculation, asks for every step, and compares. Used once. */
final class ExampleRun {

  private final Example example;
  private final Inputs inputs;
  private final TableLibrary tables;
  private final VectorTally tally;

  ExampleRun(Example example, TableLibrary tables, VectorTally tally) {
    this.example = example;
    this.inputs = new Inputs(example.inputs());
    this.tables = tables;
    this.tally = tally;
  }

  void run() {
    Optional<Calculation> calculation = calculation();
    if (calculation.isEmpty()) {
      String topic = example.topic().isEmpty() ? "no topic" : "topic " + example.topic();
      tally.skipExample(example.id(), "nothing here calculates it (" + topic + ")");
      return;
    }
    if (example.steps().isEmpty()) {
      tally.skipExample(example.id(), "it has no steps");
    }
    for (Example.Step step : example.steps()) {
      compare(step, answer(calculation.get(), step.asked()));
    }
  }

  /** By the letters before the number, which say the topic, otherwise by the topic's words. */
  private Optional<Calculation> calculation() {
    String letters = example.id().replaceFirst("-.*", "").toUpperCase(Locale.ROOT);
    return switch (letters) {
      case "DS", "SF" -> Optional.of(survey());
      case "SQ" -> Optional.of(new SquatCalculation(inputs));
      case "LZ" -> Optional.of(new ZoneCalculation(inputs));
      case "LL" -> Optional.of(new LoadLineCalculation(inputs, example));
      case "UK", "GM" -> Optional.of(new StabilityCalculation(inputs));
      case "HY" -> Optional.of(report());
      default -> byTopic(example.topic().toLowerCase(Locale.ROOT));
    };
  }

  private Optional<Calculation> byTopic(String topic) {
    if (topic.contains("zone")) {
      return Optional.of(new ZoneCalculation(inputs));
    }
    if (topic.contains("squat")) {
      return Optional.of(new SquatCalculation(inputs));
    }
    if (topic.contains("loadline") || topic.contains("load-line")) {
      return Optional.of(new LoadLineCalculation(inputs, example));
    }
    if (topic.contains("hydrostatic")) {
      return Optional.of(report());
    }
    if (topic.contains("ukc") || topic.startsWith("gm")) {
      return Optional.of(new StabilityCalculation(inputs));
    }
    if (ShapeCalculation.fits(inputs)) {
      return Optional.of(new ShapeCalculation(inputs));
    }
    return inputs.has("fp", "readings", "initial") || ConstantCalculation.fits(inputs)
        ? Optional.of(survey())
        : Optional.empty();
  }

  private Calculation survey() {
    return ConstantCalculation.fits(inputs)
        ? new ConstantCalculation(inputs)
        : new SurveyCalculation(inputs, example, tables);
  }

  /** A report of a hydrostatics program, or a survey that stands under that name. */
  private Calculation report() {
    return inputs.has("fp", "readings") ? survey() : new ReportCalculation(inputs);
  }

  /** Impossible figures are refused by the types of the calculation: that is an answer too. */
  private Answer answer(Calculation calculation, Asked asked) {
    inputs.takeMissing();
    Answer answer;
    try {
      answer = calculation.answer(asked);
    } catch (IllegalArgumentException | ArithmeticException refused) {
      answer = new Answer.Refused(String.valueOf(refused.getMessage()));
    }
    List<String> missing = inputs.takeMissing();
    return missing.isEmpty()
        ? answer
        : new Answer.Skipped("the inputs lack " + String.join(", ", missing));
  }

  private void compare(Example.Step step, Answer answer) {
    String name = step.asked().name();
    if (step.wanted() instanceof Example.Wanted.Nothing nothing) {
      tally.skip(example.id(), name, nothing.reason());
    } else if (answer instanceof Answer.Skipped skipped) {
      tally.skip(example.id(), name, skipped.reason());
    } else if (answer instanceof Answer.Refused refused) {
      tally.disagree(example.id(), name, "refused: " + refused.reason());
    } else if (step.wanted() instanceof Example.Wanted.Word word) {
      compare(name, word.text(), answer);
    } else if (step.wanted() instanceof Example.Wanted.Figure figure) {
      compare(step.asked(), figure.expectation(), answer);
    }
  }

  private void compare(String name, String expected, Answer answer) {
    String got = answer instanceof Answer.Word word ? word.text() : "a figure";
    if (ZoneCalculation.isSame(expected, got)) {
      tally.agree();
    } else {
      tally.disagree(example.id(), name, "expected " + expected + ", got " + got);
    }
  }

  private void compare(Asked asked, Expectation expectation, Answer answer) {
    if (answer instanceof Answer.Banded banded) {
      compare(asked, expectation, banded);
      return;
    }
    if (!(answer instanceof Answer.Figure figure)) {
      tally.disagree(example.id(), asked.name(), "a figure is expected, got " + answer);
      return;
    }
    if (!Double.isFinite(figure.full())) {
      tally.disagree(example.id(), asked.name(), "got no number");
      return;
    }
    List<String> objections = expectation.objections(figure, asked.unit(), example.isReported());
    if (!objections.isEmpty()) {
      tally.disagree(example.id(), asked.name(), String.join("; ", objections));
      return;
    }
    tally.agree();
    if (expectation.isSourceWrong()) {
      tally.sourceError(
          String.format(
              Locale.ROOT,
              "%s %s: right is %s, printed %s. %s",
              example.id(),
              asked.name(),
              expectation.recomputed().orElseThrow(),
              expectation.published().orElse(Double.NaN),
              expectation.note()));
    }
  }

  /** The truth must lie within the band; how exact the truth is does not matter beside it. */
  private void compare(Asked asked, Expectation expectation, Answer.Banded banded) {
    double truth =
        expectation.published().orElseGet(() -> expectation.recomputed().orElse(Double.NaN));
    String text =
        String.format(
            Locale.ROOT,
            "%s %s of %.2f %s, surveyed %.2f +- %.1f",
            example.id(),
            asked.name(),
            truth,
            banded.unit(),
            banded.value(),
            banded.u95());
    if (Math.abs(banded.value() - truth) <= banded.u95()) {
      tally.agree();
      tally.band(text);
    } else {
      tally.disagree(example.id(), asked.name(), "outside U95: " + text);
    }
  }
}
