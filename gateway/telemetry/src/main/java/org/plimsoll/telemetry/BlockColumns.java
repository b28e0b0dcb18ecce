package org.plimsoll.telemetry;

import java.util.List;

/**
 * The samples of a block that is to be written, turned from rows into columns: one column per
 * channel that has samples, in the order of the channels. Confined to the writing of one block.
 */
final class BlockColumns {

  /** Channel of each column, ascending. */
  final int[] channel;

  /** Where each column begins; one more than there are columns. */
  final int[] start;

  /** Row of each sample, from 0. */
  final int[] row;

  /** Time of each sample, in {@link #timeUnitMillis}. */
  final long[] time;

  /** Quality and presence of a value of each sample, as in {@link PackedSamples.Columns}. */
  final byte[] status;

  /** Value of each sample; 0 without one. */
  final long[] value;

  /** The greatest common divisor of all times. */
  final long timeUnitMillis;

  BlockColumns(List<Row> rows, int channelCount) {
    int[] counts = new int[channelCount];
    int samples = 0;
    for (Row each : rows) {
      for (Sample sample : each.samples()) {
        counts[sample.channel()]++;
        samples++;
      }
    }
    int columns = 0;
    for (int count : counts) {
      columns += count > 0 ? 1 : 0;
    }
    channel = new int[columns];
    start = new int[columns + 1];
    int[] next = new int[channelCount];
    int column = 0;
    int at = 0;
    for (int c = 0; c < channelCount; c++) {
      if (counts[c] > 0) {
        channel[column] = c;
        start[column++] = at;
        next[c] = at;
        at += counts[c];
      }
    }
    start[columns] = at;
    row = new int[samples];
    time = new long[samples];
    status = new byte[samples];
    value = new long[samples];
    timeUnitMillis = place(rows, next);
    for (int i = 0; i < samples; i++) {
      time[i] /= timeUnitMillis;
    }
  }

  private long place(List<Row> rows, int[] next) {
    long unit = 0;
    for (int r = 0; r < rows.size(); r++) {
      for (Sample sample : rows.get(r).samples()) {
        int at = next[sample.channel()]++;
        boolean hasValue = sample.value().isPresent();
        row[at] = r;
        time[at] = sample.timeMillis();
        status[at] = (byte) PackedSamples.Columns.status(sample.quality(), hasValue);
        value[at] = sample.value().orElse(0);
        unit = unit == 1 ? 1 : greatestCommonDivisor(sample.timeMillis(), unit);
      }
    }
    return unit == 0 ? 1 : unit;
  }

  int count() {
    return channel.length;
  }

  int samples() {
    return row.length;
  }

  private static long greatestCommonDivisor(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
