package org.plimsoll.protocol.ubx;

import java.nio.charset.StandardCharsets;

/** The payload of one frame, little-endian. Valid until the scanner moves on. */
final class UbxPayload {

  private final byte[] bytes;
  private final int from;
  private final int length;

  UbxPayload(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  int length() {
    return length;
  }

  int u1(int at) {
    return bytes[from + at] & 0xFF;
  }

  int i1(int at) {
    return bytes[from + at];
  }

  int u2(int at) {
    return u1(at) | u1(at + 1) << 8;
  }

  int i2(int at) {
    return (short) u2(at);
  }

  int i4(int at) {
    return u2(at) | u2(at + 2) << 16;
  }

  long u4(int at) {
    return i4(at) & 0xFFFF_FFFFL;
  }

  /** Text up to its first NUL. */
  String text(int at, int size) {
    int end = at;
    while (end < at + size && u1(end) != 0) {
      end++;
    }
    return new String(bytes, from + at, end - at, StandardCharsets.ISO_8859_1);
  }
}
