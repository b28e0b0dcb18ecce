package org.plimsoll.naval.departure;

import java.util.OptionalDouble;

/**
 * How she lies; whatever is not known is empty.
 *
 * @param trimMetres + by the stern
 * @param listDegrees + to starboard
 * @param deflectionMetres midship against the mean of the ends, + sag, - hog
 * @param twistDegrees list forward less list aft
 */
public record Attitude(
    OptionalDouble trimMetres,
    OptionalDouble listDegrees,
    OptionalDouble deflectionMetres,
    OptionalDouble twistDegrees) {

  /**
   * List by the draughts of two sides, degrees, + to starboard.
   *
   * @param breadthMetres between the marks
   */
  public static double listDegrees(
      double portMetres, double starboardMetres, double breadthMetres) {
    return Math.toDegrees(Math.atan((starboardMetres - portMetres) / breadthMetres));
  }
}
