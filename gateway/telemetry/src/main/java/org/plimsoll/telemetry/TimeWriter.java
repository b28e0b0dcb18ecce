package org.plimsoll.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes when the samples were taken: a time for each row; and for each group of columns that were
 * measured together, how many samples stand in each row and how far they are from the row's time.
 * Confined to the writing of one block.
 */
final class TimeWriter {

  /** Low bits of the phase of a group. */
  static final int PHASE_K = 3;

  private final BlockColumns columns;
  private final int rows;
  private final long[] rowTime;
  private long interval;
  private final long[] symbols;

  TimeWriter(BlockColumns columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.rowTime = new long[rows];
    this.symbols = new long[Math.max(rows, Math.max(columns.samples(), columns.count()))];
  }

  void write(BitWriter out) {
    chooseRowTimes();
    out.number(columns.timeUnitMillis);
    out.number(rowTime[0]);
    out.number(interval);
    for (int r = 1; r < rows; r++) {
      symbols[r - 1] = BitWriter.zigzag(rowTime[r] - rowTime[r - 1] - interval);
    }
    Coding.sequence(out, symbols, rows - 1);
    int before = -1;
    for (int c = 0; c < columns.count(); c++) {
      symbols[c] = columns.channel[c] - before - 1L;
      before = columns.channel[c];
    }
    Coding.sequence(out, symbols, columns.count());
    for (int column : writeGroups(out)) {
      writeGroup(out, column);
    }
  }

  /** A regular grid as long as the first sample of each row is near it; a jump where it is not. */
  private void chooseRowTimes() {
    long[] first = new long[rows];
    Arrays.fill(first, Long.MAX_VALUE);
    for (int i = 0; i < columns.samples(); i++) {
      first[columns.row[i]] = Math.min(first[columns.row[i]], columns.time[i]);
    }
    long[] steps = new long[rows];
    int count = 0;
    long before = Long.MAX_VALUE;
    for (long time : first) {
      if (time != Long.MAX_VALUE && before != Long.MAX_VALUE) {
        steps[count++] = time - before;
      }
      before = time;
    }
    interval = Math.max(0, median(steps, count));
    long expected = Long.MAX_VALUE;
    for (int r = 0; r < rows; r++) {
      boolean empty = first[r] == Long.MAX_VALUE;
      if (expected == Long.MAX_VALUE) {
        rowTime[r] = empty ? 0 : first[r];
      } else {
        rowTime[r] = empty || Math.abs(first[r] - expected) <= interval ? expected : first[r];
      }
      expected = empty && expected == Long.MAX_VALUE ? expected : rowTime[r] + interval;
    }
  }

  private static long median(long[] values, int count) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }

  /**
   * Writes which column belongs to which group.
   *
   * @return the first column of each group
   */
  private List<Integer> writeGroups(BitWriter out) {
    List<Integer> first = new ArrayList<>();
    Map<Integer, List<Integer>> byHash = new HashMap<>();
    int before = 0;
    for (int c = 0; c < columns.count(); c++) {
      List<Integer> alike = byHash.computeIfAbsent(hash(c), any -> new ArrayList<>());
      int group = first.size();
      for (int candidate : alike) {
        if (isSame(first.get(candidate), c)) {
          group = candidate;
          break;
        }
      }
      if (group == first.size()) {
        alike.add(group);
        first.add(c);
        symbols[c] = group == before ? 0 : 1;
      } else {
        symbols[c] = group == before ? 0 : 2L + group;
      }
      before = group;
    }
    Coding.sequence(out, symbols, columns.count());
    return first;
  }

  private int hash(int column) {
    int hash = 0;
    for (int i = columns.start[column]; i < columns.start[column + 1]; i++) {
      hash = (hash * 31 + columns.row[i]) * 31 + Long.hashCode(columns.time[i]);
    }
    return hash;
  }

  private boolean isSame(int a, int b) {
    int fromA = columns.start[a];
    int toA = columns.start[a + 1];
    int fromB = columns.start[b];
    int toB = columns.start[b + 1];
    return Arrays.equals(columns.row, fromA, toA, columns.row, fromB, toB)
        && Arrays.equals(columns.time, fromA, toA, columns.time, fromB, toB);
  }

  private void writeGroup(BitWriter out, int column) {
    int from = columns.start[column];
    int samples = columns.start[column + 1] - from;
    long[] counts = new long[rows];
    for (int i = 0; i < samples; i++) {
      counts[columns.row[from + i]]++;
    }
    long usual = median(counts, rows);
    out.rice(BitWriter.zigzag(usual - 1), 0);
    for (int r = 0; r < rows; r++) {
      symbols[r] = BitWriter.zigzag(counts[r] - usual);
    }
    Coding.sequence(out, symbols, rows);
    Timing best = null;
    for (Timing timing : candidates(from, samples)) {
      timing.cost(this, from, samples);
      if (best == null || timing.bits < best.bits) {
        best = timing;
      }
    }
    if (best == null) {
      throw new AssertionError("a group without samples");
    }
    best.write(out);
    misses(best, from, samples);
    Coding.sequence(out, symbols, samples);
  }

  private List<Timing> candidates(int from, int samples) {
    long[] offsets = new long[samples];
    long[] steps = new long[samples];
    long[] inRow = new long[samples];
    int within = 0;
    for (int i = 0; i < samples; i++) {
      offsets[i] = columns.time[from + i] - rowTime[columns.row[from + i]];
      if (i > 0) {
        steps[i - 1] = columns.time[from + i] - columns.time[from + i - 1];
        if (columns.row[from + i] == columns.row[from + i - 1]) {
          inRow[within++] = steps[i - 1];
        }
      }
    }
    long phase = median(offsets, samples);
    List<Timing> candidates = new ArrayList<>();
    candidates.add(new Timing(false, phase, 0));
    candidates.add(new Timing(false, phase + 1, 0));
    if (within * 2 > rows) {
      long step = median(inRow, within);
      for (int i = 0; i < samples; i++) {
        boolean first = i == 0 || columns.row[from + i] != columns.row[from + i - 1];
        within = first ? 0 : within + 1;
        offsets[i] -= within * step;
      }
      candidates.add(new Timing(false, median(offsets, samples), step));
    }
    candidates.add(new Timing(true, offsets[0], Math.max(0, median(steps, samples - 1))));
    return candidates;
  }

  /** Leaves in {@link #symbols} by how much a timing misses each sample. */
  private void misses(Timing timing, int from, int samples) {
    long inRow = 0;
    for (int i = 0; i < samples; i++) {
      int at = from + i;
      boolean sameRow = i > 0 && columns.row[at] == columns.row[at - 1];
      inRow = sameRow ? inRow + 1 : 0;
      long expected =
          timing.chained && i > 0
              ? columns.time[at - 1] + timing.step
              : rowTime[columns.row[at]] + timing.phase + inRow * timing.step;
      symbols[i] = BitWriter.zigzag(columns.time[at] - expected);
    }
  }

  /** How the times of a group are told in advance. */
  private static final class Timing {
    private final boolean chained;
    private final long phase;
    private final long step;
    private long bits;

    /**
     * @param chained whether from the sample before rather than from the row's time
     * @param step between samples of a row, or from each to the next
     */
    Timing(boolean chained, long phase, long step) {
      this.chained = chained;
      this.phase = phase;
      this.step = step;
    }

    void cost(TimeWriter writer, int from, int samples) {
      writer.misses(this, from, samples);
      Coding coding = Coding.best(writer.symbols, samples);
      bits =
          coding.headerBits()
              + coding.bits(writer.symbols, samples)
              + BitWriter.riceBits(BitWriter.zigzag(phase), PHASE_K)
              + (chained || step != 0 ? 2 + BitWriter.LENGTH_BITS : 1);
    }

    void write(BitWriter out) {
      out.flag(chained || step != 0);
      if (chained || step != 0) {
        out.flag(chained);
        out.number(step);
      }
      out.rice(BitWriter.zigzag(phase), PHASE_K);
    }
  }
}
