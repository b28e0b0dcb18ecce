package org.plimsoll.cli.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a step must come to. No calculation sees it.
 *
 * @param published by the source
 * @param recomputed by the maker of the file, printed to six places
 * @param fullPrecision the same where the published one is rounded on the way
 * @param tolerance absolute, in the step's unit
 * @param relative part of the expected value
 * @param isSourceWrong whether the published value is recorded as an error of the source
 * @param note in words
 */
record Expectation(
    OptionalDouble published,
    OptionalDouble recomputed,
    OptionalDouble fullPrecision,
    double tolerance,
    double relative,
    boolean isSourceWrong,
    String note) {

  /** Half of the sixth decimal place, and a little for its binary form. */
  private static final double PRINTED = 0.5e-6 * 1.000_1;

  /** What two ways to compute the same double may differ in. */
  private static final double ROUNDING = 1e-12;

  static Expectation of(JsonNode step) {
    JsonNode stated = step.path("tolerance");
    return new Expectation(
        Inputs.number(step.path("published")),
        Inputs.number(step.path("recomputed")),
        Inputs.number(step.path("full_precision")),
        first(stated, step, "abs", "tolerance_abs", "abs_tolerance", "absolute"),
        first(stated, step, "rel", "tolerance_rel", "rel_tolerance", "relative"),
        step.path("pass").isBoolean() && !step.path("pass").booleanValue(),
        step.path("note").asText(""));
  }

  /** A figure that is a fact, not a measurement. */
  static Expectation exactly(double value) {
    return new Expectation(
        OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty(), 0, 0, false, "");
  }

  /** A tolerance is a number, an object of an absolute and a relative one, or stands beside. */
  private static double first(JsonNode stated, JsonNode step, String... names) {
    if (names[0].equals("abs") && stated.isNumber()) {
      return Math.abs(stated.doubleValue());
    }
    for (String name : names) {
      for (JsonNode place : List.of(stated.path(name), step.path(name))) {
        if (place.isNumber()) {
          return Math.abs(place.doubleValue());
        }
      }
    }
    return 0;
  }

  boolean isEmpty() {
    return published.isEmpty() && recomputed.isEmpty() && fullPrecision.isEmpty();
  }

  /** The same with at least this tolerance where the file states none. */
  Expectation orTolerance(double least) {
    return tolerance > 0 || relative > 0
        ? this
        : new Expectation(
            published, recomputed, fullPrecision, least, relative, isSourceWrong, note);
  }

  /**
   * What is wrong with a figure, in words; empty if it agrees.
   *
   * @param isReported whether the source rounds line by line
   */
  List<String> objections(Answer.Figure figure, String unit, boolean isReported) {
    double full = Units.convert(figure.full(), figure.unit(), unit);
    double reported = Units.convert(figure.reported(), figure.unit(), unit);
    double ours = isReported ? reported : full;
    List<String> objections = new ArrayList<>();
    if (isSourceWrong) {
      if (recomputed.isEmpty()) {
        objections.add("the file states no right value");
      }
      if (published.isPresent() && isNear(ours, published.getAsDouble(), 0)) {
        objections.add("repeats the error of the source, " + published.getAsDouble());
      }
    } else if (published.isPresent() && !isNear(ours, published.getAsDouble(), 0)) {
      objections.add(text(published.getAsDouble(), ours));
    }
    if (recomputed.isPresent() && !isNear(ours, recomputed.getAsDouble(), PRINTED)) {
      objections.add(text(recomputed.getAsDouble(), ours));
    }
    if (fullPrecision.isPresent()
        && !(Math.abs(full - fullPrecision.getAsDouble()) <= PRINTED + ROUNDING * Math.abs(full))) {
      objections.add("in full precision " + text(fullPrecision.getAsDouble(), full));
    }
    return objections;
  }

  private boolean isNear(double ours, double expected, double printed) {
    double allowed =
        Math.max(Math.max(tolerance, printed), relative * Math.abs(expected))
            + ROUNDING * Math.max(1, Math.abs(expected));
    return Math.abs(ours - expected) <= allowed;
  }

  private static String text(double expected, double ours) {
    return String.format(Locale.ROOT, "expected %s, got %s", places(expected), places(ours));
  }

  private static String places(double value) {
    return Double.toString(Math.rint(value * 1e9) / 1e9);
  }
}
