package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea2000.BusMessage;
import org.plimsoll.protocol.nmea2000.Ngt1Decoder;
import org.plimsoll.protocol.nmea2000.Ngt1Frame;

/** Binary frames of an Actisense NGT-1. */
final class Ngt1Adapter implements Adapter {

  @Override
  public void check(JsonNode record, Comparison comparison) {
    List<Decoded<Ngt1Frame>> heard =
        Hearing.of(new Ngt1Decoder()::feed, Hearing.hex(record.get("hex").textValue()));
    String all = heard.stream().map(Hearing::inWords).toList().toString();
    List<Ngt1Frame> frames =
        heard.stream()
            .filter(Decoded.Value.class::isInstance)
            .map(one -> ((Decoded.Value<Ngt1Frame>) one).value())
            .toList();
    if (record.get("kind").textValue().equals("bad-checksum")) {
      boolean refused =
          heard.stream()
              .anyMatch(
                  one ->
                      one instanceof Decoded.Malformed<Ngt1Frame> broken
                          && broken.reason() == Reason.CHECKSUM);
      comparison.require(refused && frames.isEmpty(), "frame", "malformed CHECKSUM", all);
      comparison.leave("cmd of a frame that is refused");
    } else if (frames.size() != 1 || heard.size() != 1) {
      comparison.require(false, "frame", record.get("norm").toString(), all);
    } else {
      compare(record.get("norm"), frames.get(0), comparison);
    }
  }

  private static void compare(JsonNode norm, Ngt1Frame frame, Comparison comparison) {
    if (norm.has("cmd")) {
      comparison.compare("cmd", norm.get("cmd"), frame.command());
      return;
    }
    BusMessage message = frame.message();
    comparison.require(message != null, "message", norm.toString(), frame.toString());
    if (message != null) {
      CanboatAdapter.compare(norm, message, comparison);
      OptionalLong millis = frame.gatewayMillis();
      comparison.compare(
          "ngt_ts_ms",
          norm.get("ngt_ts_ms"),
          millis.isPresent() ? (Long) millis.getAsLong() : null);
    }
  }
}
