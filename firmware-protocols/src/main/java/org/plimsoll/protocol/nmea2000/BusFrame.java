package org.plimsoll.protocol.nmea2000;

import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * One frame of the bus, which may be a part of a fast packet.
 *
 * @param id who sends what to whom
 * @param data 1 to 8 bytes
 */
public record BusFrame(CanId id, Payload data) {

  /** Most bytes of one frame. */
  public static final int MAX_BYTES = 8;

  private static final String TIME = "##:##:##.### ";
  private static final int DIRECTION = 13;
  private static final int ID = 15;
  private static final int DATA = 24;

  /**
   * A line of the RAW protocol (Yacht Devices, YDNU-02 and YDWG-02 manuals), without its end.
   *
   * <pre>
   * hh:mm:ss.ddd D iiiiiiii b0 ... b7
   * 0            13 15      24
   * </pre>
   *
   * The time is UTC if the gateway has it, else since power-up; it is not used. D is R for
   * received, T for sent by the gateway. There is no checksum, so the form must be exact.
   */
  public static Decoded<BusFrame> ofRawLine(String line) {
    byte[] data = isShaped(line) ? HexText.bytes(line, DATA, line.length(), 1, ' ') : new byte[0];
    long id = HexText.number(line, ID, ID + 8);
    return data.length == 0 || data.length > MAX_BYTES || id < 0 || id > 0x1FFF_FFFF
        ? Decoded.malformed(Reason.SYNTAX, Foreign.quote(line))
        : Decoded.value(new BusFrame(CanId.of((int) id), Payload.of(data, 0, data.length)));
  }

  private static boolean isShaped(String text) {
    if (text.length() < DATA + 2) {
      return false;
    }
    for (int i = 0; i < TIME.length(); i++) {
      char c = text.charAt(i);
      boolean fits = TIME.charAt(i) == '#' ? c >= '0' && c <= '9' : c == TIME.charAt(i);
      if (!fits) {
        return false;
      }
    }
    char direction = text.charAt(DIRECTION);
    return (direction == 'R' || direction == 'T')
        && text.charAt(DIRECTION + 1) == ' '
        && text.charAt(DATA - 1) == ' ';
  }
}
