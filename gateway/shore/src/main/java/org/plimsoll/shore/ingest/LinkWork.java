package org.plimsoll.shore.ingest;

import org.plimsoll.telemetry.mqtt.InboundMessage;

/**
 * What is done over a connection to the broker: events in, calls of the {@link Link} and of the
 * store out. Called by one thread, which is the link's, or a simulation's.
 */
public interface LinkWork {

  /** A connection stands and everything is subscribed. */
  void connected(Link link);

  /** It is gone, and with it every message that was not acknowledged. */
  void lost();

  /** A message came. */
  void arrived(InboundMessage message);

  /**
   * Called after every message and several times a second.
   *
   * @return false when the connection turned out to be of no use
   */
  boolean work();
}
