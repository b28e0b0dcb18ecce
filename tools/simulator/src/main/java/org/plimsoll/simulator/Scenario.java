package org.plimsoll.simulator;

/** What happens to the ferry. */
public enum Scenario {
  /**
   * A voyage of about ten minutes in a loop: loading, one lorry heavier than declared, a load that
   * passes the cargo limit and is taken off again, departure, a satellite outage under way,
   * arrival, unloading, return.
   */
  VOYAGE,
  /** Loaded and alongside; nothing moves but the water. */
  ALONGSIDE
}
