package org.plimsoll.cli.vectors;

import java.util.Map;

/** Lengths and angles in the units that steps are given in. */
final class Units {

  private static final Map<String, Double> METRES =
      Map.of("m", 1.0, "cm", 0.01, "mm", 0.001, "in", 0.0254, "ft", 0.3048);

  private Units() {}

  /**
   * A value of one unit in another. A unit that is not stated is that of the value, and so is one
   * that is not a length: the file then means the same by another name.
   */
  static double convert(double value, String from, String to) {
    Double own = METRES.get(from);
    Double wanted = METRES.get(to);
    return own == null || wanted == null || own.equals(wanted) ? value : value * own / wanted;
  }
}
