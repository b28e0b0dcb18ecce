package org.plimsoll.naval;

/**
 * What the hull's bend, trim and list do beyond the formulas of a draught survey: the quarter
 * mean's 6/8 suits a waterplane of usual fullness, and the straight line from the marks to the
 * perpendiculars takes a part of the bend for draught; what is left out of the series along the
 * trim; and a coefficient of the list correction that depends on where the flare sits.
 *
 * @param marks of the draughts
 * @param lengthMetres between perpendiculars
 */
public record HullFormDoubt(MarkPositions marks, double lengthMetres) {

  /** The part of a bend that counts is 0.72 to 0.80 for waterplanes of 0.90 to 0.65. */
  private static final double BEND_PART = 0.03;

  /** On a ferry whose transom immerses, the even-keel chain is 2.9 t off with 10 t of it. */
  private static final double SECOND_TRIM_PART = 0.25;

  /** The coefficient is 6 by convention and 12.5 for a prism. */
  private static final double LIST_PART = 1;

  /**
   * Standard uncertainty in tonnes.
   *
   * @param deflectionMetres + sag
   * @param tonnesPerCentimetre at the mean draught
   * @param secondTrimTonnes the second trim correction, 0 where none was made
   * @param listTonnes the list correction, 0 where none was made
   */
  public double tonnes(
      double deflectionMetres,
      double tonnesPerCentimetre,
      double secondTrimTonnes,
      double listTonnes) {
    double bend = bendAtEnds() / 4 + BEND_PART;
    return Math.hypot(
        Math.abs(deflectionMetres) * bend * 100 * tonnesPerCentimetre,
        Math.hypot(SECOND_TRIM_PART * secondTrimTonnes, LIST_PART * listTonnes));
  }

  /**
   * The part of a bend of the hull that the fore and aft marks, inside the perpendiculars, feel too
   * and hand on to the draughts at the perpendiculars, as a mean of both.
   */
  private double bendAtEnds() {
    double forward = bendAt(marks.forwardFromApMetres() / lengthMetres);
    double aft = bendAt(marks.aftFromApMetres() / lengthMetres);
    double middle = (marks.forwardFromApMetres() + marks.aftFromApMetres()) / 2;
    double slope = (forward - aft) / (marks.forwardFromApMetres() - marks.aftFromApMetres());
    return Math.abs((forward + aft) / 2 + slope * (lengthMetres / 2 - middle));
  }

  /** A parabola, 1 at half length and 0 at the perpendiculars. */
  private static double bendAt(double partOfLength) {
    return 4 * partOfLength * (1 - partOfLength);
  }
}
