package org.plimsoll.vessel.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.StoredBlocks;

/** Answers questions from what the outbox holds. Immutable; any thread. */
public final class StoredHistory {

  /**
   * Most readings that one question looks at, about two days of the reference ferry; what is older
   * is left out, and the answer says so.
   */
  static final long MAX_READINGS = 40_000_000;

  private final StoredBlocks store;
  private final Supplier<ChannelTable> channels;
  private final long maxReadings;

  /**
   * @param channels of the stream that is written
   */
  public StoredHistory(StoredBlocks store, Supplier<ChannelTable> channels) {
    this(store, channels, MAX_READINGS);
  }

  StoredHistory(StoredBlocks store, Supplier<ChannelTable> channels, long maxReadings) {
    this.store = store;
    this.channels = channels;
    this.maxReadings = maxReadings;
  }

  /** Reads; takes up to some seconds for a day. */
  public History read(HistoryQuery query) throws OutboxFailure {
    List<Extremes> wanted =
        channels.get().channels().stream()
            .filter(channel -> query.paths().contains(channel.path()))
            .sorted(Comparator.comparingInt(Channel::id))
            .map(channel -> new Extremes(channel, query))
            .toList();
    boolean isWhole = true;
    if (!wanted.isEmpty()) {
      long[] left = {maxReadings};
      isWhole =
          store.visit(
              query.fromMillis(),
              block -> {
                take(block, wanted);
                left[0] -= block.readings();
                return left[0] > 0;
              });
    }
    List<History.Series> series = new ArrayList<>();
    for (String path : query.paths()) {
      wanted.stream()
          .filter(one -> one.path().equals(path))
          .max(Comparator.comparingLong(Extremes::samples))
          .ifPresent(one -> series.add(one.series()));
    }
    return new History(query.stepMillis(), isWhole, series);
  }

  private static void take(Block block, List<Extremes> wanted) {
    for (Entry entry : block.entries()) {
      if (entry instanceof Row row) {
        for (Extremes one : wanted) {
          take(row.samples(), one);
        }
      }
    }
  }

  /** The samples of a row ascend by channel. */
  private static void take(List<Sample> samples, Extremes wanted) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.get(middle).channel() < wanted.channelId()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      if (sample.channel() != wanted.channelId()) {
        return;
      }
      wanted.add(sample);
    }
  }
}
