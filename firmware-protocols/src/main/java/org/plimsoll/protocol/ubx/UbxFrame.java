package org.plimsoll.protocol.ubx;

import java.util.HexFormat;
import java.util.Map;
import org.plimsoll.protocol.Decoded;

/**
 * The frame of UBX.
 *
 * <pre>
 * B5 62 | class | id | length lo hi | payload | CK_A CK_B
 *       |<------- 8-bit Fletcher sum -------->|
 * </pre>
 */
public final class UbxFrame {

  /** Longest payload that is accepted; the longest known are below 1 KiB. */
  public static final int MAX_PAYLOAD_BYTES = 8192;

  /** What a frame begins with. */
  public static final int SYNC_1 = 0xB5;

  /** Bytes of a frame besides its payload. */
  public static final int OVERHEAD = 8;

  /** The longest frame that is accepted. */
  public static final int MAX_BYTES = MAX_PAYLOAD_BYTES + OVERHEAD;

  private static final int SYNC_2 = 0x62;
  private static final int HEADER = 6;

  /**
   * No class beyond this is in use. Without the bound a frame cut behind its sync bytes would take
   * the next one's sync bytes for its class, and wait for kilobytes.
   */
  private static final int MAX_CLASS = 0x3F;

  /** Messages that receivers say by themselves or when asked, for counters that people read. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x0101, "NAV-POSECEF"),
          Map.entry(0x0102, "NAV-POSLLH"),
          Map.entry(0x0103, "NAV-STATUS"),
          Map.entry(0x0104, "NAV-DOP"),
          Map.entry(0x0105, "NAV-ATT"),
          Map.entry(0x0106, "NAV-SOL"),
          Map.entry(0x0107, "NAV-PVT"),
          Map.entry(0x0112, "NAV-VELNED"),
          Map.entry(0x0113, "NAV-HPPOSECEF"),
          Map.entry(0x0114, "NAV-HPPOSLLH"),
          Map.entry(0x0120, "NAV-TIMEGPS"),
          Map.entry(0x0121, "NAV-TIMEUTC"),
          Map.entry(0x0122, "NAV-CLOCK"),
          Map.entry(0x0126, "NAV-TIMELS"),
          Map.entry(0x0130, "NAV-SVINFO"),
          Map.entry(0x0132, "NAV-SBAS"),
          Map.entry(0x0135, "NAV-SAT"),
          Map.entry(0x013C, "NAV-RELPOSNED"),
          Map.entry(0x0143, "NAV-SIG"),
          Map.entry(0x0161, "NAV-EOE"),
          Map.entry(0x0213, "RXM-SFRBX"),
          Map.entry(0x0215, "RXM-RAWX"),
          Map.entry(0x0500, "ACK-NAK"),
          Map.entry(0x0501, "ACK-ACK"),
          Map.entry(0x0A04, "MON-VER"),
          Map.entry(0x0A09, "MON-HW"),
          Map.entry(0x0A38, "MON-RF"),
          Map.entry(0x0D01, "TIM-TP"),
          Map.entry(0x1002, "ESF-MEAS"),
          Map.entry(0x1010, "ESF-STATUS"));

  private UbxFrame() {}

  /**
   * A frame as it goes on the wire; an empty payload asks for a message.
   *
   * @param messageClass 0 to 255
   * @param id 0 to 255
   */
  public static byte[] encode(int messageClass, int id, byte[] payload) {
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(payload.length + " bytes, at most " + MAX_PAYLOAD_BYTES);
    }
    byte[] frame = new byte[payload.length + OVERHEAD];
    frame[0] = (byte) SYNC_1;
    frame[1] = SYNC_2;
    frame[2] = (byte) messageClass;
    frame[3] = (byte) id;
    frame[4] = (byte) payload.length;
    frame[5] = (byte) (payload.length >> 8);
    System.arraycopy(payload, 0, frame, HEADER, payload.length);
    int sum = sum(frame, 2, frame.length - 2);
    frame[frame.length - 2] = (byte) sum;
    frame[frame.length - 1] = (byte) (sum >> 8);
    return frame;
  }

  /**
   * The length of the frame that begins at {@code from}, of bytes that end at {@code to}: 0 while
   * it is not here yet, negative if none begins there; it may be beyond {@link #MAX_BYTES}.
   */
  public static int length(byte[] bytes, int from, int to) {
    int size = to - from;
    if (size > 1 && bytes[from + 1] != SYNC_2 || size > 2 && (bytes[from + 2] & 0xFF) > MAX_CLASS) {
      return -1;
    }
    if (size < HEADER) {
      return 0;
    }
    return ((bytes[from + 4] & 0xFF) | (bytes[from + 5] & 0xFF) << Byte.SIZE) + OVERHEAD;
  }

  /** Whether the last two bytes are the sum of those behind the sync bytes. */
  public static boolean holds(byte[] bytes, int from, int to) {
    int sum = sum(bytes, from + 2, to - 2);
    return sum == ((bytes[to - 2] & 0xFF) | (bytes[to - 1] & 0xFF) << 8);
  }

  /** What a sound frame says. */
  public static Decoded<UbxMessage> decode(byte[] bytes, int from, int to) {
    int kind = (bytes[from + 2] & 0xFF) << 8 | bytes[from + 3] & 0xFF;
    UbxPayload payload = new UbxPayload(bytes, from + HEADER, to - from - OVERHEAD);
    if (payload.length() == 0) {
      return Decoded.unsupported("request of " + name(kind));
    }
    return switch (kind) {
      case 0x0102 -> NavPosLlh.decode(payload);
      case 0x0106 -> NavSol.decode(payload);
      case 0x0107 -> NavPvt.decode(payload);
      case 0x0112 -> NavVelNed.decode(payload);
      case 0x0114 -> NavHpPosLlh.decode(payload);
      case 0x0121 -> NavTimeUtc.decode(payload);
      case 0x0135 -> NavSat.decode(payload);
      case 0x0A04 -> MonVer.decode(payload);
      default -> Decoded.unsupported(name(kind));
    };
  }

  private static String name(int kind) {
    String name = NAMES.get(kind);
    HexFormat hex = HexFormat.of();
    return name != null
        ? "UBX " + name
        : "UBX " + hex.toHexDigits((byte) (kind >> 8)) + " " + hex.toHexDigits((byte) kind);
  }

  private static int sum(byte[] bytes, int from, int to) {
    int a = 0;
    int b = 0;
    for (int i = from; i < to; i++) {
      a = a + bytes[i] & 0xFF;
      b = b + a & 0xFF;
    }
    return a | b << 8;
  }
}
