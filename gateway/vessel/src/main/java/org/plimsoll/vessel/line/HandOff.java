package org.plimsoll.vessel.line;

/** Where lines hand their readings over. Called from the loop of every line, so thread-safe. */
public interface HandOff {

  /**
   * Takes one frame's readings.
   *
   * @return false if there is no room; the caller counts the readings as dropped
   */
  boolean offer(Heard heard);

  /**
   * Takes what an alert management says.
   *
   * @return false if there is no room, or nobody who cares
   */
  default boolean offer(AlertTraffic traffic) {
    return false;
  }
}
