package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the states and the values of the columns, each in the shortest way that it finds. Confined
 * to the writing of one block.
 */
final class ValueWriter {

  /** Low bits of the index of a predictor. */
  static final int PREDICTOR_K = 1;

  /** What the column before the first one is taken to have had. */
  static final Coding FIRST_CODING = Coding.ZEROS;

  /** Most predictors of this block, the newest first, that are tried for a column. */
  private static final int TRIED = 8;

  /** A predictor whose misses sum up to more than this many times the best one's is not tried. */
  private static final double HOPELESS = 1.15;

  private final BlockColumns columns;
  private final List<Predictor> predictors = new ArrayList<>(Predictor.FIXED);
  private final long[] values;
  private final long[] symbols;
  private int baseK;
  private long reference;
  private Plan before = new Plan(0, Predictor.FIXED.get(0), FIRST_CODING, 0, 0, 0, 0);

  ValueWriter(BlockColumns columns) {
    this.columns = columns;
    this.values = new long[columns.samples()];
    this.symbols = new long[columns.samples()];
  }

  void write(BitWriter out) {
    writeStates(out);
    baseK = chooseBaseK();
    out.bits(baseK, BitWriter.LENGTH_BITS);
    for (int c = 0; c < columns.count(); c++) {
      int count = takeValues(c);
      if (count > 0) {
        writeValues(out, count);
      }
    }
  }

  private void writeStates(BitWriter out) {
    boolean special = false;
    for (byte status : columns.status) {
      special |= status != 0;
    }
    out.flag(special);
    if (!special) {
      return;
    }
    for (int c = 0; c < columns.count(); c++) {
      int from = columns.start[c];
      int count = columns.start[c + 1] - from;
      int last = 0;
      for (int i = 0; i < count; i++) {
        symbols[i] = BitWriter.zigzag(columns.status[from + i] - last);
        last = columns.status[from + i];
      }
      Coding.sequence(out, symbols, count);
    }
  }

  /** Gathers the values of a column; samples without one are left out. */
  private int takeValues(int column) {
    int count = 0;
    for (int i = columns.start[column]; i < columns.start[column + 1]; i++) {
      if (PackedSamples.Columns.hasValue(columns.status[i])) {
        values[count++] = columns.value[i];
      }
    }
    return count;
  }

  /** The k that suits the steps between the first values of neighbouring columns. */
  private int chooseBaseK() {
    long[] firsts = new long[columns.count()];
    int known = 0;
    for (int c = 0; c < columns.count(); c++) {
      if (takeValues(c) > 0) {
        firsts[known++] = values[0];
      }
    }
    int best = 0;
    long bestBits = Long.MAX_VALUE;
    for (int k = 0; k <= Coding.MAX_K; k++) {
      baseK = k;
      reference = 0;
      long bits = 0;
      for (int i = 0; i < known; i++) {
        bits += baseBits(firsts[i]);
        follow(firsts[i]);
      }
      if (bits < bestBits) {
        bestBits = bits;
        best = k;
      }
    }
    reference = 0;
    return best;
  }

  private void writeValues(BitWriter out, int count) {
    Plan plan = choose(count);
    boolean same =
        plan.predictorIndex == before.predictorIndex && plan.coding.equals(before.coding);
    out.flag(same);
    if (!same) {
      out.rice(plan.predictorIndex, PREDICTOR_K);
      if (plan.predictorIndex == predictors.size()) {
        plan.predictor.write(out);
        predictors.add(plan.predictor);
      }
      plan.coding.write(out);
    }
    writeBase(out, plan.base);
    int left = plan.predictor.symbols(values, count, plan.base, symbols);
    plan.coding.write(out, symbols, left);
    follow(plan.base);
    before = plan;
  }

  private void writeBase(BitWriter out, long base) {
    if (isNear(base)) {
      out.rice(BitWriter.zigzag(base - reference), baseK);
    } else {
      out.escape(BitWriter.zigzag(base));
    }
  }

  private long baseBits(long base) {
    return isNear(base)
        ? BitWriter.riceBits(BitWriter.zigzag(base - reference), baseK)
        : BitWriter.escapeBits(BitWriter.zigzag(base));
  }

  /**
   * Whether a base is written as a difference from the one before; an escape is the base itself.
   */
  private boolean isNear(long base) {
    return Long.compareUnsigned(BitWriter.zigzag(base - reference) >>> baseK, BitWriter.ESCAPE_ONES)
        < 0;
  }

  private void follow(long base) {
    if (isNear(base)) {
      reference = base;
    }
  }

  private Plan choose(int count) {
    long first = values[0];
    long middle = median(count);
    @Nullable Plan best = null;
    int oldest = Math.max(Predictor.FIXED.size(), predictors.size() - TRIED);
    for (int i = 0; i < predictors.size(); i++) {
      if (i < Predictor.FIXED.size() || i >= oldest || i == before.predictorIndex) {
        Predictor predictor = predictors.get(i);
        best = shorter(best, i, predictor, predictor.isAboutMean() ? middle : first, count);
      }
    }
    if (best == null) {
      throw new AssertionError("no predictor");
    }
    if (count >= LinearFit.MIN_VALUES
        && best.valueBits > count
        && predictors.size() < Predictor.FIXED.size() + Predictor.MAX_DEFINED) {
      for (Predictor fitted : LinearFit.of(values, count, middle, true)) {
        best = shorter(best, predictors.size(), fitted, middle, count);
      }
      for (Predictor fitted : LinearFit.of(values, count, first, false)) {
        best = shorter(best, predictors.size(), fitted, first, count);
      }
    }
    return best;
  }

  private Plan shorter(@Nullable Plan best, int index, Predictor predictor, long base, int count) {
    int left = predictor.symbols(values, count, base, symbols);
    Coding.Sums sums = Coding.Sums.of(symbols, left);
    if (best != null && sums.sum() > best.sum * HOPELESS) {
      return best;
    }
    long head = baseBits(base);
    if (index == before.predictorIndex) {
      long bits = before.coding.bits(symbols, left);
      if (best == null || head + bits < best.totalBits) {
        best = new Plan(index, predictor, before.coding, base, sums.sum(), bits, head + bits);
      }
    }
    Coding coding = Coding.best(symbols, left, sums);
    long bits = coding.bits(symbols, left);
    head += BitWriter.riceBits(index, PREDICTOR_K) + coding.headerBits();
    head += index == predictors.size() ? predictor.definitionBits() : 0;
    return best == null || head + bits < best.totalBits
        ? new Plan(index, predictor, coding, base, sums.sum(), bits, head + bits)
        : best;
  }

  private long median(int count) {
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }

  /** How a column is written, and what that costs. */
  private record Plan(
      int predictorIndex,
      Predictor predictor,
      Coding coding,
      long base,
      double sum,
      long valueBits,
      long totalBits) {}
}
