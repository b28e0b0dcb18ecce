package org.plimsoll.telemetry;

import java.util.List;

/**
 * One commit group: the readings that became durable together.
 *
 * @param sequence its place in the stream, from 1, dense
 * @param clockEpoch which run of the gateway's clock stamped it, from 0
 * @param samples the readings, in the order of arrival; at most {@link #MAX_SAMPLES}
 */
public record Row(long sequence, int clockEpoch, List<Sample> samples) implements Entry {

  /** Most samples of one commit group; a row always fits into one block. */
  public static final int MAX_SAMPLES = 8192;

  public Row {
    samples = List.copyOf(samples);
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence " + sequence + " not > 0");
    }
    if (clockEpoch < 0) {
      throw new IllegalArgumentException("clock epoch " + clockEpoch);
    }
    if (samples.size() > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          samples.size() + " samples, allowed " + MAX_SAMPLES + " at most");
    }
  }

  @Override
  public long first() {
    return sequence;
  }

  @Override
  public long last() {
    return sequence;
  }

  @Override
  public long readings() {
    return samples.size();
  }
}
