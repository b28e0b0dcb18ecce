package org.plimsoll.naval.loadline;

/**
 * Where the waterline stands against one mark on both sides, as a surveyor reads it.
 *
 * @param portMetres from the waterline up to the upper edge of the port mark, negative when it is
 *     under water
 * @param starboardMetres the same at the starboard mark
 */
public record MarkDistance(double portMetres, double starboardMetres) {

  /** A reading to the lower edge, which lies {@link LoadLineMarks#LINE_METRES} below the level. */
  public static MarkDistance toLowerEdge(double portMetres, double starboardMetres) {
    return new MarkDistance(
        portMetres + LoadLineMarks.LINE_METRES, starboardMetres + LoadLineMarks.LINE_METRES);
  }

  /** How far she may sink, upright, until the mark is at the water. */
  public double meanMetres() {
    return (portMetres + starboardMetres) / 2;
  }
}
