package org.plimsoll.naval.loadline;

/**
 * A box-shaped hull: a pontoon, and the shape for which every rule of this package is exact.
 *
 * @param lengthMetres of the waterplane
 * @param breadthMetres of the waterplane
 */
public record BoxShape(double lengthMetres, double breadthMetres) {

  /** Displacement in tonnes on an even keel. */
  public double displacementTonnes(double draughtMetres, double density) {
    return lengthMetres * breadthMetres * draughtMetres * density;
  }

  /** Tonnes per centimetre of immersion. */
  public double tonnesPerCentimetre(double density) {
    return lengthMetres * breadthMetres * density / 100;
  }
}
