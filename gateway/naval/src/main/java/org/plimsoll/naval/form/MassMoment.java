package org.plimsoll.naval.form;

/**
 * A mass and its moment about an axis, by which a constant is known by weight and by place.
 *
 * @param massTonnes the mass
 * @param momentTonneMetres mass x lever
 */
public record MassMoment(double massTonnes, double momentTonneMetres) {

  /** A mass at a lever: metres from the after perpendicular, or above the keel. */
  public static MassMoment at(double massTonnes, double leverMetres) {
    return new MassMoment(massTonnes, massTonnes * leverMetres);
  }

  /** This without the other: the constant is the ship less lightship less what is known. */
  public MassMoment less(MassMoment other) {
    return new MassMoment(
        massTonnes - other.massTonnes, momentTonneMetres - other.momentTonneMetres);
  }

  /** The lever in metres; not a number when there is no mass. */
  public double leverMetres() {
    return momentTonneMetres / massTonnes;
  }
}
