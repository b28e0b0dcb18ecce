package org.plimsoll.shore.ingest;

import java.util.List;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/** A connection to the broker that stands, as the logic sees it. Called by its link's thread. */
public interface Link {

  /** What is to be published. Not compared: it carries its bytes. */
  record Publication(String topic, byte[] payload) {}

  /**
   * Publishes these, several under way at a time, and waits until the broker has taken all of them:
   * one by one, a round of live blocks would take as many round trips as it has ships.
   *
   * @return false when it has not: the connection is as good as lost
   */
  boolean publish(List<Publication> all);

  /** The message is done with and will not come again. */
  void acknowledge(InboundMessage message);
}
