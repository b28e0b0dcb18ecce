package org.plimsoll.protocol.modbus;

import java.util.OptionalDouble;

/**
 * How a number lies in registers. The letters give the order of its bytes on the wire, A the most
 * significant: {@code CDAB} is word-swapped, {@code BADC} byte-swapped, {@code DCBA} both.
 *
 * <p>A number that means "no measurement" is absent: NaN and infinities of floats, all ones of
 * unsigned, and both extremes of signed integers.
 */
public enum RegisterEncoding {
  U16(Kind.UNSIGNED, 1, false, false),
  S16(Kind.SIGNED, 1, false, false),
  U32_ABCD(Kind.UNSIGNED, 2, false, false),
  U32_CDAB(Kind.UNSIGNED, 2, true, false),
  U32_BADC(Kind.UNSIGNED, 2, false, true),
  U32_DCBA(Kind.UNSIGNED, 2, true, true),
  S32_ABCD(Kind.SIGNED, 2, false, false),
  S32_CDAB(Kind.SIGNED, 2, true, false),
  S32_BADC(Kind.SIGNED, 2, false, true),
  S32_DCBA(Kind.SIGNED, 2, true, true),
  F32_ABCD(Kind.FLOAT, 2, false, false),
  F32_CDAB(Kind.FLOAT, 2, true, false),
  F32_BADC(Kind.FLOAT, 2, false, true),
  F32_DCBA(Kind.FLOAT, 2, true, true),
  F64_ABCD(Kind.FLOAT, 4, false, false),
  F64_CDAB(Kind.FLOAT, 4, true, false),
  F64_BADC(Kind.FLOAT, 4, false, true),
  F64_DCBA(Kind.FLOAT, 4, true, true);

  private enum Kind {
    UNSIGNED,
    SIGNED,
    FLOAT
  }

  private final Kind kind;
  private final int words;
  private final boolean wordsSwapped;
  private final boolean bytesSwapped;

  RegisterEncoding(Kind kind, int words, boolean wordsSwapped, boolean bytesSwapped) {
    this.kind = kind;
    this.words = words;
    this.wordsSwapped = wordsSwapped;
    this.bytesSwapped = bytesSwapped;
  }

  /** Registers that a number takes; they must come from one request. */
  public int words() {
    return words;
  }

  /**
   * The number at {@code offset}, or absent if the registers say that there is none.
   *
   * @throws IndexOutOfBoundsException if fewer than {@link #words} registers stand there
   */
  public OptionalDouble decode(int[] registers, int offset) {
    long bits = 0;
    for (int i = 0; i < words; i++) {
      int word = registers[wordsSwapped ? offset + words - 1 - i : offset + i] & 0xFFFF;
      bits = bits << 16 | (bytesSwapped ? swapped(word) : word);
    }
    int unused = Long.SIZE - 16 * words;
    return switch (kind) {
      case UNSIGNED -> present(bits, bits == -1L >>> unused);
      case SIGNED -> {
        long value = bits << unused >> unused;
        long greatest = Long.MAX_VALUE >> unused;
        yield present(value, value == greatest || value == -greatest - 1);
      }
      case FLOAT -> {
        double value =
            words == 2 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        yield present(value, !Double.isFinite(value));
      }
    };
  }

  /** The registers of a number, as a simulated sensor holds them; integers are rounded. */
  public int[] encode(double value) {
    long bits =
        switch (kind) {
          case UNSIGNED, SIGNED -> Math.round(value);
          case FLOAT ->
              words == 2
                  ? Float.floatToRawIntBits((float) value)
                  : Double.doubleToRawLongBits(value);
        };
    int[] registers = new int[words];
    for (int i = 0; i < words; i++) {
      int word = (int) (bits >>> 16 * (words - 1 - i)) & 0xFFFF;
      registers[wordsSwapped ? words - 1 - i : i] = bytesSwapped ? swapped(word) : word;
    }
    return registers;
  }

  private static int swapped(int word) {
    return (word & 0xFF) << 8 | word >> 8;
  }

  private static OptionalDouble present(double value, boolean fault) {
    return fault ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
