package org.plimsoll.protocol.nmea2000;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The data of a message: fields of bits, least significant first. The greatest number of a field
 * means "not available", and the two below it "error" and "reserved"; all three are absent here, as
 * is a field behind the end of the data.
 */
public final class Payload {

  /** Longest data of a fast packet. */
  public static final int MAX_BYTES = 223;

  private static final int SPECIAL_VALUES = 3;

  private final byte[] bytes;

  /** A copy of these bytes. */
  public static Payload of(byte[] bytes, int from, int to) {
    return new Payload(Arrays.copyOfRange(bytes, from, to));
  }

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  int byteAt(int at) {
    return bytes[at] & 0xFF;
  }

  /**
   * An unsigned number, divided.
   *
   * @param at first bit
   * @param bits 8 to 32
   */
  OptionalDouble unsigned(int at, int bits, double divisor) {
    long greatest = (1L << bits) - 1;
    long value = has(at, bits) ? raw(at, bits) : greatest;
    return value > greatest - SPECIAL_VALUES
        ? OptionalDouble.empty()
        : OptionalDouble.of(value / divisor);
  }

  /** An unsigned number, multiplied. */
  OptionalDouble unsignedTimes(int at, int bits, double factor) {
    OptionalDouble value = unsigned(at, bits, 1);
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }

  /**
   * A two's complement number, divided.
   *
   * @param at first bit
   * @param bits 8 to 64
   */
  OptionalDouble signed(int at, int bits, double divisor) {
    int unused = Long.SIZE - bits;
    long greatest = Long.MAX_VALUE >> unused;
    long value = has(at, bits) ? raw(at, bits) << unused >> unused : greatest;
    return value > greatest - SPECIAL_VALUES
        ? OptionalDouble.empty()
        : OptionalDouble.of(value / divisor);
  }

  /**
   * A code, a counter or an instance; absent if all its bits are set.
   *
   * @param at first bit
   * @param bits 2 to 16
   */
  OptionalInt code(int at, int bits) {
    int nothing = (1 << bits) - 1;
    int value = has(at, bits) ? (int) raw(at, bits) : nothing;
    return value == nothing ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private boolean has(int at, int bits) {
    return at + bits <= Byte.SIZE * bytes.length;
  }

  private long raw(int at, int bits) {
    long value = 0;
    int last = (at + bits - 1) / Byte.SIZE;
    for (int i = last; i >= at / Byte.SIZE; i--) {
      value = value << Byte.SIZE | bytes[i] & 0xFF;
    }
    value >>>= at % Byte.SIZE;
    return bits == Long.SIZE ? value : value & (1L << bits) - 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The bytes in hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
