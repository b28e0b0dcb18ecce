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
   */
  record Unknown(String reason) implements TankContent {}
}
