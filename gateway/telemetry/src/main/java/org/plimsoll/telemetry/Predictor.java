package org.plimsoll.telemetry;

import java.util.Arrays;
import java.util.List;

/**
 * Tells the next value of a column from those before it: {@code base + (sum of coefficient times
 * (value before - base), rounded) >> shift}. What stood before the column equals the base. All
 * arithmetic is modulo 2^64, so that it goes back whatever the values are. Immutable.
 */
final class Predictor {

  /** Most coefficients. */
  static final int MAX_ORDER = 16;

  /** Greatest shift. */
  static final int MAX_SHIFT = 15;

  /** Most predictors that one block defines. */
  static final int MAX_DEFINED = 64;

  /**
   * What every block knows without defining it: the base itself, the last value, a straight line.
   */
  static final List<Predictor> FIXED =
      List.of(new Predictor(true, 0), new Predictor(false, 0, 1), new Predictor(false, 0, 2, -1));

  private final boolean aboutMean;
  private final int shift;
  private final int[] coefficients;

  /**
   * @param aboutMean whether the base stands for itself; otherwise it is the first value
   * @param coefficients of the value before, of the one before that, and so on
   */
  Predictor(boolean aboutMean, int shift, int... coefficients) {
    this.aboutMean = aboutMean;
    this.shift = shift;
    this.coefficients = coefficients;
  }

  boolean isAboutMean() {
    return aboutMean;
  }

  int order() {
    return coefficients.length;
  }

  /**
   * Replaces values by the symbols of what the predictor misses them by.
   *
   * @return how many symbols there are: one less than values unless {@link #isAboutMean}
   */
  int symbols(long[] values, int count, long base, long[] symbols) {
    int first = aboutMean ? 0 : 1;
    long rounding = rounding();
    for (int i = first; i < count; i++) {
      long sum = rounding;
      int known = Math.min(coefficients.length, i);
      for (int j = 0; j < known; j++) {
        sum += coefficients[j] * (values[i - 1 - j] - base);
      }
      symbols[i - first] = BitWriter.zigzag(values[i] - base - (sum >> shift));
    }
    return count - first;
  }

  /** What the next value minus the base is expected to be; {@code before} has the newest first. */
  long expected(long[] before) {
    long sum = rounding();
    for (int j = 0; j < coefficients.length; j++) {
      sum += coefficients[j] * before[j];
    }
    return sum >> shift;
  }

  /** How many bits {@link #write} takes. */
  int definitionBits() {
    int bits = 9;
    for (int coefficient : coefficients) {
      bits += (int) BitWriter.riceBits(BitWriter.zigzag(coefficient), shift);
    }
    return bits;
  }

  /** Writes the definition; order 1 at least. */
  void write(BitWriter out) {
    out.flag(aboutMean);
    out.bits(coefficients.length - 1L, 4);
    out.bits(shift, 4);
    for (int coefficient : coefficients) {
      out.rice(BitWriter.zigzag(coefficient), shift);
    }
  }

  /**
   * Reads a definition; every one is allowed, a coefficient is the lowest 32 bits of its number.
   */
  static Predictor read(BitReader in) {
    boolean aboutMean = in.flag();
    int order = 1 + (int) in.bits(4);
    int shift = (int) in.bits(4);
    int[] coefficients = new int[order];
    for (int i = 0; i < order; i++) {
      coefficients[i] = (int) BitReader.unzigzag(in.rice(shift));
    }
    return new Predictor(aboutMean, shift, coefficients);
  }

  private long rounding() {
    return 1L << shift >> 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Predictor predictor
        && aboutMean == predictor.aboutMean
        && shift == predictor.shift
        && Arrays.equals(coefficients, predictor.coefficients);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coefficients) * 31 + shift;
  }
}
