package org.plimsoll.protocol.modbus;

/** CRC-16/MODBUS: initially FFFF, reflected polynomial A001, low byte first on the wire. */
final class Crc16 {

  private static final int POLYNOMIAL = 0xA001;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
      }
      TABLE[i] = crc;
    }
  }

  private Crc16() {}

  static int of(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc = crc >>> 8 ^ TABLE[(crc ^ bytes[i]) & 0xFF];
    }
    return crc;
  }

  /** Whether the last two of these bytes are the CRC of those before. */
  static boolean holds(byte[] bytes, int from, int to) {
    return to - from > 2
        && of(bytes, from, to - 2) == ((bytes[to - 2] & 0xFF) | (bytes[to - 1] & 0xFF) << 8);
  }

  /** Writes the CRC of the frame into its last two bytes. */
  static void seal(byte[] frame) {
    int crc = of(frame, 0, frame.length - 2);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >> 8);
  }
}
