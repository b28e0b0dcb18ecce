package org.plimsoll.protocol.nmea2000;

/** Reads hexadecimal digits out of foreign text without trusting it. */
final class HexText {

  private HexText() {}

  /** The number of exactly these digits, at most 8; -1 if they are none. */
  static long number(String text, int from, int to) {
    if (from >= to || to > text.length() || to - from > 8) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** 0 to 15, or -1; ASCII digits only. */
  static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  /**
   * Pairs of digits.
   *
   * @param gap characters between the pairs, which must be {@code separator}
   * @return empty if the text from {@code from} to {@code to} is anything else
   */
  static byte[] bytes(String text, int from, int to, int gap, char separator) {
    int stride = 2 + gap;
    if ((to - from + gap) % stride != 0) {
      return new byte[0];
    }
    byte[] bytes = new byte[(to - from + gap) / stride];
    for (int i = 0; i < bytes.length; i++) {
      int at = from + stride * i;
      long value = number(text, at, at + 2);
      if (value < 0 || gap == 1 && i > 0 && text.charAt(at - 1) != separator) {
        return new byte[0];
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }
}
