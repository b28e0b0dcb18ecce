package org.plimsoll.protocol.casic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.plimsoll.protocol.Decoded;

/**
 * The frame of CASIC, little-endian.
 *
 * <pre>
 * BA CE | length u2 | class | id | payload, whole words of four bytes | sum u4
 *       the sum adds length, class &lt;&lt; 16, id &lt;&lt; 24 and each word of the payload
 * </pre>
 */
public final class CasicFrame {

  /** Longest payload; the specification says below 2 KiB. */
  public static final int MAX_PAYLOAD_BYTES = 2048;

  /** What a frame begins with. */
  public static final int SYNC_1 = 0xBA;

  /** Bytes of a frame besides its payload. */
  public static final int OVERHEAD = 10;

  /** The longest frame that is accepted. */
  public static final int MAX_BYTES = MAX_PAYLOAD_BYTES + OVERHEAD;

  private static final int SYNC_2 = 0xCE;
  private static final int HEADER = 6;
  private static final int WORD = 4;

  /** No class beyond this is in use; so a cut frame waits less for what never comes. */
  private static final int MAX_CLASS = 0x3F;

  private CasicFrame() {}

  /**
   * A frame as it goes on the wire.
   *
   * @param messageClass 0 to 255
   * @param id 0 to 255
   * @param payload of whole words
   */
  public static byte[] encode(int messageClass, int id, byte[] payload) {
    if (payload.length > MAX_PAYLOAD_BYTES || payload.length % WORD != 0) {
      throw new IllegalArgumentException(payload.length + " bytes are no payload");
    }
    ByteBuffer frame =
        ByteBuffer.allocate(payload.length + OVERHEAD).order(ByteOrder.LITTLE_ENDIAN);
    frame.put((byte) SYNC_1).put((byte) SYNC_2).putShort((short) payload.length);
    frame.put((byte) messageClass).put((byte) id).put(payload);
    frame.putInt(sum(frame.array(), 0, frame.capacity()));
    return frame.array();
  }

  /**
   * The length of the frame that begins at {@code from}, of bytes that end at {@code to}: 0 while
   * it is not here yet, negative if none begins there; it may be beyond {@link #MAX_BYTES}.
   */
  public static int length(byte[] bytes, int from, int to) {
    int size = to - from;
    if (size > 1 && (bytes[from + 1] & 0xFF) != SYNC_2
        || size > 2 && bytes[from + 2] % WORD != 0
        || size > 4 && (bytes[from + 4] & 0xFF) > MAX_CLASS) {
      return -1;
    }
    if (size < HEADER) {
      return 0;
    }
    return ((bytes[from + 2] & 0xFF) | (bytes[from + 3] & 0xFF) << Byte.SIZE) + OVERHEAD;
  }

  /** Whether the last four bytes are the sum of those behind the sync bytes. */
  public static boolean holds(byte[] bytes, int from, int to) {
    return sum(bytes, from, to) == word(bytes, to - WORD);
  }

  /** What a sound frame says. */
  public static Decoded<CasicMessage> decode(byte[] bytes, int from, int to) {
    ByteBuffer payload =
        ByteBuffer.wrap(bytes, from + HEADER, to - from - OVERHEAD)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    int kind = (bytes[from + 4] & 0xFF) << 8 | bytes[from + 5] & 0xFF;
    return switch (kind) {
      case 0x0103 -> NavPv.decode(payload);
      case 0x0110 -> NavTimeUtc.decode(payload);
      default -> Decoded.unsupported("CASIC " + name(kind));
    };
  }

  private static String name(int kind) {
    HexFormat hex = HexFormat.of();
    return switch (kind) {
      case 0x0100 -> "NAV-STATUS";
      case 0x0101 -> "NAV-DOP";
      case 0x0120 -> "NAV-GPSINFO";
      case 0x0121 -> "NAV-BDSINFO";
      case 0x0122 -> "NAV-GLNINFO";
      default -> hex.toHexDigits((byte) (kind >> 8)) + " " + hex.toHexDigits((byte) kind);
    };
  }

  private static int sum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int at = from + 2; at < to - WORD; at += WORD) {
      sum += word(bytes, at);
    }
    return sum;
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }
}
