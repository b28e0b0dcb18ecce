package org.plimsoll.bench.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Signal K 1.7 deltas as a server streams them: one per frame, with context, source and timestamp,
 * a position as one value.
 */
final class SignalKDelta implements WireFormat {

  private static final String LATITUDE = "navigation.position.latitude";
  private static final String LONGITUDE = "navigation.position.longitude";
  private static final int SPARE_DIGITS = 1;

  @Override
  public String name() {
    return "Signal K deltas";
  }

  @Override
  public byte[] encode(Recording recording, List<Recording.Frame> frames) {
    StringBuilder text = new StringBuilder();
    for (Recording.Frame frame : frames) {
      append(text, recording, frame);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, Recording recording, Recording.Frame frame) {
    Recording.Channel first = recording.channels().get(frame.readings().get(0).channel());
    text.append("{\"context\":\"vessels.urn:mrn:imo:imo9876543\",\"updates\":[{\"$source\":\"")
        .append(first.source())
        .append("\",\"timestamp\":\"")
        .append(Instant.ofEpochMilli(frame.timeMillis()))
        .append("\",\"values\":[");
    String separator = "";
    String latitude = "";
    for (Recording.Reading reading : frame.readings()) {
      Recording.Channel channel = recording.channels().get(reading.channel());
      String value = decimal(channel, reading.steps());
      if (channel.path().equals(LATITUDE)) {
        latitude = value;
        continue;
      }
      text.append(separator);
      if (channel.path().equals(LONGITUDE)) {
        text.append("{\"path\":\"navigation.position\",\"value\":{\"longitude\":")
            .append(value)
            .append(",\"latitude\":")
            .append(latitude)
            .append("}}");
      } else {
        text.append("{\"path\":\"")
            .append(channel.path())
            .append("\",\"value\":")
            .append(value)
            .append('}');
      }
      separator = ",";
    }
    text.append("]}]}\n");
  }

  /** The value with as many digits as tell its steps apart, and one more if a step is not round. */
  static String decimal(Recording.Channel channel, long steps) {
    BigDecimal resolution = BigDecimal.valueOf(channel.resolution());
    int digits = Math.max(0, resolution.scale());
    int wanted = Math.max(0, resolution.scale() - resolution.precision() + 1 + SPARE_DIGITS);
    BigDecimal value =
        resolution
            .multiply(BigDecimal.valueOf(steps))
            .setScale(Math.min(digits, wanted), RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return value.toPlainString();
  }
}
