package org.plimsoll.protocol.modbus;

import java.util.OptionalDouble;

/**
 * How a number lies in registers. The letters give the order of its bytes on the wire, A the most
 * significant: {@code CDAB} is word-swapped, {@code BADC} byte-swapped, {@code DCBA} both.
 *
 * <p>A number that means "no measurement" is absent: NaN and infinities of floats and a decimal
 * digit beyond 9 always; what {@link FaultValues} say besides.
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
  F64_DCBA(Kind.FLOAT, 4, true, true),
  /** Four decimal digits, one in each half byte. */
  BCD16(Kind.DECIMAL, 1, false, false),
  BCD32_ABCD(Kind.DECIMAL, 2, false, false),
  BCD32_CDAB(Kind.DECIMAL, 2, true, false),
  BCD32_BADC(Kind.DECIMAL, 2, false, true),
  BCD32_DCBA(Kind.DECIMAL, 2, true, true),
  /** The first bit is the sign, the others the magnitude. */
  SM16(Kind.SIGN_MAGNITUDE, 1, false, false),
  SM32_ABCD(Kind.SIGN_MAGNITUDE, 2, false, false),
  SM32_CDAB(Kind.SIGN_MAGNITUDE, 2, true, false),
  SM32_BADC(Kind.SIGN_MAGNITUDE, 2, false, true),
  SM32_DCBA(Kind.SIGN_MAGNITUDE, 2, true, true);

  private enum Kind {
    UNSIGNED,
    SIGNED,
    FLOAT,
    DECIMAL,
    SIGN_MAGNITUDE
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
   * The number at {@code offset}, or absent if the registers hold one of the {@link
   * FaultValues#USUAL} ones.
   *
   * @throws IndexOutOfBoundsException if fewer than {@link #words} registers stand there
   */
  public OptionalDouble decode(int[] registers, int offset) {
    return decode(registers, offset, FaultValues.USUAL);
  }

  /**
   * The number at {@code offset}, or absent if the registers hold none or one that means a fault.
   *
   * @throws IndexOutOfBoundsException if fewer than {@link #words} registers stand there
   */
  public OptionalDouble decode(int[] registers, int offset, FaultValues faults) {
    long bits = bits(registers, offset);
    OptionalDouble number = number(bits);
    boolean absent = faults.usual() && isUsualFault(bits);
    return number.isEmpty() || absent || faults.has(number.getAsDouble())
        ? OptionalDouble.empty()
        : number;
  }

  private long bits(int[] registers, int offset) {
    long bits = 0;
    for (int i = 0; i < words; i++) {
      int word = registers[wordsSwapped ? offset + words - 1 - i : offset + i] & 0xFFFF;
      bits = bits << 16 | (bytesSwapped ? swapped(word) : word);
    }
    return bits;
  }

  private OptionalDouble number(long bits) {
    int unused = Long.SIZE - 16 * words;
    return switch (kind) {
      case UNSIGNED -> OptionalDouble.of(bits);
      case SIGNED -> OptionalDouble.of(bits << unused >> unused);
      case FLOAT -> {
        double value =
            words == 2 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        yield Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
      }
      case DECIMAL -> decimal(bits);
      case SIGN_MAGNITUDE -> {
        long magnitude = bits & Long.MAX_VALUE >>> unused;
        yield OptionalDouble.of(magnitude == bits ? magnitude : -magnitude);
      }
    };
  }

  private OptionalDouble decimal(long bits) {
    long value = 0;
    for (int shift = 16 * words - 4; shift >= 0; shift -= 4) {
      long digit = bits >>> shift & 0xF;
      if (digit > 9) {
        return OptionalDouble.empty();
      }
      value = 10 * value + digit;
    }
    return OptionalDouble.of(value);
  }

  private boolean isUsualFault(long bits) {
    long allOnes = -1L >>> Long.SIZE - 16 * words;
    long greatest = allOnes >>> 1;
    return switch (kind) {
      case UNSIGNED, SIGN_MAGNITUDE -> bits == allOnes;
      case SIGNED -> bits == greatest || bits == greatest + 1;
      case FLOAT, DECIMAL -> false;
    };
  }

  /**
   * The registers of a number, as a simulated sensor holds them; a number without decimals is
   * rounded to a whole one.
   */
  public int[] encode(double value) {
    long bits =
        switch (kind) {
          case UNSIGNED, SIGNED -> Math.round(value);
          case FLOAT ->
              words == 2
                  ? Float.floatToRawIntBits((float) value)
                  : Double.doubleToRawLongBits(value);
          case DECIMAL -> Long.parseLong(Long.toString(Math.round(Math.abs(value))), 16);
          case SIGN_MAGNITUDE ->
              Math.round(Math.abs(value)) | (value < 0 ? 1L << 16 * words - 1 : 0);
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
}
