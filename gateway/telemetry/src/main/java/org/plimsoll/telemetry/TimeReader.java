package org.plimsoll.telemetry;

/**
 * Reads which columns a block has and when their samples were taken. The groups are checked once
 * and then read again from their bytes for every column that needs them, so that a block takes no
 * memory beside its samples. Confined to the reading of one block.
 */
final class TimeReader {

  private final Objection objection;
  private final BitReader bits;
  private final Symbols symbols;
  private final Symbols counts;
  private final Symbols misses;

  private final int rows;
  private final int columns;
  private final long[] rowTime;
  private final int[] rowSamples;
  private final short[] channel;
  private final short[] groupOf;
  private final int[] countsAt;
  private final int[] timingAt;
  private final int[] groupSamples;
  private long unitMillis = 1;

  private long usualCount;
  private boolean chained;
  private long phase;
  private long step;
  private long lastTime;
  private boolean started;

  /**
   * @param bits at the first bit of the times
   * @param again two more cursors over the same bytes
   */
  TimeReader(Objection objection, BitReader bits, BitReader[] again, int rows, int columns) {
    this.objection = objection;
    this.bits = bits;
    this.symbols = new Symbols(bits);
    this.counts = new Symbols(again[0]);
    this.misses = new Symbols(again[1]);
    this.rows = rows;
    this.columns = columns;
    this.rowTime = new long[rows];
    this.rowSamples = new int[rows];
    this.channel = new short[columns];
    this.groupOf = new short[columns];
    this.countsAt = new int[columns];
    this.timingAt = new int[columns];
    this.groupSamples = new int[columns];
  }

  /** Reads up to the end of the groups; what is wrong is raised. */
  void read(int channelCount) {
    unitMillis = bits.number();
    if (unitMillis < 1 || unitMillis > Sample.MAX_TIME_MILLIS) {
      objection.content("time unit " + unitMillis + " ms");
      return;
    }
    rowTime[0] = bits.number();
    long interval = bits.number();
    symbols.begin(rows - 1);
    for (int r = 1; r < rows; r++) {
      rowTime[r] = rowTime[r - 1] + interval + symbols.nextSigned();
    }
    readChannels(channelCount);
    int groups = readGroupOfEach();
    int[] members = new int[groups];
    for (int c = 0; c < columns && !objection.isRaised(); c++) {
      members[groupOf[c]]++;
    }
    for (int g = 0; g < groups && !objection.isRaised(); g++) {
      readGroup(g, members[g]);
    }
  }

  private void readChannels(int channelCount) {
    symbols.begin(columns);
    long before = -1;
    for (int c = 0; c < columns; c++) {
      long skipped = symbols.next();
      if (Long.compareUnsigned(skipped, channelCount - before - 1) >= 0) {
        objection.content("column " + c + " beyond channel " + (channelCount - 1));
        return;
      }
      before += skipped + 1;
      channel[c] = (short) before;
    }
  }

  /** How many groups there are. */
  private int readGroupOfEach() {
    int groups = 1;
    long group = 0;
    symbols.begin(columns);
    for (int c = 0; c < columns; c++) {
      long symbol = symbols.next();
      if (symbol == 1 && c > 0) {
        group = groups++;
      } else if (symbol != 0) {
        group = symbol - 2;
      }
      if (group < 0 || group >= groups) {
        objection.content("column " + c + " of group " + group + " of " + groups);
        return groups;
      }
      groupOf[c] = (short) group;
    }
    return groups;
  }

  private void readGroup(int group, int members) {
    countsAt[group] = bits.position();
    long usual = BitReader.unzigzag(bits.rice(0)) + 1;
    symbols.begin(rows);
    long samples = 0;
    for (int r = 0; r < rows; r++) {
      long count = usual + symbols.nextSigned();
      if (count < 0 || count > Row.MAX_SAMPLES) {
        objection.content("count " + count + " in row " + r);
        return;
      }
      samples += count;
      long inRow = rowSamples[r] + count * members;
      if (inRow > Row.MAX_SAMPLES || samples > Block.MAX_SAMPLES) {
        objection.content(inRow + " samples in row " + r + ", " + samples + " in the group");
        return;
      }
      rowSamples[r] = (int) inRow;
    }
    if (samples == 0) {
      objection.content("group " + group + " without samples");
      return;
    }
    groupSamples[group] = (int) samples;
    timingAt[group] = bits.position();
    readTiming(bits);
    symbols.begin((int) samples);
    for (int i = 0; i < samples; i++) {
      symbols.next();
    }
    if (bits.isBeyond()) {
      objection.raise(BlockResult.Refusal.TRUNCATED, "group " + group);
    } else if (symbols.isMalformed()) {
      objection.content("coding of group " + group);
    }
  }

  private void readTiming(BitReader from) {
    boolean special = from.flag();
    chained = special && from.flag();
    step = special ? from.number() : 0;
    phase = BitReader.unzigzag(from.rice(TimeWriter.PHASE_K));
  }

  /** How many samples stand in each row. */
  int[] rowSamples() {
    return rowSamples;
  }

  /** In milliseconds; times are counted in it. */
  long unitMillis() {
    return unitMillis;
  }

  short channel(int column) {
    return channel[column];
  }

  int samples(int column) {
    return groupSamples[groupOf[column]];
  }

  /** Goes to the first row of a column; {@link #nextCount} follows, once for each row. */
  void beginCounts(int column) {
    BitReader at = counts.bits();
    at.seek(countsAt[groupOf[column]]);
    usualCount = BitReader.unzigzag(at.rice(0)) + 1;
    counts.begin(rows);
  }

  int nextCount() {
    return (int) (usualCount + counts.nextSigned());
  }

  /** Goes to the first sample of a column; {@link #nextTime} follows, once for each sample. */
  void beginTimes(int column) {
    misses.bits().seek(timingAt[groupOf[column]]);
    readTiming(misses.bits());
    misses.begin(samples(column));
    started = false;
  }

  /**
   * The time of the next sample, in units; it may be out of range.
   *
   * @param inRow which sample of its row it is, from 0
   */
  long nextTime(int row, int inRow) {
    long expected = chained && started ? lastTime + step : rowTime[row] + phase + inRow * step;
    started = true;
    lastTime = expected + misses.nextSigned();
    return lastTime;
  }
}
