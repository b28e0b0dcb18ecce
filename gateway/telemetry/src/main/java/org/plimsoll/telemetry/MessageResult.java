package org.plimsoll.telemetry;

/**
 * What became of bytes that claim to be a message.
 *
 * @param <T> the message
 */
public sealed interface MessageResult<T> {

  /** A whole, checked message. */
  record Good<T>(T message) implements MessageResult<T> {}

  /** No such message; nothing of it is believed. */
  record Refused<T>(String detail) implements MessageResult<T> {}
}
