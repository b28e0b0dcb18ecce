package org.plimsoll.naval;

/**
 * How far the waterline stays below the load line at the midship marks, each side; negative when
 * the mark is submerged.
 *
 * @param portMetres at the port mark
 * @param starboardMetres at the starboard mark
 * @param allowedDraughtMetres summer draught with the allowance for the water she floats in
 */
public record LoadLineMargin(
    double portMetres, double starboardMetres, double allowedDraughtMetres) {

  /** The margin that counts: the smaller of the sides, in metres. */
  public double governingMetres() {
    return Math.min(portMetres, starboardMetres);
  }
}
