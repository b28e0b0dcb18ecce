package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea2000.BusFrame;
import org.plimsoll.protocol.nmea2000.BusMessage;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder;
import org.plimsoll.protocol.nmea2000.ParameterGroup;
import org.plimsoll.protocol.nmea2000.TextGatewayDecoder;

/** NMEA 2000 in lines: single frames, whole messages, and logs whose fast packets are joined. */
final class CanboatAdapter implements Adapter {

  private static final long MAX_LOG_BYTES = 8 << 20;

  private final GroupFields fields = new GroupFields();
  private final Path raw;

  /** Of logs in this directory. */
  CanboatAdapter(Path raw) {
    this.raw = raw;
  }

  @Override
  public void check(JsonNode record, Comparison comparison) throws IOException {
    switch (record.get("kind").textValue()) {
      case "frame" -> checkFrame(record, comparison);
      case "ok" -> checkMessage(record, comparison);
      case "stream" -> checkLog(record, comparison);
      default -> comparison.skip("kind " + record.get("kind").textValue());
    }
  }

  private static void checkFrame(JsonNode record, Comparison comparison) {
    Decoded<BusFrame> frame = BusFrame.ofRawLine(record.get("input").textValue());
    if (!(frame instanceof Decoded.Value<BusFrame> value)) {
      comparison.require(false, "frame", record.get("norm").toString(), Hearing.inWords(frame));
      return;
    }
    JsonNode norm = record.get("norm");
    comparison.compare("prio", norm.get("prio"), value.value().id().priority());
    comparison.compare("pgn", norm.get("pgn"), value.value().id().pgn());
    comparison.compare("src", norm.get("src"), value.value().id().source());
    comparison.compare("dst", norm.get("dst"), value.value().id().destination());
    comparison.compare("data", norm.get("data"), value.value().data().toString());
    comparison.leave("time");
    comparison.leave("dir");
  }

  private void checkMessage(JsonNode record, Comparison comparison) {
    List<Decoded<BusMessage>> heard =
        Hearing.of(
            new TextGatewayDecoder()::feed,
            Hearing.latin(record.get("input").textValue() + "\r\n"));
    if (heard.size() == 1 && heard.get(0) instanceof Decoded.Value<BusMessage> value) {
      compare(record.get("norm"), value.value(), comparison);
      compareGroup(record.path("expect"), value.value(), comparison);
    } else {
      comparison.require(
          false,
          "message",
          record.get("norm").toString(),
          heard.stream().map(Hearing::inWords).toList().toString());
    }
  }

  /** Who says what to whom. */
  static void compare(JsonNode norm, BusMessage message, Comparison comparison) {
    int priority = message.priority().orElse(-1);
    comparison.compare("prio", norm.get("prio"), priority < 0 ? null : (Integer) priority);
    comparison.compare("pgn", norm.get("pgn"), message.pgn());
    comparison.compare("src", norm.get("src"), message.source());
    comparison.compare("dst", norm.get("dst"), message.destination());
    if (norm.has("data")) {
      comparison.compare("data", norm.get("data"), message.data().toString());
    }
  }

  private void compareGroup(JsonNode expected, BusMessage message, Comparison comparison) {
    Decoded<ParameterGroup> group = Nmea2000Decoder.decode(message);
    if (group instanceof Decoded.Value<ParameterGroup> value) {
      if (expected.isObject()) {
        fields.compare(expected, value.value(), comparison);
      }
    } else if (group instanceof Decoded.Unsupported<ParameterGroup> other) {
      comparison.require(
          other.what().equals("PGN " + message.pgn()),
          "group",
          "unsupported PGN " + message.pgn(),
          other.what());
      comparison.leave("fields of groups that are not decoded");
    } else {
      comparison.require(
          !expected.isObject(), "group", expected.toString(), Hearing.inWords(group));
    }
  }

  /**
   * Messages of one sender and group come in the order of the log; those of others may overtake
   * them, for one program says a fast packet when its last frame is there, another later.
   */
  private void checkLog(JsonNode record, Comparison comparison) throws IOException {
    Path log = raw.resolve(record.get("raw").textValue()).normalize();
    if (!log.startsWith(raw) || !Files.isRegularFile(log) || Files.size(log) > MAX_LOG_BYTES) {
      comparison.require(false, "raw", "a file of at most 8 MiB", log.toString());
      return;
    }
    Map<String, Deque<BusMessage>> heard = new HashMap<>();
    for (Decoded<BusMessage> one :
        Hearing.of(new TextGatewayDecoder()::feed, Files.readAllBytes(log))) {
      if (one instanceof Decoded.Value<BusMessage> value) {
        BusMessage message = value.value();
        String kin = message.pgn() + " from " + message.source() + " to " + message.destination();
        heard.computeIfAbsent(kin, key -> new ArrayDeque<>()).add(message);
      }
    }
    for (JsonNode expected : record.get("expect")) {
      String kin =
          expected.get("pgn") + " from " + expected.get("src") + " to " + expected.get("dst");
      BusMessage message = heard.getOrDefault(kin, new ArrayDeque<>()).poll();
      comparison.require(message != null, "message", kin, "none, or too few of them");
      if (message != null) {
        compare(expected, message, comparison);
        compareGroup(expected.path("fields"), message, comparison);
      }
    }
    heard.values().removeIf(Deque::isEmpty);
    comparison.require(
        heard.isEmpty(), "messages", "no more than expected", "also " + heard.keySet());
  }
}
