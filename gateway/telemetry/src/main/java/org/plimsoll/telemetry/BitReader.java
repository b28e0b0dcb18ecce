package org.plimsoll.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A cursor over bits. Behind the end there are zero bits without end, and {@link #isBeyond} tells:
 * whoever reads has to ask before he believes what he read. Confined to its caller.
 */
final class BitReader {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** What {@link #window} has at least, whatever bit it begins at. */
  private static final int WINDOW_BITS = Long.SIZE - Byte.SIZE + 1;

  private final byte[] bytes;
  private final int endByte;
  private int at;

  /**
   * @param endByte the first byte that is not read
   */
  BitReader(byte[] bytes, int endByte) {
    this.bytes = bytes;
    this.endByte = endByte;
  }

  /** Which bit is next. */
  int position() {
    return at;
  }

  /** Goes to a bit. */
  void seek(int bit) {
    at = bit;
  }

  /** Whether something was read that is not there. */
  boolean isBeyond() {
    return at > endByte * Byte.SIZE;
  }

  /** Unsigned, 0 to 64 bits. */
  long bits(int count) {
    if (count > Integer.SIZE) {
      long high = bits(count - Integer.SIZE);
      return high << Integer.SIZE | bits(Integer.SIZE);
    }
    if (count == 0) {
      return 0;
    }
    long value = window() >>> Long.SIZE - count;
    at += count;
    return value;
  }

  boolean flag() {
    return bits(1) == 1;
  }

  /** What {@link BitWriter#number} wrote; 0 to 2^63 - 1. */
  long number() {
    return bits((int) bits(BitWriter.LENGTH_BITS));
  }

  /** What {@link BitWriter#rice} wrote; unsigned, 64 bits. */
  long rice(int k) {
    long window = window();
    int ones = Long.numberOfLeadingZeros(~window);
    if (ones >= BitWriter.ESCAPE_ONES) {
      at += BitWriter.ESCAPE_ONES;
      return bits(1 + (int) bits(BitWriter.LENGTH_BITS));
    }
    if (ones + 1 + k <= WINDOW_BITS && k > 0) {
      at += ones + 1 + k;
      return (long) ones << k | window << ones + 1 >>> Long.SIZE - k;
    }
    at += ones + 1;
    return (long) ones << k | bits(k);
  }

  /** Whether the next Rice code is an escape. */
  boolean isEscape() {
    return Long.numberOfLeadingZeros(~window()) >= BitWriter.ESCAPE_ONES;
  }

  /** What zigzag made of a signed number. */
  static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  /** The next bits from the highest bit on; at least {@link #WINDOW_BITS} of them are right. */
  private long window() {
    int octet = at >>> 3;
    if (octet + Long.BYTES <= endByte) {
      return (long) LONGS.get(bytes, octet) << (at & 7);
    }
    long window = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      window = window << Byte.SIZE | (octet + i < endByte ? bytes[octet + i] & 0xff : 0);
    }
    return window << (at & 7);
  }
}
