package org.plimsoll.naval.form;

import org.plimsoll.naval.MarkPositions;

/**
 * What the form needs to know of the ship.
 *
 * @param lengthBetweenPerpendicularsMetres LBP, above zero
 * @param marks from the after perpendicular, + forward
 * @param keelPlateMillimetres taken off every draught; 0 where the table counts from the underside
 *     of the keel as the marks do
 * @param mean how the draughts become one
 */
public record FormShip(
    double lengthBetweenPerpendicularsMetres,
    MarkPositions marks,
    double keelPlateMillimetres,
    MeanForm mean) {

  public FormShip {
    if (!(lengthBetweenPerpendicularsMetres > 0) || !(keelPlateMillimetres >= 0)) {
      throw new IllegalArgumentException(
          "LBP of "
              + lengthBetweenPerpendicularsMetres
              + " m must be > 0 and keel plate of "
              + keelPlateMillimetres
              + " mm >= 0");
    }
  }
}
