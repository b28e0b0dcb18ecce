package org.plimsoll.vessel.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.PendingBlock;
import org.plimsoll.vessel.outbox.PendingOrder;
import org.plimsoll.vocabulary.Quantity;

/** Remembers what the pipeline gives it, and can have a full disk; the uplink's half is empty. */
public final class OutboxFake implements Outbox {

  private final StreamId stream = new StreamId("0123456789abcdef0123456789abcdef");
  private final List<Channel> channels = new ArrayList<>();
  private final Map<String, String> memory = new HashMap<>();
  public final List<CommitGroup> groups = new ArrayList<>();
  public final Map<GapReason, Long> losses = new EnumMap<>(GapReason.class);
  public boolean diskFull;

  /** Since when the oldest waits for the shore. */
  public Optional<Instant> oldestPending = Optional.empty();

  /** Every sample of a path, in the order of acceptance. */
  public List<Sample> samples(String path) {
    return groups.stream()
        .flatMap(group -> group.samples().stream())
        .filter(sample -> channels.get(sample.channel()).path().equals(path))
        .toList();
  }

  public long accepted() {
    return groups.stream().mapToLong(group -> group.samples().size()).sum();
  }

  @Override
  public StreamId stream() {
    return stream;
  }

  @Override
  public int channelId(ChannelKey key, Quantity quantity, int timeResolutionMillis)
      throws OutboxFailure {
    verifySpace();
    for (Channel channel : channels) {
      if (channel.path().equals(key.path()) && channel.source().equals(key.source())) {
        return channel.id();
      }
    }
    channels.add(
        new Channel(
            channels.size(),
            key.path(),
            key.source(),
            quantity.unit().symbol(),
            quantity.resolution(),
            timeResolutionMillis,
            quantity.title()));
    return channels.size() - 1;
  }

  private void verifySpace() throws OutboxFailure {
    if (diskFull) {
      throw new OutboxFailure("disk full");
    }
  }

  @Override
  public ChannelTable channels() {
    return new ChannelTable(stream, channels);
  }

  @Override
  public long append(CommitGroup group) throws OutboxFailure {
    verifySpace();
    groups.add(group);
    group.memory().forEach(memory::put);
    memory.values().removeIf(String::isEmpty);
    return groups.size();
  }

  @Override
  public long recordLoss(long readings, GapReason reason) throws OutboxFailure {
    verifySpace();
    losses.merge(reason, readings, Long::sum);
    return groups.size();
  }

  @Override
  public boolean repack() {
    return false;
  }

  @Override
  public Map<String, String> memory() {
    return Map.copyOf(memory);
  }

  @Override
  public OutboxCounts counts() {
    return new OutboxCounts(
        groups.size(), accepted(), 0, 0, accepted(), 0, 0, 0, oldestPending, 0, 0);
  }

  @Override
  public boolean seal() {
    return false;
  }

  @Override
  public List<Range> pending(PendingOrder order, int limit) {
    return List.of();
  }

  @Override
  public Optional<PendingBlock> load(long first) {
    return Optional.empty();
  }

  @Override
  public int acknowledge(List<Range> ranges) {
    return 0;
  }

  @Override
  public int requeue(List<Range> ranges) {
    return 0;
  }

  @Override
  public void close() {
    groups.clear();
  }
}
