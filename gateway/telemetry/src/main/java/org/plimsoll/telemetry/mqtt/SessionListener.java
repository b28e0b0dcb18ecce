package org.plimsoll.telemetry.mqtt;

/**
 * Hears what a session did not ask for. Called on the client's threads: hand over to a queue, never
 * block, never call the session.
 */
public interface SessionListener {

  /**
   * A message arrived. At most {@link SessionOptions#receiveMaximum} are without acknowledgement at
   * any time, so a queue of that capacity never overflows.
   */
  void messageArrived(InboundMessage message);

  /**
   * The connection was lost, or refused after it stood. At most once per session, and not after
   * {@link MqttSession#close} or {@link MqttSession#disconnect}.
   *
   * @param reason for a log line
   */
  void lost(String reason);
}
