package org.plimsoll.protocol.nmea0183;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time in a long, the first in the lowest place. A sentence has so many short
 * fields that the branches of a loop over each, which no processor can predict, cost more than the
 * work itself; arithmetic on eight bytes has none.
 *
 * <p>A mark is the highest bit of a byte ({@code 0x80}); a test marks the bytes that pass it.
 */
final class Octets {

  /** Bytes in one. */
  static final int SIZE = Long.BYTES;

  private static final long ONES = 0x0101010101010101L;
  private static final long MARKS = 0x80 * ONES;
  private static final long LOW_BITS = 0x7F * ONES;
  private static final long ZEROS = '0' * ONES;
  private static final long COMMAS = ',' * ONES;
  private static final long POINTS = ('.' ^ '0') * ONES;
  private static final long BEYOND_NINE = (0x80 - 10) * ONES;

  /** What carries a digit into the mark that is too great in {@code hhmmss}. */
  private static final long BEYOND_CLOCK = 0x767A_767A_767DL;

  private static final long CLOCK_MARKS = MARKS >>> 2 * Byte.SIZE;
  private static final long HALVES = 0x0000_0080_0000_0080L;

  private static final int LAST_HOUR = 23;

  /** Brings the marks of bytes 0 to 7 to bits 56 to 63 without a carry. */
  private static final long GATHER = 0x0002040810204081L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Octets() {}

  /** The eight bytes from {@code at} on; zeros behind the end of the array. */
  static long at(byte[] bytes, int at) {
    return at <= bytes.length - SIZE ? get(bytes, at) : last(bytes, at);
  }

  /** The eight bytes from {@code at} on, which must be there. */
  static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  private static long last(byte[] bytes, int at) {
    long word = 0;
    for (int i = bytes.length - 1; i >= at; i--) {
      word = word << Byte.SIZE | bytes[i] & 0xFF;
    }
    return word;
  }

  /** Sets eight bytes. */
  static void set(byte[] bytes, int at, long word) {
    LONGS.set(bytes, at, word);
  }

  /** Marks bytes below {@code limit}, which is at most 127. */
  static long below(long word, int limit) {
    return ~((word & LOW_BITS) + (0x80 - limit) * ONES | word) & MARKS;
  }

  /** The marks of bytes 0 to 7 as bits 0 to 7. */
  static int gathered(long marks) {
    return (int) (marks * GATHER >>> 56);
  }

  /** All bits of the bytes before a mark. */
  static long before(long mark) {
    return (mark >>> Byte.SIZE - 1) - 1;
  }

  /** XOR of the eight bytes. */
  static int folded(long xor) {
    long half = xor ^ xor >>> 32;
    half ^= half >>> 16;
    return (int) (half ^ half >>> 8) & 0xFF;
  }

  /**
   * The first {@code length} bytes, 1 to 8, as digits 0 to 9 in the highest places; zeros before
   * them. What is no digit is greater than 9.
   */
  static long digits(long word, int length) {
    return (word ^ ZEROS) << Long.SIZE - Byte.SIZE * length;
  }

  /** Marks all bytes but digits and commas. */
  static long notDigitsOrCommas(long word) {
    long digits = word ^ ZEROS;
    long others = word ^ COMMAS;
    return (digits + BEYOND_NINE | digits) & ((others & LOW_BITS) + LOW_BITS | others) & MARKS;
  }

  /** A mark in the first byte of each half that has a comma, and anything in the others. */
  static long halvesWithComma(long word) {
    long others = word ^ COMMAS;
    long commas = ~((others & LOW_BITS) + LOW_BITS | others) & MARKS;
    long pairs = commas | commas >>> Short.SIZE;
    return pairs | pairs >>> Byte.SIZE;
  }

  /** Whether both halves are marked. */
  static boolean areBoth(long halves) {
    return (halves & HALVES) == HALVES;
  }

  /** 0 if the first six bytes are the time of a day, {@code 000000} to {@code 235959}. */
  static long notClock(long word) {
    long digits = word ^ ZEROS;
    long hour = (digits & 0xFF) * 10 + (digits >>> Byte.SIZE & 0xFF);
    return (digits + BEYOND_CLOCK | digits) & CLOCK_MARKS | LAST_HOUR - hour & Long.MIN_VALUE;
  }

  /** Which byte is the marked one; {@link #SIZE} if none is. */
  static int indexOf(long mark) {
    return Long.numberOfTrailingZeros(mark) >>> 3;
  }

  /** Marks what of {@link #digits} is none; never 0 if there is any. */
  static long notDigits(long digits) {
    return (digits + BEYOND_NINE | digits) & MARKS;
  }

  /** Marks the first point among {@link #digits}, or 0. */
  static long firstPoint(long digits) {
    long others = digits ^ POINTS;
    long points = ~((others & LOW_BITS) + LOW_BITS | others) & MARKS;
    return points & -points;
  }

  /** {@link #digits} without their {@link #firstPoint}. */
  static long withoutPoint(long digits, long point) {
    long before = (point >>> 7) - 1;
    long upTo = (point << 1) - 1;
    int shift = (int) ((point | -point) >>> 63) << 3;
    return digits & ~upTo | (digits & before) << shift;
  }

  /** How many {@link #digits} stand behind their {@link #firstPoint}; 0 if there is none. */
  static int decimals(long point) {
    return Long.numberOfLeadingZeros(point) >>> 3 & 7;
  }

  /** The number that {@link #digits} say: pairs, then fours, then all eight at a time. */
  static int number(long digits) {
    long pairs = digits * (10 * 0x100 + 1) >>> 8 & 0x00FF00FF00FF00FFL;
    long fours = pairs * (100 * 0x10000 + 1) >>> 16 & 0x0000FFFF0000FFFFL;
    return (int) (fours * (10000L * 0x100000000L + 1) >>> 32);
  }
}
