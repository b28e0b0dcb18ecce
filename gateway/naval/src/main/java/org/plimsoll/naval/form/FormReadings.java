package org.plimsoll.naval.form;

/**
 * The six draughts as read, in metres from the underside of the keel.
 *
 * @param forwardPortMetres Fp
 * @param forwardStarboardMetres Fs
 * @param midshipPortMetres Mp
 * @param midshipStarboardMetres Ms
 * @param aftPortMetres Ap
 * @param aftStarboardMetres As
 */
public record FormReadings(
    double forwardPortMetres,
    double forwardStarboardMetres,
    double midshipPortMetres,
    double midshipStarboardMetres,
    double aftPortMetres,
    double aftStarboardMetres) {

  public FormReadings {
    double sum =
        forwardPortMetres
            + forwardStarboardMetres
            + midshipPortMetres
            + midshipStarboardMetres
            + aftPortMetres
            + aftStarboardMetres;
    if (!Double.isFinite(sum)) {
      throw new IllegalArgumentException("a draught is not a finite number");
    }
  }
}
