package org.plimsoll.protocol.nmea2000;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One frame of an Actisense NGT-1 or a gateway that speaks as it does.
 *
 * @param command {@link #RECEIVED}, {@link #SENT}, or one of the gateway itself
 * @param payload as on the wire, without doubling
 * @param message what was said on the bus, for RECEIVED and SENT
 */
public record Ngt1Frame(int command, Payload payload, @Nullable BusMessage message) {

  /** From the bus: priority, PGN u24, destination, source, time u32 ms, length, data. */
  public static final int RECEIVED = 0x93;

  /** To the bus: priority, PGN u24, destination, length, data; the gateway is the source. */
  public static final int SENT = 0x94;

  /** The gateway's answer to a command. */
  public static final int DEVICE_ANSWER = 0xA0;

  /** A command to the gateway. */
  public static final int DEVICE_COMMAND = 0xA1;

  static final int DLE = 0x10;
  static final int STX = 0x02;
  static final int ETX = 0x03;

  private static final int RECEIVED_HEADER = 11;
  private static final int SENT_HEADER = 6;

  /** The address that nobody has: a sender that is not told. */
  private static final int NO_ADDRESS = 254;

  /** The gateway's own clock when it heard the message. */
  public OptionalLong gatewayMillis() {
    if (command != RECEIVED) {
      return OptionalLong.empty();
    }
    long millis = 0;
    for (int i = 9; i >= 6; i--) {
      millis = millis << 8 | payload.byteAt(i);
    }
    return OptionalLong.of(millis);
  }

  /** The command that makes an NGT-1 pass on every parameter group; sent after opening. */
  public static byte[] receiveAll() {
    return encode(DEVICE_COMMAND, new byte[] {0x11, 0x02, 0x00});
  }

  /**
   * A frame as it goes on the wire.
   *
   * @param command 0 to 255
   * @param payload at most 255 bytes
   */
  public static byte[] encode(int command, byte[] payload) {
    if (payload.length > 255) {
      throw new IllegalArgumentException(payload.length + " bytes, at most 255");
    }
    byte[] frame = new byte[2 * payload.length + 10];
    int at = 0;
    frame[at++] = DLE;
    frame[at++] = STX;
    at = put(frame, at, command);
    at = put(frame, at, payload.length);
    int sum = command + payload.length;
    for (byte value : payload) {
      at = put(frame, at, value);
      sum += value;
    }
    at = put(frame, at, -sum);
    frame[at++] = DLE;
    frame[at++] = ETX;
    return Arrays.copyOf(frame, at);
  }

  private static int put(byte[] frame, int at, int value) {
    frame[at] = (byte) value;
    if ((value & 0xFF) != DLE) {
      return at + 1;
    }
    frame[at + 1] = DLE;
    return at + 2;
  }

  /** The message of a payload; null if the payload's lengths do not agree. */
  static @Nullable BusMessage messageOf(int command, Payload payload) {
    int header = command == RECEIVED ? RECEIVED_HEADER : SENT_HEADER;
    int length = payload.length() - header;
    if (length < 0 || length > Payload.MAX_BYTES || payload.byteAt(header - 1) != length) {
      return null;
    }
    int pgn = payload.byteAt(1) | payload.byteAt(2) << 8 | payload.byteAt(3) << 16;
    byte[] bytes = payload.bytes();
    return new BusMessage(
        OptionalInt.of(payload.byteAt(0)),
        pgn,
        command == RECEIVED ? payload.byteAt(5) : NO_ADDRESS,
        payload.byteAt(4),
        Payload.of(bytes, header, bytes.length));
  }
}
