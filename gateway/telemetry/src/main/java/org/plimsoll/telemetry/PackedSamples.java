package org.plimsoll.telemetry;

import java.util.AbstractList;
import java.util.OptionalLong;
import java.util.RandomAccess;
import org.plimsoll.vocabulary.Quality;

/**
 * The samples of one row of a decoded block, as a view of columns that all rows of the block share:
 * 19 bytes a sample until one is asked for. Immutable; any thread.
 */
final class PackedSamples extends AbstractList<Sample> implements RandomAccess {

  private static final Quality[] QUALITIES = Quality.values();

  private final Columns columns;
  private final int from;
  private final int to;

  /**
   * @param from the first sample of the row
   * @param to the sample behind its last one
   */
  PackedSamples(Columns columns, int from, int to) {
    this.columns = columns;
    this.from = from;
    this.to = to;
  }

  @Override
  public Sample get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    int at = from + index;
    int status = columns.status[at];
    return new Sample(
        columns.channel[at],
        columns.timeMillis[at],
        QUALITIES[status >> 1],
        Columns.hasValue(status) ? OptionalLong.of(columns.value[at]) : OptionalLong.empty());
  }

  @Override
  public int size() {
    return to - from;
  }

  /** The greatest channel; -1 without samples. They ascend by channel. */
  int highestChannel() {
    return to == from ? -1 : columns.channel[to - 1];
  }

  /** Samples row by row; written by the reader of the block only, before anybody else sees them. */
  static final class Columns {

    final short[] channel;
    final long[] timeMillis;
    final byte[] status;
    final long[] value;

    Columns(int samples) {
      channel = new short[samples];
      timeMillis = new long[samples];
      status = new byte[samples];
      value = new long[samples];
    }

    /** Quality and presence of a value in one number: 0 is GOOD with a value. */
    static int status(Quality quality, boolean hasValue) {
      return quality.ordinal() << 1 | (hasValue ? 0 : 1);
    }

    static boolean hasValue(int status) {
      return (status & 1) == 0;
    }

    /** Whether a sample may be in that state: without a value only if not usable. */
    static boolean isStatus(long status) {
      return status >= 0
          && status >> 1 < QUALITIES.length
          && (hasValue((int) status) || !QUALITIES[(int) status >> 1].isUsable());
    }
  }
}
