package org.plimsoll.simulator;

import java.util.random.RandomGenerator;
import org.plimsoll.naval.DraughtMark;

/**
 * Waves at the draught marks: a few regular waves for each mark, and a common roll and pitch.
 *
 * <p>Smaller than the sea outside, because the transmitters sit in still pipes. A pure function of
 * time and sea state after its phases are drawn.
 */
final class Swell {

  private static final int COMPONENTS = 3;
  private static final double HARBOUR_METRES = 0.005;
  private static final double SEA_METRES = 0.030;
  private static final double HARBOUR_ROLL_RADIANS = Math.toRadians(0.02);
  private static final double SEA_ROLL_RADIANS = Math.toRadians(0.30);
  private static final double SEA_PITCH_RADIANS = Math.toRadians(0.03);
  private static final double ROLL_SECONDS = 14.6;
  private static final double PITCH_SECONDS = 5.3;

  private final double[][] phases = new double[DraughtMark.values().length][COMPONENTS];
  private final double[] periods = new double[COMPONENTS];

  Swell(RandomGenerator random) {
    for (int i = 0; i < COMPONENTS; i++) {
      periods[i] = random.nextDouble(3, 8);
    }
    for (double[] mark : phases) {
      for (int i = 0; i < COMPONENTS; i++) {
        mark[i] = random.nextDouble(2 * Math.PI);
      }
    }
  }

  /**
   * Height of the water at a mark above still water.
   *
   * @param seaState 0 in harbour to 1 in the open sea
   */
  double metres(DraughtMark mark, double seconds, double seaState) {
    double amplitude = HARBOUR_METRES + (SEA_METRES - HARBOUR_METRES) * seaState;
    double sum = 0;
    for (int i = 0; i < COMPONENTS; i++) {
      sum += Math.sin(2 * Math.PI * seconds / periods[i] + phases[mark.ordinal()][i]);
    }
    return amplitude * sum / COMPONENTS;
  }

  /** Momentary roll, + to starboard. */
  double rollRadians(double seconds, double seaState) {
    double amplitude = HARBOUR_ROLL_RADIANS + (SEA_ROLL_RADIANS - HARBOUR_ROLL_RADIANS) * seaState;
    return amplitude * Math.sin(2 * Math.PI * seconds / ROLL_SECONDS);
  }

  /** Momentary pitch, + bow up. */
  double pitchRadians(double seconds, double seaState) {
    return SEA_PITCH_RADIANS * seaState * Math.sin(2 * Math.PI * seconds / PITCH_SECONDS);
  }
}
