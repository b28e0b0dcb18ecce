package org.plimsoll.bench.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Sparkplug B 3.0 data messages: one payload per frame, metrics by the alias of the birth message,
 * each with its timestamp, the value as a float where that tells the steps apart and as a double
 * where not. The birth messages, which carry the names, are not counted.
 *
 * <p>Field numbers from sparkplug_b.proto: payload timestamp 1, metrics 2, seq 3; metric alias 2,
 * timestamp 3, datatype 4, float_value 12, double_value 13.
 */
final class SparkplugB implements WireFormat {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;

  private static final int PAYLOAD_TIMESTAMP = 1;
  private static final int PAYLOAD_METRICS = 2;
  private static final int PAYLOAD_SEQ = 3;
  private static final int METRIC_ALIAS = 2;
  private static final int METRIC_TIMESTAMP = 3;
  private static final int METRIC_DATATYPE = 4;
  private static final int METRIC_FLOAT = 12;
  private static final int METRIC_DOUBLE = 13;

  private static final int DATATYPE_FLOAT = 9;
  private static final int DATATYPE_DOUBLE = 10;

  /** Sequence numbers go from 0 to 255 and around. */
  private static final int SEQUENCE_MASK = 255;

  @Override
  public String name() {
    return "Sparkplug B";
  }

  @Override
  public byte[] encode(Recording recording, List<Recording.Frame> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int sequence = 0;
    for (Recording.Frame frame : frames) {
      tag(out, PAYLOAD_TIMESTAMP, VARINT);
      varint(out, frame.timeMillis());
      for (Recording.Reading reading : frame.readings()) {
        byte[] metric = metric(recording, frame, reading);
        tag(out, PAYLOAD_METRICS, BYTES);
        varint(out, metric.length);
        out.writeBytes(metric);
      }
      tag(out, PAYLOAD_SEQ, VARINT);
      varint(out, sequence++ & SEQUENCE_MASK);
    }
    return out.toByteArray();
  }

  private static byte[] metric(
      Recording recording, Recording.Frame frame, Recording.Reading reading) {
    Recording.Channel channel = recording.channels().get(reading.channel());
    double value = channel.toUnit(reading.steps());
    boolean isFloat = Math.round((float) value / channel.resolution()) == reading.steps();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tag(out, METRIC_ALIAS, VARINT);
    varint(out, reading.channel());
    tag(out, METRIC_TIMESTAMP, VARINT);
    varint(out, frame.timeMillis());
    tag(out, METRIC_DATATYPE, VARINT);
    varint(out, isFloat ? DATATYPE_FLOAT : DATATYPE_DOUBLE);
    if (isFloat) {
      tag(out, METRIC_FLOAT, FIXED_32);
      fixed(out, Float.floatToIntBits((float) value), Integer.BYTES);
    } else {
      tag(out, METRIC_DOUBLE, FIXED_64);
      fixed(out, Double.doubleToLongBits(value), Long.BYTES);
    }
    return out.toByteArray();
  }

  private static void tag(ByteArrayOutputStream out, int field, int type) {
    varint(out, field << 3 | type);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** Little-endian. */
  private static void fixed(ByteArrayOutputStream out, long bits, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (bits >>> (Byte.SIZE * i)));
    }
  }
}
