package org.plimsoll.naval;

/**
 * What a table says of itself; none of it is ever assumed.
 *
 * @param densityTonnesPerCubicMetre of the water that it was made for
 * @param hull whether the shell plate is displaced too
 * @param keelPlateMillimetres from the underside of the keel, where the marks count from, to where
 *     the table counts from
 * @param lengthBetweenPerpendicularsMetres LBP
 * @param source document, page and revision
 */
public record BookletFacts(
    double densityTonnesPerCubicMetre,
    Hull hull,
    double keelPlateMillimetres,
    double lengthBetweenPerpendicularsMetres,
    String source) {

  /** To which surface the volumes go. */
  public enum Hull {
    /** Inside of the shell. */
    MOULDED,
    /** Outside of the shell. */
    EXTREME
  }
}
