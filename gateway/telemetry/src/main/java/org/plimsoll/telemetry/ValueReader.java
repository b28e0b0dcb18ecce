package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plimsoll.telemetry.PackedSamples.Columns;

/**
 * Reads states and values and puts every sample in its row. Confined to the reading of one block.
 */
final class ValueReader {

  private final Objection objection;
  private final BitReader bits;
  private final TimeReader times;
  private final int columns;
  private final int[] rowStart;
  private final int[] next;
  private final Columns samples;
  private final int[] valuesOf;

  private final Symbols states;
  private final Symbols residuals;
  private final List<Predictor> predictors = new ArrayList<>(Predictor.FIXED);
  private final long[] before = new long[Predictor.MAX_ORDER];
  private Predictor predictor = Predictor.FIXED.get(0);

  /**
   * @param bits at the first bit of the states
   * @param times what was read before them
   * @param rowStart the first sample of each row, and how many samples there are
   */
  ValueReader(Objection objection, BitReader bits, TimeReader times, int columns, int[] rowStart) {
    this.objection = objection;
    this.bits = bits;
    this.times = times;
    this.columns = columns;
    this.rowStart = rowStart;
    this.next = new int[rowStart.length - 1];
    this.samples = new Columns(rowStart[rowStart.length - 1]);
    this.valuesOf = new int[columns];
    this.states = new Symbols(bits);
    this.residuals = new Symbols(bits);
  }

  /** Reads to the end of the content; what is wrong is raised. */
  Columns read() {
    System.arraycopy(rowStart, 0, next, 0, next.length);
    boolean special = bits.flag();
    for (int c = 0; c < columns && !objection.isRaised(); c++) {
      readTimesAndStates(c, special);
    }
    System.arraycopy(rowStart, 0, next, 0, next.length);
    int baseK = (int) bits.bits(BitWriter.LENGTH_BITS);
    long reference = 0;
    for (int c = 0; c < columns && !objection.isRaised(); c++) {
      if (valuesOf[c] > 0) {
        readPlan(c);
        boolean escaped = bits.isEscape();
        long base = BitReader.unzigzag(bits.rice(baseK));
        if (!escaped) {
          base += reference;
          reference = base;
        }
        residuals.beginCoded(valuesOf[c] - (predictor.isAboutMean() ? 0 : 1));
        readValues(c, base);
      } else {
        skip(c);
      }
    }
    return samples;
  }

  private void readTimesAndStates(int column, boolean special) {
    long unit = times.unitMillis();
    long latest = Sample.MAX_TIME_MILLIS / unit;
    times.beginCounts(column);
    times.beginTimes(column);
    states.begin(special ? times.samples(column) : 0);
    long state = 0;
    for (int r = 0; r < next.length; r++) {
      long least = 0;
      int count = times.nextCount();
      for (int i = 0; i < count; i++) {
        long time = times.nextTime(r, i);
        state += special ? states.nextSigned() : 0;
        if (time < least || time > latest || !Columns.isStatus(state)) {
          objection.content(
              "channel " + times.channel(column) + ": time " + time + ", state " + state);
          return;
        }
        least = time;
        int at = next[r]++;
        samples.channel[at] = times.channel(column);
        samples.timeMillis[at] = time * unit;
        samples.status[at] = (byte) state;
        valuesOf[column] += Columns.hasValue((int) state) ? 1 : 0;
      }
    }
  }

  private void readPlan(int column) {
    if (bits.flag()) {
      return;
    }
    long index = bits.rice(ValueWriter.PREDICTOR_K);
    if (index >= 0 && index < predictors.size()) {
      predictor = predictors.get((int) index);
    } else if (index == predictors.size()
        && index < Predictor.FIXED.size() + Predictor.MAX_DEFINED) {
      predictor = Predictor.read(bits);
      predictors.add(predictor);
    } else {
      objection.content("column " + column + " by predictor " + index);
    }
    residuals.readCoding();
  }

  private void readValues(int column, long base) {
    Arrays.fill(before, 0);
    int order = predictor.order();
    boolean isBase = !predictor.isAboutMean();
    times.beginCounts(column);
    for (int r = 0; r < next.length; r++) {
      for (int left = times.nextCount(); left > 0; left--) {
        int at = next[r]++;
        if (!Columns.hasValue(samples.status[at])) {
          continue;
        }
        long above = isBase ? 0 : predictor.expected(before) + residuals.nextSigned();
        isBase = false;
        samples.value[at] = base + above;
        for (int i = order - 1; i > 0; i--) {
          before[i] = before[i - 1];
        }
        before[0] = above;
      }
    }
    if (bits.isBeyond()) {
      objection.raise(BlockResult.Refusal.TRUNCATED, "values of column " + column);
    } else if (residuals.isMalformed() || states.isMalformed()) {
      objection.content("coding of column " + column);
    }
  }

  /** A column without any value. */
  private void skip(int column) {
    times.beginCounts(column);
    for (int r = 0; r < next.length; r++) {
      next[r] += times.nextCount();
    }
  }
}
