package org.plimsoll.telemetry.mqtt;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One connection to a broker, from the attempt to its end; never used again after that.
 *
 * <p>Called by one thread. Futures complete on the client's threads, those of publishes exactly
 * once each, also when the connection is lost. A failure is always an {@link MqttFailure}.
 */
public interface MqttSession extends AutoCloseable {

  /** Connects; once per session. The result says what the broker allows. */
  CompletableFuture<SessionLimits> connect();

  /**
   * Publishes at QoS 1. The future completes when the broker has taken the message, and fails when
   * it refuses it (reason code 0x80 and above), when the message is longer than the broker allows
   * or the connection is lost. The caller keeps to {@link SessionLimits#permits} unanswered
   * publishes.
   *
   * @param topic where to
   * @param payload not changed afterwards by the caller
   * @param retained whether the broker keeps it for later subscribers
   */
  CompletableFuture<Void> publish(String topic, byte[] payload, boolean retained);

  /** Subscribes at QoS 1; fails when any of the filters is refused. */
  CompletableFuture<Void> subscribe(List<String> filters);

  /**
   * Tells the broker that a message is done with: it will not come again. What is not acknowledged
   * comes again on the next connection of a subscriber with the same session, or to another member
   * of the shared subscription. Any thread.
   */
  void acknowledge(InboundMessage message);

  /** Whether messages can be sent now. */
  boolean isConnected();

  /**
   * Ends the connection in an orderly way, so that the broker does not publish the will. What was
   * published before gets a second for its answer; at most three seconds in all.
   */
  void disconnect();

  /** Ends the connection at once and frees every thread. Never throws; may be called twice. */
  @Override
  void close();
}
