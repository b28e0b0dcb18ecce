package org.plimsoll.bench.survey;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.MarkPositions;

/**
 * The motion of water and ship at the draught marks during one survey: chop, which is another at
 * each mark, and the heave, roll and pitch of the ship, which all marks feel. Each is a narrow band
 * of waves with random phases and heights.
 */
final class Sea {

  private static final double CHOP_LEAST_SECONDS = 2;
  private static final double CHOP_MOST_SECONDS = 5;
  private static final double HEAVE_LEAST_SECONDS = 6;
  private static final double HEAVE_MOST_SECONDS = 10;
  private static final double ROLL_SECONDS = 14.6;
  private static final double PITCH_SECONDS = 5.3;

  /** Of the chop's; the ends pitch and the sides roll by as much as she heaves. */
  private static final double SHIP_PART = 0.5;

  private final Map<DraughtMark, Motion> chop = new EnumMap<>(DraughtMark.class);
  private final Motion heave;
  private final Motion roll;
  private final Motion pitch;
  private final MarkPositions marks;

  /**
   * Draws a sea.
   *
   * @param deviationMetres standard deviation of the chop at a mark
   */
  Sea(RandomGenerator random, double deviationMetres, MarkPositions marks) {
    this.marks = marks;
    double chopSeconds = random.nextDouble(CHOP_LEAST_SECONDS, CHOP_MOST_SECONDS);
    for (DraughtMark mark : DraughtMark.values()) {
      chop.put(mark, new Motion(random, deviationMetres, chopSeconds));
    }
    double ship = SHIP_PART * deviationMetres;
    double heaveSeconds = random.nextDouble(HEAVE_LEAST_SECONDS, HEAVE_MOST_SECONDS);
    heave = new Motion(random, ship, heaveSeconds);
    roll = new Motion(random, ship, ROLL_SECONDS);
    pitch = new Motion(random, ship, PITCH_SECONDS);
  }

  /** By how much the water stands above its rest at a mark. */
  double metres(DraughtMark mark, double seconds) {
    double side =
        switch (mark) {
          case FORWARD_PORT, MIDSHIP_PORT, AFT_PORT -> -1;
          case FORWARD_STARBOARD, MIDSHIP_STARBOARD, AFT_STARBOARD -> 1;
        };
    double place =
        switch (mark) {
          case FORWARD_PORT, FORWARD_STARBOARD -> marks.forwardFromApMetres();
          case MIDSHIP_PORT, MIDSHIP_STARBOARD -> marks.midshipFromApMetres();
          case AFT_PORT, AFT_STARBOARD -> marks.aftFromApMetres();
        };
    double aft = 1 - 2 * place / FormulaHull.LENGTH;
    return chop.get(mark).metres(seconds)
        + heave.metres(seconds)
        + side * roll.metres(seconds)
        + aft * pitch.metres(seconds);
  }

  /** A narrow band of regular waves whose sum has the deviation wanted, on average. */
  private static final class Motion {
    private static final int COMPONENTS = 5;
    private static final double BAND = 0.08;

    private final double[] heights = new double[COMPONENTS];
    private final double[] frequencies = new double[COMPONENTS];
    private final double[] phases = new double[COMPONENTS];

    Motion(RandomGenerator random, double deviationMetres, double periodSeconds) {
      for (int i = 0; i < COMPONENTS; i++) {
        double rayleigh = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        heights[i] = deviationMetres * rayleigh / Math.sqrt(COMPONENTS);
        frequencies[i] = 2 * Math.PI / periodSeconds * (1 + BAND * random.nextGaussian());
        phases[i] = random.nextDouble(2 * Math.PI);
      }
    }

    double metres(double seconds) {
      double sum = 0;
      for (int i = 0; i < COMPONENTS; i++) {
        sum += heights[i] * Math.sin(frequencies[i] * seconds + phases[i]);
      }
      return sum;
    }
  }
}
