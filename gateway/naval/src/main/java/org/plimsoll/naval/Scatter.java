package org.plimsoll.naval;

import java.util.Map;

/**
 * How far the motion of ship and water leaves the draughts in doubt, seen in the readings
 * themselves. Waves act on several marks at once: heave on all alike, roll on the sides against
 * each other. So the doubt is asked for a weighted sum of draughts and not only for one.
 */
public interface Scatter {

  /**
   * Standard uncertainty of a weighted sum of draughts, in the unit of the weights times metres.
   *
   * @param weights by mark; a mark that is not in the map does not count
   */
  double standard(Map<DraughtMark, Double> weights);

  /** Standard uncertainty of the least certain single draught, in metres. */
  double greatestMetres();

  /**
   * The same for each reading and independent of the others.
   *
   * @param metres standard uncertainty, 0 for readings in still water
   */
  static Scatter independent(double metres) {
    return new IndependentScatter(metres);
  }
}
