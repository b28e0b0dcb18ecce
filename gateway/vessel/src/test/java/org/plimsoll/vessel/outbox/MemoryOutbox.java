package org.plimsoll.vessel.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quantity;

/** An outbox that forgets with the process; the same promises otherwise. Any thread. */
public final class MemoryOutbox implements Outbox {

  private static final int MAX_ROWS = 600;

  private final BlockCodec codec = new BlockCodec();
  private final StreamId stream = new StreamId("0123456789abcdef0123456789abcdef");
  private final OutboxConfig config;
  private final InstantSource clock;
  private final List<Channel> channels = new ArrayList<>();
  private final Map<String, String> memory = new HashMap<>();
  private final List<Row> tail = new ArrayList<>();
  private final TreeMap<Long, Held> blocks = new TreeMap<>();
  private long lastSequence;
  private long lastSealed;
  private long accepted;
  private long acknowledged;
  private long gapRecorded;
  private long ignored;

  public MemoryOutbox(OutboxConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public StreamId stream() {
    return stream;
  }

  @Override
  public synchronized int channelId(ChannelKey key, Quantity quantity, int timeResolutionMillis) {
    Channel wanted =
        new Channel(
            channels.size(),
            key.path(),
            key.source(),
            quantity.unit().symbol(),
            quantity.resolution(),
            timeResolutionMillis,
            quantity.title());
    for (Channel known : channels) {
      if (new Channel(
              wanted.id(),
              known.path(),
              known.source(),
              known.unit(),
              known.resolution(),
              known.timeResolutionMillis(),
              wanted.title())
          .equals(wanted)) {
        return known.id();
      }
    }
    channels.add(wanted);
    return wanted.id();
  }

  @Override
  public synchronized ChannelTable channels() {
    return new ChannelTable(stream, channels);
  }

  @Override
  public synchronized long append(CommitGroup group) {
    if (group.samples().stream().anyMatch(sample -> sample.channel() >= channels.size())) {
      throw new IllegalArgumentException("a channel has no number yet");
    }
    if (!group.samples().isEmpty()) {
      tail.add(new Row(++lastSequence, group.clockEpoch(), group.samples()));
      accepted += group.samples().size();
    }
    memory.putAll(group.memory());
    memory.values().removeIf(String::isEmpty);
    return lastSequence;
  }

  @Override
  public synchronized Map<String, String> memory() {
    return Map.copyOf(memory);
  }

  @Override
  public synchronized OutboxCounts counts() {
    long readings = tail.stream().mapToLong(Row::readings).sum();
    long bytes = tail.stream().mapToLong(row -> codec.encode(blockOf(List.of(row))).length).sum();
    NavigableMap<Long, Held> pending = pending();
    for (Held held : pending.values()) {
      readings += held.block.readings();
      bytes += held.body.length;
    }
    Optional<Instant> oldest =
        !pending.isEmpty()
            ? Optional.of(pending.firstEntry().getValue().sealed)
            : tail.isEmpty() ? Optional.empty() : Optional.of(clock.instant());
    return new OutboxCounts(
        lastSequence,
        accepted,
        acknowledged,
        gapRecorded,
        readings,
        bytes,
        pending.size(),
        tail.size(),
        oldest,
        ignored,
        0);
  }

  @Override
  public synchronized boolean seal() {
    boolean sealed = !tail.isEmpty();
    while (!tail.isEmpty()) {
      List<Row> rows = tail.subList(0, Math.min(MAX_ROWS, tail.size()));
      insert(blockOf(new ArrayList<Entry>(rows)));
      rows.clear();
    }
    lastSealed = lastSequence;
    keepBounds();
    return sealed;
  }

  private void keepBounds() {
    Instant keepFrom = clock.instant().minus(config.retention());
    blocks
        .values()
        .removeIf(held -> held.acknowledged != null && held.acknowledged.isBefore(keepFrom));
    while (heldBytes() > config.maxBytes()
        && blocks.values().removeIf(held -> held == firstAcknowledged())) {
      // one at a time, the oldest first
    }
    List<Held> run = new ArrayList<>();
    long excess = heldBytes() - (long) (config.maxBytes() * 0.95);
    if (heldBytes() > config.maxBytes()) {
      for (Held held : List.copyOf(pending().values())) {
        if (excess > 0 && held.block.readings() > 0 && held != pending().lastEntry().getValue()) {
          run.add(held);
          excess -= held.body.length;
        } else {
          toGap(run);
        }
      }
    }
    toGap(run);
  }

  private void toGap(List<Held> run) {
    if (run.isEmpty()) {
      return;
    }
    long lost = 0;
    for (Held held : run) {
      blocks.remove(held.block.first());
      gapRecorded += held.block.readings();
      lost += held.block.readings() + held.block.gapReadings();
    }
    long first = run.get(0).block.first();
    long last = run.get(run.size() - 1).block.last();
    run.clear();
    insert(blockOf(List.of(new Gap(first, last, lost, GapReason.THINNED))));
  }

  @Override
  public synchronized List<Range> pending(PendingOrder order, int limit) {
    NavigableMap<Long, Held> all = pending();
    return (order == PendingOrder.OLDEST_FIRST ? all : all.descendingMap())
        .values().stream().limit(limit).map(held -> held.block.range()).toList();
  }

  @Override
  public synchronized Optional<PendingBlock> load(long first) {
    return Optional.ofNullable(pending().get(first))
        .map(
            held ->
                new PendingBlock(
                    held.block.range(),
                    held.block.readings(),
                    held.block.channelCount(),
                    held.body));
  }

  @Override
  public synchronized int acknowledge(List<Range> ranges) {
    IntervalSet known = new IntervalSet();
    for (Range range : ranges) {
      if (range.last() > lastSealed) {
        ignored++;
      } else {
        known.add(range);
      }
    }
    int count = 0;
    for (Held held : pending().values()) {
      if (known.contains(held.block.range())) {
        held.acknowledged = clock.instant();
        acknowledged += held.block.readings();
        count++;
      }
    }
    return count;
  }

  @Override
  public synchronized int requeue(List<Range> ranges) {
    IntervalSet wanted = IntervalSet.of(ranges);
    int count = 0;
    for (Held held : blocks.values()) {
      if (held.acknowledged != null && wanted.overlaps(held.block.range())) {
        held.acknowledged = null;
        acknowledged -= held.block.readings();
        count++;
      }
    }
    return count;
  }

  @Override
  public void close() {
    // nothing to give back
  }

  private Block blockOf(List<? extends Entry> entries) {
    return new Block(stream, channels.size(), DataOrigin.SIMULATED, List.copyOf(entries));
  }

  private void insert(Block block) {
    blocks.put(block.first(), new Held(block, codec.encode(block), clock.instant()));
  }

  private NavigableMap<Long, Held> pending() {
    NavigableMap<Long, Held> pending = new TreeMap<>(blocks);
    pending.values().removeIf(held -> held.acknowledged != null);
    return pending;
  }

  private Held firstAcknowledged() {
    return blocks.values().stream()
        .filter(held -> held.acknowledged != null)
        .findFirst()
        .orElse(null);
  }

  private long heldBytes() {
    return blocks.values().stream().mapToLong(held -> held.body.length).sum();
  }

  private static final class Held {
    final Block block;
    final byte[] body;
    final Instant sealed;
    Instant acknowledged;

    Held(Block block, byte[] body, Instant sealed) {
      this.block = block;
      this.body = body;
      this.sealed = sealed;
    }
  }
}
