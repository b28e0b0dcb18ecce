package org.plimsoll.telemetry.mqtt;

/**
 * A message from the broker, to be acknowledged when it is done with.
 *
 * <p>Not a record: two messages with the same content are still two.
 */
public final class InboundMessage {

  private final String topic;
  private final byte[] payload;
  private final boolean retained;
  private final int packetId;
  private final int qos;

  /**
   * A message.
   *
   * @param topic where it was published
   * @param payload its content, not changed afterwards
   * @param retained whether the broker had kept it
   * @param packetId the broker's number for it on this connection
   * @param qos 0 or 1
   */
  public InboundMessage(String topic, byte[] payload, boolean retained, int packetId, int qos) {
    this.topic = topic;
    this.payload = payload;
    this.retained = retained;
    this.packetId = packetId;
    this.qos = qos;
  }

  public String topic() {
    return topic;
  }

  /** The content; not a copy, not to be changed. */
  public byte[] payload() {
    return payload;
  }

  public boolean retained() {
    return retained;
  }

  int packetId() {
    return packetId;
  }

  int qos() {
    return qos;
  }
}
