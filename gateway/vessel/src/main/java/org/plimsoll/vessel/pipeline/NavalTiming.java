package org.plimsoll.vessel.pipeline;

/**
 * How long the naval computation of a second takes: survey, limits and cargo.
 *
 * @param firstMinute in which the machine meets every line of it for the first time
 * @param after the latest seconds after that, {@link Stopwatch#KEPT} at most
 */
public record NavalTiming(Spread firstMinute, Spread after) {

  /**
   * Of some seconds; all 0 before the first.
   *
   * @param computations that the figures are of
   * @param medianSeconds half of them took less
   * @param p99Seconds 99 of 100 took less
   * @param maxSeconds the longest
   */
  public record Spread(
      int computations, double medianSeconds, double p99Seconds, double maxSeconds) {}
}
