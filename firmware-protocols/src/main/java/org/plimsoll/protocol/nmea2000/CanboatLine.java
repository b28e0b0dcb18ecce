package org.plimsoll.protocol.nmea2000;

import java.util.OptionalInt;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * A line of canboat's plain form, in which logs of buses are kept.
 *
 * <pre>
 * time,priority,pgn,source,destination,length,b0,b1,...
 * </pre>
 */
final class CanboatLine {

  private static final int HEADER_FIELDS = 6;

  /** 18 bits of the bus, and what canboat numbers above them for messages of gateways. */
  private static final int MAX_PGN = 0x7FFFF;

  private CanboatLine() {}

  static Decoded<BusMessage> decode(String text) {
    int[] header = new int[HEADER_FIELDS];
    int at = text.indexOf(',') + 1;
    for (int i = 1; i < HEADER_FIELDS && at > 0; i++) {
      int comma = text.indexOf(',', at);
      header[i] = comma < 0 ? -1 : decimal(text, at, comma);
      at = header[i] < 0 ? -1 : comma + 1;
    }
    boolean fits = at > 0 && header[1] <= 7 && header[2] <= MAX_PGN;
    fits = fits && header[3] <= 255 && header[4] <= 255;
    byte[] bytes = fits ? HexText.bytes(text, at, text.length(), 1, ',') : new byte[0];
    if (bytes.length == 0 || bytes.length != header[5] || bytes.length > Payload.MAX_BYTES) {
      return Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    return Decoded.value(
        new BusMessage(
            OptionalInt.of(header[1]),
            header[2],
            header[3],
            header[4],
            Payload.of(bytes, 0, bytes.length)));
  }

  /** At most 6 digits, or -1. */
  private static int decimal(String text, int from, int to) {
    if (from >= to || to - from > 6) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
