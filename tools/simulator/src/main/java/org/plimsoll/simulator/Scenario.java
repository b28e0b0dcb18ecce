package org.plimsoll.simulator;

/** What happens to the ferry. */
public enum Scenario {
  /**
   * A voyage of about ten minutes in a loop: loading, one lorry heavier than declared, a load that
   * passes the cargo limit and is taken off again, departure, a satellite outage under way,
   * arrival, unloading, return. Time is compressed some four hundred times by a shorter leg (700 m
   * for 90 nautical miles) and quicker hands (5 s a lorry), never by a jump: position, course and
   * speed agree at every moment.
   */
  VOYAGE,
  /**
   * The loading of the voyage in little more than a minute: the same cargo as fourteen road trains,
   * of which the second is heavier than declared, then the load that passes the cargo limit. It
   * stays aboard, and she alongside, so that there is time to look.
   */
  OVERLOADED,
  /** Loaded and alongside; nothing moves but the water. */
  ALONGSIDE
}
