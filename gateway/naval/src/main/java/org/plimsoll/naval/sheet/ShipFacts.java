package org.plimsoll.naval.sheet;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.naval.form.FormShip;

/**
 * What the sheet says of the ship.
 *
 * @param name of the ship
 * @param heading further entries: number, place, persons
 * @param form her measures
 * @param breadthBetweenMarksMetres from the port to the starboard marks
 * @param lightshipTonnes the ship herself; empty if the cargo is not asked
 * @param constantTonnes from an earlier survey
 * @param hydrostatics where they come from, in words
 */
public record ShipFacts(
    String name,
    List<Sheet.Entry> heading,
    FormShip form,
    double breadthBetweenMarksMetres,
    OptionalDouble lightshipTonnes,
    OptionalDouble constantTonnes,
    String hydrostatics) {

  public ShipFacts {
    heading = List.copyOf(heading);
  }
}
