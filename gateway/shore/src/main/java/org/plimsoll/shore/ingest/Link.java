package org.plimsoll.shore.ingest;

import org.plimsoll.telemetry.mqtt.InboundMessage;

/** A connection to the broker that stands, as the logic sees it. Called by its link's thread. */
public interface Link {

  /**
   * Publishes and waits until the broker has taken the message.
   *
   * @return false when it has not: the connection is as good as lost
   */
  boolean publish(String topic, byte[] payload);

  /** The message is done with and will not come again. */
  void acknowledge(InboundMessage message);
}
