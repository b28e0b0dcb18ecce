package org.plimsoll.cli.vectors;

/** What a calculation says to a step. */
sealed interface Answer {

  /**
   * A figure.
   *
   * @param full in full precision
   * @param reported as a form reports it, rounded line by line; the same where nothing is rounded
   * @param unit of both; empty for a ratio
   */
  record Figure(double full, double reported, String unit) implements Answer {
    static Figure of(double value, String unit) {
      return new Figure(value, value, unit);
    }
  }

  /**
   * A figure that claims no more than its band, for a truth that the inputs do not determine.
   *
   * @param u95 half of the band that holds the truth 95 times in 100
   */
  record Banded(double value, double u95, String unit) implements Answer {}

  /** A name, such as that of a zone. */
  record Word(String text) implements Answer {}

  /** The calculation refuses what is given: a disagreement where a figure is expected. */
  record Refused(String reason) implements Answer {}

  /** Nothing was calculated. */
  record Skipped(String reason) implements Answer {}
}
