package org.plimsoll.protocol.proof;

import static org.plimsoll.protocol.Captures.ascii;
import static org.plimsoll.protocol.proof.Contract.check;
import static org.plimsoll.protocol.proof.Contract.checkSame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea2000.BusMessage;
import org.plimsoll.protocol.nmea2000.BusReport;
import org.plimsoll.protocol.nmea2000.CanId;
import org.plimsoll.protocol.nmea2000.Ngt1Decoder;
import org.plimsoll.protocol.nmea2000.Ngt1Frame;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder;
import org.plimsoll.protocol.nmea2000.ParameterGroup;
import org.plimsoll.protocol.nmea2000.Payload;
import org.plimsoll.protocol.nmea2000.TextGatewayDecoder;
import org.plimsoll.protocol.ubx.UbxFrame;
import org.plimsoll.vocabulary.Reading;

/** Satellite receivers and NMEA 2000. */
final class BusTargets {

  private static final int FRAME = 9;
  private static final int[] GROUPS = {
    126992, 127245, 127250, 127251, 127252, 127257, 127258, 127488, 127489, 127505, 127508, 128259,
    128267, 128275, 129025, 129026, 129029, 130306, 130310, 130311, 130312, 130313, 130314, 130315,
    130316
  };

  private BusTargets() {}

  static List<Target> all() {
    return List.of(
        Target.stream(
            "gnss-line",
            Lines::gnss,
            message -> checkReadings(message.readings()),
            BusTargets::mixed),
        Target.stream(
            "ngt-1",
            () -> Lines.bus(Nmea2000Decoder.Form.NGT_1, Lines.NGT_1),
            BusTargets::report,
            BusTargets::ngt1),
        Target.settings(
            "nmea2000-text", BusTargets::textForms, BusTargets::report, BusTargets::lines),
        new Target("fast-packets", () -> BusTargets::packets, BusTargets::frames),
        new Target("parameter-groups", () -> BusTargets::group, BusTargets::payloads),
        new Target("ubx-write", () -> BusTargets::writeUbx, BusTargets::payloads),
        new Target("ngt-1-write", () -> BusTargets::writeNgt1, BusTargets::payloads));
  }

  /** One decoder, which has to find its way back to each of its forms. */
  private static List<Contract<BusReport>> textForms() {
    return Stream.of(Lines.RAW, Lines.PCDIN, Lines.MXPGN, Lines.CANBOAT)
        .map(good -> Lines.bus(Nmea2000Decoder.Form.TEXT, good))
        .toList();
  }

  static List<byte[]> ubx() {
    return Captures.lines("ubx/frames.txt").stream()
        .map(line -> Captures.hex(line.split("\\|")[0]))
        .toList();
  }

  static List<byte[]> casic() {
    return Captures.lines("casic/frames.txt").stream()
        .map(line -> Captures.hex(line.split("\\|")[0]))
        .toList();
  }

  private static List<byte[]> mixed() {
    return Stream.concat(ubx().stream(), casic().stream())
        .flatMap(frame -> Stream.of(frame, together(Lines.SENTENCE, frame, Lines.SENTENCE)))
        .toList();
  }

  static List<byte[]> ngt1() {
    return Captures.lines("nmea2000/messages.txt").stream()
        .map(line -> line.split("\\|")[0].split(",", 7))
        .map(
            fields -> {
              byte[] data = Captures.hex(fields[6].replace(",", ""));
              byte[] head = Captures.hex("03 000000 ff 0c 00000000 %02x".formatted(data.length));
              int pgn = Integer.parseInt(fields[2]);
              head[1] = (byte) pgn;
              head[2] = (byte) (pgn >> 8);
              head[3] = (byte) (pgn >> 16);
              return Ngt1Frame.encode(Ngt1Frame.RECEIVED, together(head, data));
            })
        .toList();
  }

  static List<byte[]> lines() {
    return Stream.concat(
            Stream.of(Lines.RAW, Lines.PCDIN, Lines.MXPGN, Lines.CANBOAT),
            Captures.lines("nmea2000/messages.txt").stream()
                .map(line -> ascii(line.split("\\|")[0] + "\r\n")))
        .toList();
  }

  private static List<byte[]> payloads() {
    return List.of(new byte[16], ascii("0123456789abcdef0123456789abcdef01234567"));
  }

  /** Nine bytes a frame: which of 16 senders and groups, then the data. */
  private static List<byte[]> frames() {
    byte[] log = Captures.hex("20600eb550d01ab40c 20610c796b0428d200 206200ffffffffffff");
    return List.of(log, together(log, log));
  }

  private static byte[] together(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static void checkReadings(List<Reading> readings) {
    for (Reading reading : readings) {
      check(reading.value().isPresent() == reading.quality().isUsable(), "a reading", reading);
      check(Double.isFinite(reading.value().orElse(0)), "not a number", reading);
    }
  }

  private static void report(BusReport report) {
    checkReadings(report.readings());
  }

  /** Class, identifier, payload: one outcome, whatever they are. */
  private static void writeUbx(byte[] input) {
    if (input.length < 2 || (input[0] & 0xFF) > 0x3F) {
      return;
    }
    byte[] payload = Arrays.copyOfRange(input, 2, input.length);
    byte[] frame = UbxFrame.encode(input[0], input[1], payload);
    List<Decoded<GnssMessage>> said = new ArrayList<>();
    new GnssLineDecoder(ChecksumPolicy.REQUIRED).feed(ByteBuffer.wrap(frame), said::add);
    check(said.size() == 1, "not one outcome", said);
    said.forEach(Contract::checkText);
  }

  /** Command and payload are read as they were written. */
  private static void writeNgt1(byte[] input) {
    if (input.length < 1 || input.length > 256) {
      return;
    }
    byte[] payload = Arrays.copyOfRange(input, 1, input.length);
    int command = input[0] & 0xFF;
    List<Decoded<Ngt1Frame>> said = new ArrayList<>();
    new Ngt1Decoder().feed(ByteBuffer.wrap(Ngt1Frame.encode(command, payload)), said::add);
    check(said.size() == 1, "not one outcome", said);
    boolean message = command == Ngt1Frame.RECEIVED || command == Ngt1Frame.SENT;
    if (said.get(0) instanceof Value<Ngt1Frame> value) {
      checkSame("command", command, value.value().command());
      checkSame("payload", Payload.of(payload, 0, payload.length), value.value().payload());
      checkSame("message", message, value.value().message() != null);
    } else {
      check(message, "refused", said);
    }
  }

  /** Frames of a bus, among them fast packets of many senders begun, broken and doubled. */
  private static void packets(byte[] input) {
    TextGatewayDecoder decoder = new TextGatewayDecoder();
    List<Decoded<BusMessage>> said = new ArrayList<>();
    int frames = 0;
    for (int at = 0; at + FRAME <= input.length; at += FRAME) {
      decoder.feed(ByteBuffer.wrap(line(input, at)), said::add);
      frames++;
    }
    check(said.size() <= frames, "more outcomes than frames", said);
    said.forEach(Contract::checkText);
    for (Decoded<BusMessage> one : said) {
      if (one instanceof Value<BusMessage> value) {
        check(value.value().data().length() <= Payload.MAX_BYTES, "long data", value);
      }
    }
    Contract.checkHeld(decoder);
    List<Decoded<BusMessage>> after = new ArrayList<>();
    decoder.feed(ByteBuffer.wrap(Lines.RAW), after::add);
    check(after.size() == 1 && after.get(0) instanceof Value, "the frame behind", after);
  }

  private static byte[] line(byte[] input, int at) {
    int choice = input[at] & 0xFF;
    int pgn = GROUPS[(choice >> 4) % 2 == 0 ? 13 : choice % GROUPS.length];
    CanId id = new CanId(6, pgn, choice >> 2, CanId.EVERYBODY);
    checkSame("identifier", id, CanId.of(id.toBits()));
    StringBuilder line = new StringBuilder("05:55:13.001 R %08X".formatted(id.toBits()));
    for (int i = at + 1; i < at + FRAME; i++) {
      line.append(" %02X".formatted(input[i] & 0xFF));
    }
    return ascii(line.append("\r\n").toString());
  }

  /** Any data of any group: a group, or a reason; its readings are numbers. */
  private static void group(byte[] input) {
    if (input.length < 1) {
      return;
    }
    int end = Math.min(input.length, 1 + Payload.MAX_BYTES);
    Payload data = Payload.of(input, 1, end);
    int pgn = GROUPS[(input[0] & 0xFF) % GROUPS.length];
    BusMessage message = new BusMessage(OptionalInt.of(3), pgn, 12, CanId.EVERYBODY, data);
    Decoded<ParameterGroup> said = Nmea2000Decoder.decode(message);
    Contract.checkText(said);
    if (said instanceof Value<ParameterGroup> value) {
      checkReadings(new BusReport(message, value.value()).readings());
    }
  }
}
