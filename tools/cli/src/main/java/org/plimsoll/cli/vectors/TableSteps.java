package org.plimsoll.cli.vectors;

import java.util.Set;

/**
 * What the printed digits allow where a file states no tolerance for its steps but says how well
 * the tonnes must be reproduced from a printed table.
 */
final class TableSteps {

  private static final Set<String> DRAUGHTS = Set.of("t fp", "t mid", "t ap", "trim", "qmean");
  private static final Set<String> FOUR_PLACES = Set.of("tpc", "lcf from ap", "lcf arm aft");
  private static final Set<String> THREE_PLACES = Set.of("deflection cm", "dmctc", "dmtc");

  /** Readings are printed to a micrometre, and what follows from them is a few of that off. */
  private static final double DRAUGHT_METRES = 1e-5;

  private static final double FOURTH_PLACE = 1e-4;

  /** Two moments of four places; a deflection in centimetres of three draughts. */
  private static final double THIRD_PLACE = 1e-3;

  private TableSteps() {}

  static double tolerance(String words, double tonnes) {
    if (DRAUGHTS.contains(words)) {
      return DRAUGHT_METRES;
    }
    if (FOUR_PLACES.contains(words)) {
      return FOURTH_PLACE;
    }
    return THREE_PLACES.contains(words) ? THIRD_PLACE : tonnes;
  }
}
