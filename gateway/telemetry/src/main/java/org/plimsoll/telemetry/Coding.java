package org.plimsoll.telemetry;

/**
 * How a run of unsigned symbols is written: nothing for zeros, a Rice code for each, or runs of
 * zeros and what stands between them.
 *
 * @param kind which of the three
 * @param k low bits of a symbol, 0 to 63
 * @param runK low bits of the length of a run of zeros, 0 to 63; of {@link Kind#RUNS} only
 */
record Coding(Kind kind, int k, int runK) {

  /** Low bits of the Rice code that k itself is written in. */
  static final int PARAMETER_K = 1;

  /** Greatest k. */
  static final int MAX_K = 63;

  /** Times the mean of symbols, its exponent is the k that suits them, or one below it. */
  private static final double USUAL_K_FACTOR = 2.0 / 3;

  static final Coding ZEROS = new Coding(Kind.ZEROS, 0, 0);

  enum Kind {
    ZEROS,
    RICE,
    RUNS
  }

  /** The shortest way for these symbols. */
  static Coding best(long[] symbols, int count) {
    return best(symbols, count, Sums.of(symbols, count));
  }

  /** The shortest way for symbols of which the sums are known already. */
  static Coding best(long[] symbols, int count, Sums sums) {
    if (sums.zeros == count) {
      return ZEROS;
    }
    Coding best = ZEROS;
    long bestBits = Long.MAX_VALUE;
    int guess = usualK(sums.sum / count);
    for (int k = guess; k <= Math.min(MAX_K, guess + 1); k++) {
      Coding rice = new Coding(Kind.RICE, k, 0);
      long bits = rice.headerBits() + rice.bits(symbols, count);
      if (bits < bestBits) {
        bestBits = bits;
        best = rice;
      }
    }
    if (sums.zeros > count / 2) {
      double others = count - sums.zeros;
      int runGuess = usualK(sums.zeros / (others + 1));
      int k = usualK(sums.sum / others - 1);
      for (int runK = runGuess; runK <= Math.min(MAX_K, runGuess + 1); runK++) {
        Coding runs = new Coding(Kind.RUNS, k, runK);
        long bits = runs.headerBits() + runs.bits(symbols, count);
        if (bits < bestBits) {
          bestBits = bits;
          best = runs;
        }
      }
    }
    return best;
  }

  /** The k that suits symbols of this mean. */
  private static int usualK(double mean) {
    return Math.min(MAX_K, Math.max(0, Math.getExponent(mean * USUAL_K_FACTOR + 1e-9)));
  }

  /** How many bits {@link #write} takes. */
  int headerBits() {
    return switch (kind) {
      case ZEROS -> 1;
      case RICE -> 2 + parameterBits(k);
      case RUNS -> 2 + parameterBits(runK) + parameterBits(k);
    };
  }

  /** How many bits the symbols take; more than any block holds if they cannot be written so. */
  long bits(long[] symbols, int count) {
    if (kind == Kind.ZEROS) {
      return Sums.of(symbols, count).zeros == count ? 0 : Integer.MAX_VALUE;
    }
    long bits = 0;
    if (kind == Kind.RICE) {
      for (int i = 0; i < count; i++) {
        bits += BitWriter.riceBits(symbols[i], k);
      }
      return bits;
    }
    int zeros = 0;
    for (int i = 0; i < count; i++) {
      if (symbols[i] == 0) {
        zeros++;
      } else {
        bits += BitWriter.riceBits(zeros, runK) + BitWriter.riceBits(symbols[i] - 1, k);
        zeros = 0;
      }
    }
    return zeros == 0 ? bits : bits + BitWriter.riceBits(zeros, runK);
  }

  /** Writes what a reader has to know before the symbols. */
  void write(BitWriter out) {
    out.flag(kind != Kind.ZEROS);
    if (kind != Kind.ZEROS) {
      out.flag(kind == Kind.RUNS);
      if (kind == Kind.RUNS) {
        out.rice(runK, PARAMETER_K);
      }
      out.rice(k, PARAMETER_K);
    }
  }

  /** Writes the symbols. */
  void write(BitWriter out, long[] symbols, int count) {
    if (kind == Kind.RICE) {
      for (int i = 0; i < count; i++) {
        out.rice(symbols[i], k);
      }
    } else if (kind == Kind.RUNS) {
      int zeros = 0;
      for (int i = 0; i < count; i++) {
        if (symbols[i] == 0) {
          zeros++;
        } else {
          out.rice(zeros, runK);
          out.rice(symbols[i] - 1, k);
          zeros = 0;
        }
      }
      if (zeros > 0) {
        out.rice(zeros, runK);
      }
    }
  }

  /** Header and symbols in the shortest way; nothing at all for none. */
  static void sequence(BitWriter out, long[] symbols, int count) {
    if (count > 0) {
      Coding coding = best(symbols, count);
      coding.write(out);
      coding.write(out, symbols, count);
    }
  }

  private static int parameterBits(int value) {
    return (int) BitWriter.riceBits(value, PARAMETER_K);
  }

  /** Zeros among symbols and their sum. */
  record Sums(int zeros, double sum) {

    static Sums of(long[] symbols, int count) {
      int zeros = 0;
      double sum = 0;
      for (int i = 0; i < count; i++) {
        zeros += symbols[i] == 0 ? 1 : 0;
        sum += symbols[i] >= 0 ? symbols[i] : 0x1p64 + symbols[i];
      }
      return new Sums(zeros, sum);
    }
  }
}
