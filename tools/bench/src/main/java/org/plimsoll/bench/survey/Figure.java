package org.plimsoll.bench.survey;

import java.util.Locale;

/**
 * How often something was so, and within what it has to be.
 *
 * @param what was counted
 * @param count of {@code of}
 * @param least part that has to be reached
 * @param most part that must not be exceeded
 */
record Figure(String what, int count, int of, double least, double most) {

  /** Standard normal deviate of a two-sided 95 %. */
  private static final double Z95 = 1.959964;

  double part() {
    return (double) count / of;
  }

  boolean holds() {
    return part() >= least && part() <= most;
  }

  /** Lower end of Wilson's 95 % interval of the part behind the count. */
  double lower() {
    return wilson(-1);
  }

  /** Upper end of it. */
  double upper() {
    return wilson(1);
  }

  private double wilson(int sign) {
    double squared = Z95 * Z95 / of;
    double middle = part() + squared / 2;
    double half = Z95 * Math.sqrt(part() * (1 - part()) / of + squared / (4 * of));
    return (middle + sign * half) / (1 + squared);
  }

  String text() {
    String text =
        String.format(
            Locale.ROOT,
            "%-58s %6d  %6.2f %%  (%.2f to %.2f)",
            what,
            count,
            100 * part(),
            100 * lower(),
            100 * upper());
    if (least == 0 && most == 1) {
      return text;
    }
    String wanted =
        least == 0
            ? String.format(Locale.ROOT, "at most %.1f %%", 100 * most)
            : most == 1
                ? String.format(Locale.ROOT, "at least %.0f %%", 100 * least)
                : String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * least, 100 * most);
    return text + "  " + wanted + ": " + (holds() ? "ok" : "MISSED");
  }
}
