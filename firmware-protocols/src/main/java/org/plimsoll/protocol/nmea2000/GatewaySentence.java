package org.plimsoll.protocol.nmea2000;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * The sentences in which gateways wrap the bus.
 *
 * <pre>
 * $PCDIN,pppppp,tttttttt,ss,d...d*hh   PGN, time, source, data of a whole message
 * $MXPGN,pppppp,aaaa,d...d*hh          PGN, attributes, data of one frame, last byte first
 *               aaaa: bit 15 sent, 14..12 priority, 11..8 number of bytes, 7..0 source
 * </pre>
 *
 * Sources: SeaSmart.Net protocol specification; ShipModul MiniPlex-3 manual.
 */
final class GatewaySentence {

  private static final int PGN_AT = 7;
  private static final int PGN_END = 13;
  private static final int MAX_PGN = 0x3FFFF;

  private GatewaySentence() {}

  static void decode(String text, FastPackets packets, Consumer<? super Decoded<BusMessage>> sink) {
    int star = text.lastIndexOf('*');
    if (star < 0 || !checksumHolds(text, star)) {
      sink.accept(Decoded.malformed(Reason.CHECKSUM, Foreign.quote(text)));
    } else if (text.startsWith("$PCDIN,")) {
      sink.accept(whole(text, star));
    } else if (text.startsWith("$MXPGN,")) {
      frame(text, star, packets, sink);
    } else {
      int comma = text.indexOf(',');
      sink.accept(Decoded.unsupported(Foreign.quote(text.substring(1, comma < 0 ? star : comma))));
    }
  }

  private static Decoded<BusMessage> whole(String text, int star) {
    long pgn = HexText.number(text, PGN_AT, PGN_END);
    long time = HexText.number(text, 14, 22);
    long source = HexText.number(text, 23, 25);
    boolean separated = isComma(text, PGN_END) && isComma(text, 22) && isComma(text, 25);
    byte[] data = separated ? HexText.bytes(text, 26, star, 0, ' ') : new byte[0];
    boolean fits = pgn >= 0 && pgn <= MAX_PGN && time >= 0 && source >= 0;
    if (!fits || data.length == 0 || data.length > Payload.MAX_BYTES) {
      return Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    return Decoded.value(
        new BusMessage(
            OptionalInt.empty(),
            (int) pgn,
            (int) source,
            CanId.EVERYBODY,
            Payload.of(data, 0, data.length)));
  }

  private static void frame(
      String text, int star, FastPackets packets, Consumer<? super Decoded<BusMessage>> sink) {
    long pgn = HexText.number(text, PGN_AT, PGN_END);
    long attributes = HexText.number(text, 14, 18);
    boolean separated = isComma(text, PGN_END) && isComma(text, 18);
    byte[] data = separated ? HexText.bytes(text, 19, star, 0, ' ') : new byte[0];
    boolean fits = pgn >= 0 && pgn <= MAX_PGN && attributes >= 0 && data.length > 0;
    if (!fits || data.length > BusFrame.MAX_BYTES || data.length != (attributes >> 8 & 0xF)) {
      sink.accept(Decoded.malformed(Reason.SYNTAX, Foreign.quote(text)));
      return;
    }
    byte[] frame = new byte[data.length];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = data[data.length - 1 - i];
    }
    int word = (int) attributes;
    CanId id = new CanId(word >> 12 & 7, (int) pgn, word & 0xFF, CanId.EVERYBODY);
    packets.take(new BusFrame(id, Payload.of(frame, 0, frame.length)), sink);
  }

  private static boolean isComma(String text, int at) {
    return at < text.length() && text.charAt(at) == ',';
  }

  private static boolean checksumHolds(String text, int star) {
    int sum = 0;
    for (int i = 1; i < star; i++) {
      sum ^= text.charAt(i);
    }
    return text.length() == star + 3 && HexText.number(text, star + 1, star + 3) == sum;
  }
}
