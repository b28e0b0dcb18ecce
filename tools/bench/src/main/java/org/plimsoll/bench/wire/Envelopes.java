package org.plimsoll.bench.wire;

import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;

/** What stands around a block on the wire, above TCP. */
final class Envelopes {

  private static final int TOPIC_BYTES =
      new Topics("plimsoll/v1").blocks(new VesselId("imo9876543")).length();

  /** Length of the topic, packet identifier, length of the (empty) properties. */
  private static final int MQTT_HEADER_BYTES = 2 + 2 + 1;

  private static final int TLS_RECORD_BYTES = 16_384;

  /** TLS 1.3: header, content type, authentication tag. */
  private static final int TLS_OVERHEAD_BYTES = 5 + 1 + 16;

  private Envelopes() {}

  /** What an MQTT 5 PUBLISH of QoS 1 adds to a payload; the PUBACK (4 bytes) comes back. */
  static long mqttBytes(long payloadBytes) {
    long remaining = MQTT_HEADER_BYTES + TOPIC_BYTES + payloadBytes;
    int lengthBytes = 1;
    for (long rest = remaining >> 7; rest > 0; rest >>= 7) {
      lengthBytes++;
    }
    return 1 + lengthBytes + MQTT_HEADER_BYTES + TOPIC_BYTES;
  }

  /** What TLS 1.3 adds to as many bytes that are written at once. */
  static long tlsBytes(long plainBytes) {
    return (plainBytes + TLS_RECORD_BYTES - 1) / TLS_RECORD_BYTES * TLS_OVERHEAD_BYTES;
  }
}
