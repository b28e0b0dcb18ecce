package org.plimsoll.vessel.uplink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/**
 * How many bytes the link carries, both ways: every MQTT 5 packet as long as its standard says, and
 * the TCP/IP header of each. What a lossy link carries twice, and a TLS tunnel around it, are not
 * known here. Confined to the uplink thread.
 */
final class Meter {

  /** IPv4, TCP and its time stamps. */
  static final int HEADERS_BYTES = 52;

  /** PUBACK, PINGREQ and PINGRESP are as long as their fixed header and what follows it. */
  private static final int PUBACK_BYTES = 4;

  private static final int PING_BYTES = 2;

  /** Opening and closing a TCP connection: three segments and four. */
  private static final int TCP_SEGMENTS = 7;

  /** Protocol name and version, flags, keep-alive, and the properties that we set. */
  private static final int CONNECT_BYTES = 10 + 14;

  /** Its flags, reason code and some properties of the broker. */
  private static final int CONNACK_BYTES = 32;

  /** Packet identifier and an empty list of properties. */
  private static final int IDENTIFIER_BYTES = 3;

  private static final int LENGTH_BYTES = 2;

  private final LongConsumer count;
  private long busyNanos;

  /**
   * @param count hears of bytes
   */
  Meter(LongConsumer count) {
    this.count = count;
  }

  /** A connection stands, and its subscription. */
  void connected(SessionOptions options, List<String> filters, long nowNanos) {
    long connect = CONNECT_BYTES + text(options.clientId());
    if (options.credentials().isPresent()) {
      SessionOptions.Credentials who = options.credentials().get();
      connect += text(who.userName()) + text(who.password());
    }
    if (options.will().isPresent()) {
      SessionOptions.Will will = options.will().get();
      connect += 1 + text(will.topic()) + LENGTH_BYTES + will.payload().length;
    }
    long subscribe = IDENTIFIER_BYTES;
    for (String filter : filters) {
      subscribe += text(filter) + 1;
    }
    count.accept(
        (long) TCP_SEGMENTS * HEADERS_BYTES
            + packet(connect)
            + CONNACK_BYTES
            + HEADERS_BYTES
            + packet(subscribe)
            + packet(IDENTIFIER_BYTES + filters.size())
            + HEADERS_BYTES);
    busyNanos = nowNanos;
  }

  /** A message was handed over; the broker will answer it. */
  void published(String topic, byte[] payload, long nowNanos) {
    count.accept(published(topic, payload.length));
    busyNanos = nowNanos;
  }

  /** A message arrived, which we answer. */
  void arrived(InboundMessage message) {
    count.accept(published(message.topic(), message.payload().length));
  }

  /** Time went by: a connection on which nothing is sent is kept alive. */
  void passed(long keepAliveNanos, long nowNanos) {
    long pings = (nowNanos - busyNanos) / keepAliveNanos;
    if (pings > 0) {
      count.accept(pings * 2 * (PING_BYTES + HEADERS_BYTES));
      busyNanos += pings * keepAliveNanos;
    }
  }

  /** A PUBLISH at QoS 1 with its PUBACK, and what carries both. */
  static long published(String topic, int payloadBytes) {
    return packetOf(topic, payloadBytes) + PUBACK_BYTES + 2 * HEADERS_BYTES;
  }

  /** The PUBLISH alone, as a broker measures it. */
  static long packetOf(String topic, int payloadBytes) {
    return packet(text(topic) + IDENTIFIER_BYTES + payloadBytes);
  }

  private static long text(String text) {
    return LENGTH_BYTES + text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** With its type and its remaining length, seven bits to a byte. */
  private static long packet(long remainingBytes) {
    int lengthBytes = 1;
    for (long rest = remainingBytes >> 7; rest > 0; rest >>= 7) {
      lengthBytes++;
    }
    return 1 + lengthBytes + remainingBytes;
  }
}
