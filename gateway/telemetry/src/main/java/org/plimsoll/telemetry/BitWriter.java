package org.plimsoll.telemetry;

import java.util.Arrays;

/** Bits, most significant first, in bytes that grow. Confined to the writing of one block. */
final class BitWriter {

  /** From this many leading ones on, a Rice code is an escape that carries the number itself. */
  static final int ESCAPE_ONES = 16;

  /** Bits that say how long an escaped or a plain number is. */
  static final int LENGTH_BITS = 6;

  private byte[] bytes = new byte[512];
  private int size;
  private long pending;
  private int pendingBits;

  /** The lowest bits of a value. */
  void bits(long value, int count) {
    if (count > Integer.SIZE) {
      bits(value >>> Integer.SIZE, count - Integer.SIZE);
      bits(value, Integer.SIZE);
      return;
    }
    pending = pending << count | value & (1L << count) - 1;
    pendingBits += count;
    while (pendingBits >= Byte.SIZE) {
      pendingBits -= Byte.SIZE;
      octet((int) (pending >>> pendingBits));
    }
  }

  /** One bit. */
  void flag(boolean set) {
    bits(set ? 1 : 0, 1);
  }

  /** A number from 0 to 2^63 - 1: its length in 6 bits, then itself. */
  void number(long value) {
    int length = Long.SIZE - Long.numberOfLeadingZeros(value);
    bits(length, LENGTH_BITS);
    bits(value, length);
  }

  /** An unsigned number of 64 bits in a Rice code with {@code k} low bits. */
  void rice(long value, int k) {
    long ones = value >>> k;
    if (Long.compareUnsigned(ones, ESCAPE_ONES) < 0) {
      bits((1L << ones + 1) - 2, (int) ones + 1);
      bits(value, k);
    } else {
      escape(value);
    }
  }

  /** An unsigned number of 64 bits behind the mark of an escape. */
  void escape(long value) {
    bits((1L << ESCAPE_ONES) - 1, ESCAPE_ONES);
    int length = lengthOf(value);
    bits(length - 1L, LENGTH_BITS);
    bits(value, length);
  }

  /** How many bits {@link #rice} takes. */
  static long riceBits(long value, int k) {
    long ones = value >>> k;
    if (Long.compareUnsigned(ones, ESCAPE_ONES) < 0) {
      return ones + 1 + k;
    }
    return escapeBits(value);
  }

  /** How many bits {@link #escape} takes. */
  static long escapeBits(long value) {
    return ESCAPE_ONES + LENGTH_BITS + lengthOf(value);
  }

  private static int lengthOf(long value) {
    return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(value));
  }

  /** 0, -1, 1, -2 ... as 0, 1, 2, 3 ... */
  static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  /** A byte; only where the bits so far are whole bytes. */
  void octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  /** A number in base 128, least significant group first; only between whole bytes. */
  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      octet((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  /** Zero bits up to the next whole byte. */
  void align() {
    if (pendingBits > 0) {
      bits(0, Byte.SIZE - pendingBits);
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
