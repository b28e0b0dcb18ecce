package org.plimsoll.naval;

/**
 * What the survey needs to know of the ship, from her stability booklet and load line certificate.
 *
 * @param lengthBetweenPerpendicularsMetres LBP
 * @param breadthBetweenMarksMetres between the port and starboard marks, the moulded breadth on a
 *     wall-sided ship
 * @param marks positions of the draught marks
 * @param lightshipTonnes the ship herself, without constant, liquids, stores, people and cargo
 * @param summerDraughtMetres to the upper edge of the governing load line in water of 1.025 t/m3,
 *     on a passenger ship the subdivision load line if that is lower
 */
public record ShipParticulars(
    double lengthBetweenPerpendicularsMetres,
    double breadthBetweenMarksMetres,
    MarkPositions marks,
    double lightshipTonnes,
    double summerDraughtMetres) {

  public ShipParticulars {
    requirePositive("length between perpendiculars", lengthBetweenPerpendicularsMetres);
    requirePositive("breadth between marks", breadthBetweenMarksMetres);
    requirePositive("lightship", lightshipTonnes);
    requirePositive("summer draught", summerDraughtMetres);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " is " + value + ", must be > 0");
    }
  }
}
