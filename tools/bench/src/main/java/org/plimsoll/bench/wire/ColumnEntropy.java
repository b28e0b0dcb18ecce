package org.plimsoll.bench.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The order-0 entropy of the values of a recording: for each channel the least of those of the
 * value, its first and its second difference, each as if its distribution were known for nothing.
 */
final class ColumnEntropy {

  private static final int DIFFERENCES = 2;

  private ColumnEntropy() {}

  /** Bytes a reading. */
  static double of(Recording recording) {
    int[] counts = new int[recording.channels().size()];
    for (Recording.Frame frame : recording.frames()) {
      frame.readings().forEach(reading -> counts[reading.channel()]++);
    }
    long[][] columns = new long[counts.length][];
    Arrays.setAll(columns, c -> new long[counts[c]]);
    Arrays.fill(counts, 0);
    for (Recording.Frame frame : recording.frames()) {
      for (Recording.Reading reading : frame.readings()) {
        columns[reading.channel()][counts[reading.channel()]++] = reading.steps();
      }
    }
    double bits = 0;
    for (long[] column : columns) {
      double least = Double.MAX_VALUE;
      long[] values = column;
      for (int i = 0; i <= DIFFERENCES; i++) {
        least = Math.min(least, bitsPerSymbol(values));
        values = differences(values);
      }
      bits += least * column.length;
    }
    return bits / Byte.SIZE / recording.readings();
  }

  private static long[] differences(long[] values) {
    long[] differences = new long[Math.max(0, values.length - 1)];
    Arrays.setAll(differences, i -> values[i + 1] - values[i]);
    return differences;
  }

  private static double bitsPerSymbol(long[] values) {
    Map<Long, Integer> counts = new HashMap<>();
    for (long value : values) {
      counts.merge(value, 1, Integer::sum);
    }
    double bits = 0;
    for (int count : counts.values()) {
      double share = count / (double) values.length;
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
