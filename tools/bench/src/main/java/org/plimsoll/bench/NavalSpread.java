package org.plimsoll.bench;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How long the naval computation of a second took over a span, as the vessel's metrics have it; NaN
 * where they have not.
 *
 * @param computations that were timed
 * @param medianMillis half took less
 * @param p99Millis 99 of 100 took less
 * @param maxMillis the longest
 */
record NavalSpread(double computations, double medianMillis, double p99Millis, double maxMillis) {

  /**
   * Reads the metrics.
   *
   * @param span {@code first-minute} or {@code after}
   */
  static NavalSpread of(String metrics, String span) {
    String tag = "span=\"" + span + "\"} ";
    String seconds = "plimsoll_naval_seconds{quantile=\"%s\"," + tag;
    return new NavalSpread(
        value(metrics, "plimsoll_naval_computations{" + tag),
        1000 * value(metrics, seconds.formatted("0.5")),
        1000 * value(metrics, seconds.formatted("0.99")),
        1000 * value(metrics, seconds.formatted("1")));
  }

  private static double value(String metrics, String start) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
        .findFirst()
        .orElse(Double.NaN);
  }

  void print(String when, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "naval computation %s: median %.3f, p99 %.3f, max %.3f ms of %.0f seconds%n",
        when,
        medianMillis,
        p99Millis,
        maxMillis,
        computations);
  }
}
