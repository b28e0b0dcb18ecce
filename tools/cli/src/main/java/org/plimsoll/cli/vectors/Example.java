package org.plimsoll.cli.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One worked example of a file.
 *
 * @param id such as {@code DS-01}
 * @param topic in the file's words
 * @param kind such as {@code published}
 * @param conventions signs and rounding, in words
 * @param sourceText of the source, in which a table may be named
 * @param inputs all that a calculation may use
 * @param steps in their order
 */
record Example(
    String id,
    String topic,
    String kind,
    String conventions,
    String sourceText,
    JsonNode inputs,
    List<Step> steps) {

  private static final Pattern ACCEPTANCE =
      Pattern.compile("reproduce the step values to ([0-9.]+) t\\b");

  /** A step: what is asked, and what must come out. */
  record Step(Asked asked, Wanted wanted) {}

  /** What must come out: a figure or a word. */
  sealed interface Wanted {
    record Figure(Expectation expectation) implements Wanted {}

    record Word(String text) implements Wanted {}

    /** Nothing that could be compared. */
    record Nothing(String reason) implements Wanted {}
  }

  /** Reads one; {@code id} is for an example that has none. */
  static Example of(JsonNode node, String id) {
    List<Step> steps = new ArrayList<>();
    double tonnes = acceptanceTonnes(node.path("notes").toString());
    for (JsonNode step : node.path("steps")) {
      steps.add(step(step, tonnes));
    }
    for (Map.Entry<String, JsonNode> expected : node.path("expected").properties()) {
      steps.add(new Step(new Asked(expected.getKey(), "", ""), wanted(expected.getValue())));
    }
    return new Example(
        node.path("id").asText(id),
        node.path("topic").asText(""),
        node.path("kind").asText(""),
        node.path("conventions").isTextual()
            ? node.path("conventions").textValue()
            : node.path("conventions").toString(),
        node.path("source").toString(),
        node.path("inputs"),
        List.copyOf(steps));
  }

  /** Whether the figures are rounded line by line, as a form that is filled in by hand. */
  boolean isReported() {
    return conventions.toLowerCase(Locale.ROOT).contains("round")
        || steps.stream()
            .anyMatch(
                step ->
                    step.wanted() instanceof Wanted.Figure figure
                        && figure.expectation().fullPrecision().isPresent());
  }

  boolean hasStep(String words) {
    return steps.stream().anyMatch(step -> step.asked().words().equals(words));
  }

  private static Step step(JsonNode step, double acceptanceTonnes) {
    Asked asked =
        new Asked(
            step.path("name").asText(""),
            step.path("formula").asText(""),
            step.path("unit").asText(""));
    Expectation expectation = Expectation.of(step);
    if (expectation.isEmpty()) {
      return new Step(
          asked,
          step.path("published").isTextual()
              ? new Wanted.Word(step.path("published").textValue())
              : new Wanted.Nothing("the step has no expected value"));
    }
    return new Step(
        asked,
        new Wanted.Figure(
            acceptanceTonnes > 0
                ? expectation.orTolerance(TableSteps.tolerance(asked.words(), acceptanceTonnes))
                : expectation));
  }

  private static Wanted wanted(JsonNode value) {
    if (value.isObject()) {
      Expectation expectation = Expectation.of(value);
      return expectation.isEmpty()
          ? new Wanted.Nothing("the step has no expected value")
          : new Wanted.Figure(expectation);
    }
    return value.isNumber()
        ? new Wanted.Figure(Expectation.exactly(value.doubleValue()))
        : new Wanted.Word(value.asText(""));
  }

  private static double acceptanceTonnes(String notes) {
    Matcher acceptance = ACCEPTANCE.matcher(notes);
    return acceptance.find() ? Double.parseDouble(acceptance.group(1)) : 0;
  }
}
