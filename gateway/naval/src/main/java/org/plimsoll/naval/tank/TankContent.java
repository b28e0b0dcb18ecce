package org.plimsoll.naval.tank;

/** What is in a tank. */
public sealed interface TankContent {

  /**
   * Gauged.
   *
   * @param volumeCubicMetres by the table
   * @param massTonnes volume x the liquid's own density
   * @param sigmaTonnes standard uncertainty of the mass, from gauge and density
   */
  record Gauged(double volumeCubicMetres, double massTonnes, double sigmaTonnes)
      implements TankContent {}

  /**
   * The table does not answer.
   *
   * @param reason the argument and what the table covers
   * @param outside which argument the table does not cover; the depth, where others are out as well
   */
  record Unknown(String reason, Argument outside) implements TankContent {}

  /** What a tank's tables are entered with. */
  enum Argument {
    /** Sounding or ullage. */
    DEPTH,
    TRIM,
    LIST
  }
}
