package org.plimsoll.telemetry;

import java.util.Comparator;
import java.util.List;

/**
 * One commit group: the readings that became durable together.
 *
 * @param sequence its place in the stream, from 1, dense
 * @param clockEpoch which run of the gateway's clock stamped it, from 0
 * @param samples the readings by channel, and by time within a channel, whatever order they were
 *     given in; at most {@link #MAX_SAMPLES}
 */
public record Row(long sequence, int clockEpoch, List<Sample> samples) implements Entry {

  /** Most samples of one commit group; a row always fits into one block. */
  public static final int MAX_SAMPLES = 8192;

  private static final Comparator<Sample> ORDER =
      Comparator.comparingInt(Sample::channel).thenComparingLong(Sample::timeMillis);

  public Row {
    samples = inOrder(samples);
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

  /** The greatest channel of its samples; -1 without any. */
  int highestChannel() {
    if (samples instanceof PackedSamples packed) {
      return packed.highestChannel();
    }
    return samples.isEmpty() ? -1 : samples.get(samples.size() - 1).channel();
  }

  private static List<Sample> inOrder(List<Sample> samples) {
    if (samples instanceof PackedSamples) {
      return samples;
    }
    Sample before = null;
    for (Sample sample : samples) {
      if (before != null && ORDER.compare(before, sample) > 0) {
        return samples.stream().sorted(ORDER).toList();
      }
      before = sample;
    }
    return List.copyOf(samples);
  }
}
