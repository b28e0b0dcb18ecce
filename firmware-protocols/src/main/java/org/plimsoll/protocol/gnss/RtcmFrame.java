package org.plimsoll.protocol.gnss;

/**
 * The frame of RTCM 3 corrections (RTCM 10403, clause 4), recognised so that it is no noise.
 *
 * <pre>
 * D3 | six zero bits, ten bits of length | payload, a number of twelve bits first | CRC-24Q
 * </pre>
 */
final class RtcmFrame {

  static final int PREAMBLE = 0xD3;

  private static final int HEADER = 3;
  private static final int OVERHEAD = 6;
  private static final int LENGTH_HIGH_BITS = 3;
  private static final int CRC_24Q = 0x1864CFB;
  private static final int CRC_TOP = 0x1000000;

  private RtcmFrame() {}

  /**
   * The length of the frame that begins at {@code from}, of bytes that end at {@code to}: 0 while
   * it is not here yet, negative if none begins there that holds a number.
   */
  static int length(byte[] bytes, int from, int to) {
    int size = to - from;
    if (size > 1 && (bytes[from + 1] & ~LENGTH_HIGH_BITS) != 0) {
      return -1;
    }
    if (size < HEADER) {
      return 0;
    }
    int payload = (bytes[from + 1] & LENGTH_HIGH_BITS) << Byte.SIZE | bytes[from + 2] & 0xFF;
    return payload < 2 ? -1 : payload + OVERHEAD;
  }

  /** Whether the last three bytes are the CRC of those before. */
  static boolean holds(byte[] bytes, int from, int to) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << 16;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc <<= 1;
        if ((crc & CRC_TOP) != 0) {
          crc ^= CRC_24Q;
        }
      }
    }
    return crc == 0;
  }

  /** Which message a sound frame holds, such as 1005. */
  static int number(byte[] bytes, int from) {
    return (bytes[from + HEADER] & 0xFF) << 4 | (bytes[from + HEADER + 1] & 0xFF) >> 4;
  }
}
