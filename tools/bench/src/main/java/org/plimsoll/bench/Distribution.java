package org.plimsoll.bench;

import java.util.List;
import java.util.Locale;

/**
 * Times that were measured, in ascending order.
 *
 * @param seconds each of them.
 */
record Distribution(List<Double> seconds) {

  Distribution {
    seconds = seconds.stream().sorted().toList();
  }

  int count() {
    return seconds.size();
  }

  /**
   * The least time that this part of them does not exceed; infinite when there is none.
   *
   * @param part 0 to 1.
   */
  double percentile(double part) {
    if (seconds.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    int rank = (int) Math.ceil(part * seconds.size());
    return seconds.get(Math.max(0, rank - 1));
  }

  double longest() {
    return percentile(1);
  }

  /** In seconds, with two decimals. */
  String inSeconds() {
    return text("%d: median %.2f, p95 %.2f, p99 %.2f, max %.2f s", 1);
  }

  /** In milliseconds, without decimals. */
  String inMillis() {
    return text("%d: median %.0f, p95 %.0f, p99 %.0f, max %.0f ms", 1000);
  }

  private String text(String format, double perSecond) {
    return String.format(
        Locale.ROOT,
        format,
        count(),
        percentile(0.5) * perSecond,
        percentile(0.95) * perSecond,
        percentile(0.99) * perSecond,
        longest() * perSecond);
  }
}
