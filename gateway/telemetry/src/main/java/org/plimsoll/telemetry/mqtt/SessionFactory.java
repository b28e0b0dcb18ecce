package org.plimsoll.telemetry.mqtt;

/** Makes sessions: one for each attempt to connect. */
@FunctionalInterface
public interface SessionFactory {

  /** A session that is not connected yet. Any thread. */
  MqttSession create(SessionOptions options, SessionListener listener);
}
