package org.plimsoll.simulator;

/** A regular moment in simulated time. Confined to the simulator thread. */
final class Beat {

  private final double periodSeconds;
  private double nextSeconds;

  Beat(double firstSeconds, double periodSeconds) {
    this.nextSeconds = firstSeconds;
    this.periodSeconds = periodSeconds;
  }

  /** Whether it is time; beats that were missed are not made up for. */
  boolean isDue(double seconds) {
    if (seconds < nextSeconds) {
      return false;
    }
    nextSeconds += periodSeconds * (1 + Math.floor((seconds - nextSeconds) / periodSeconds));
    return true;
  }
}
