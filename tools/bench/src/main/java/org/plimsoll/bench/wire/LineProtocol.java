package org.plimsoll.bench.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** InfluxDB's line protocol: one line a reading, tags vessel and source, times in milliseconds. */
final class LineProtocol implements WireFormat {

  @Override
  public String name() {
    return "line protocol";
  }

  @Override
  public byte[] encode(Recording recording, List<Recording.Frame> frames) {
    StringBuilder text = new StringBuilder();
    for (Recording.Frame frame : frames) {
      for (Recording.Reading reading : frame.readings()) {
        Recording.Channel channel = recording.channels().get(reading.channel());
        text.append(channel.path())
            .append(",source=")
            .append(channel.source())
            .append(",vessel=imo9876543 value=")
            .append(SignalKDelta.decimal(channel, reading.steps()))
            .append(' ')
            .append(frame.timeMillis())
            .append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
