package org.plimsoll.telemetry;

import java.util.List;

/**
 * A run of a stream that travels and is stored as one: contiguous, ascending, independent of every
 * other block.
 *
 * @param stream whose sequence numbers these are
 * @param channelCount size of the channel table when the block was sealed: a reader whose table has
 *     fewer channels waits for a newer table
 * @param origin where the readings come from
 * @param entries at least one; each begins where the one before ended
 */
public record Block(StreamId stream, int channelCount, DataOrigin origin, List<Entry> entries) {

  /** Most entries of one block. */
  public static final int MAX_ENTRIES = 2048;

  /** Most samples of one block. */
  public static final int MAX_SAMPLES = 36_000;

  public Block {
    entries = List.copyOf(entries);
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException(entries.size() + " entries, allowed 1 to " + MAX_ENTRIES);
    }
    if (channelCount < 0 || channelCount > ChannelTable.MAX_CHANNELS) {
      throw new IllegalArgumentException(channelCount + " channels");
    }
    long samples = 0;
    long expected = entries.get(0).first();
    for (Entry entry : entries) {
      if (entry.first() != expected) {
        throw new IllegalArgumentException(
            "entry at " + entry.first() + " where " + expected + " was expected");
      }
      expected = entry.last() + 1;
      if (entry instanceof Row row) {
        samples += row.readings();
        if (row.highestChannel() >= channelCount) {
          throw new IllegalArgumentException(
              "channel " + row.highestChannel() + " in a block of " + channelCount + " channels");
        }
      }
    }
    if (samples > MAX_SAMPLES) {
      throw new IllegalArgumentException(samples + " samples, allowed " + MAX_SAMPLES + " at most");
    }
  }

  /** First sequence number. */
  public long first() {
    return entries.get(0).first();
  }

  /** Last sequence number. */
  public long last() {
    return entries.get(entries.size() - 1).last();
  }

  /** How many readings its rows carry; those of its gaps are not among them. */
  public long readings() {
    return entries.stream().filter(Row.class::isInstance).mapToLong(Entry::readings).sum();
  }

  /** How many readings its gaps stand for. */
  public long gapReadings() {
    return entries.stream().filter(Gap.class::isInstance).mapToLong(Entry::readings).sum();
  }

  /** Its sequence numbers. */
  public Range range() {
    return new Range(first(), last());
  }
}
