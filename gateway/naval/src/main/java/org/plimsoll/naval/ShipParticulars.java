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
 * @param keelPlateMetres from the underside of the keel, where the marks count from, to where the
 *     hydrostatic table counts from; 0 when the table counts from the underside too
 */
public record ShipParticulars(
    double lengthBetweenPerpendicularsMetres,
    double breadthBetweenMarksMetres,
    MarkPositions marks,
    double lightshipTonnes,
    double summerDraughtMetres,
    double keelPlateMetres) {

  /** A ship whose table counts draughts from where her marks do. */
  public ShipParticulars(
      double lengthBetweenPerpendicularsMetres,
      double breadthBetweenMarksMetres,
      MarkPositions marks,
      double lightshipTonnes,
      double summerDraughtMetres) {
    this(
        lengthBetweenPerpendicularsMetres,
        breadthBetweenMarksMetres,
        marks,
        lightshipTonnes,
        summerDraughtMetres,
        0);
  }

  public ShipParticulars {
    requirePositive("length between perpendiculars", lengthBetweenPerpendicularsMetres);
    requirePositive("breadth between marks", breadthBetweenMarksMetres);
    requirePositive("lightship", lightshipTonnes);
    requirePositive("summer draught", summerDraughtMetres);
    if (!(keelPlateMetres >= 0)) {
      throw new IllegalArgumentException("keel plate is " + keelPlateMetres + ", must be >= 0");
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " is " + value + ", must be > 0");
    }
  }
}
