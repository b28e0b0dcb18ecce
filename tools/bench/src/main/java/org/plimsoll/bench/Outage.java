package org.plimsoll.bench;

/** How a link is down. */
public enum Outage {
  /**
   * Nobody is told: established connections stall (their bytes wait, as in TCP's retransmission),
   * new ones are accepted and then silent. When the link returns, the established ones go on and
   * the silent ones are reset, for no handshake had crossed.
   */
  BLACK_HOLE,
  /** Established connections are reset at once, and so is every new one. */
  RESET
}
