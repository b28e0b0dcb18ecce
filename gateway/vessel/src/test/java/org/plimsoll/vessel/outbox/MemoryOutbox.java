package org.plimsoll.vessel.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
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

  /** Most rows of a block that was joined of smaller ones. */
  public int joinsUpTo = Block.MAX_ENTRIES;

  private final BlockCodec codec = new BlockCodec();
  private final StreamId stream = new StreamId("0123456789abcdef0123456789abcdef");
  private final OutboxConfig config;
  private final InstantSource clock;
  private final List<Channel> channels = new ArrayList<>();
  private final Map<String, String> memory = new HashMap<>();
  private final List<Entry> tail = new ArrayList<>();
  private final TreeMap<Long, Held> pending = new TreeMap<>();
  private final TreeMap<Long, Held> acknowledged = new TreeMap<>();
  private long lastSequence;
  private long lastSealed;
  private long accepted;
  private long acknowledgedReadings;
  private long acknowledgedBytes;
  private long pendingReadings;
  private long pendingBytes;
  private long tailReadings;
  private long tailBytes;
  private Instant tailSince = Instant.EPOCH;
  private long gapRecorded;
  private long ignored;
  private OutboxCounts counts;

  public MemoryOutbox(OutboxConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.counts = count();
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
      accept(new Row(++lastSequence, group.clockEpoch(), group.samples()));
      tailReadings += group.samples().size();
    }
    memory.putAll(group.memory());
    memory.values().removeIf(String::isEmpty);
    counts = count();
    return lastSequence;
  }

  @Override
  public synchronized long recordLoss(long readings, GapReason reason) {
    accept(new Gap(++lastSequence, lastSequence, readings, reason));
    gapRecorded += readings;
    counts = count();
    return lastSequence;
  }

  private void accept(Entry entry) {
    tailSince = tail.isEmpty() ? clock.instant() : tailSince;
    tail.add(entry);
    tailBytes += codec.encode(blockOf(List.of(entry))).length;
    accepted += entry.readings();
  }

  @Override
  public synchronized Map<String, String> memory() {
    return Map.copyOf(memory);
  }

  @Override
  public synchronized OutboxCounts counts() {
    return counts;
  }

  private OutboxCounts count() {
    Optional<Instant> oldest =
        !pending.isEmpty()
            ? Optional.of(pending.firstEntry().getValue().sealed)
            : tail.isEmpty() ? Optional.empty() : Optional.of(tailSince);
    return new OutboxCounts(
        lastSequence,
        accepted,
        acknowledgedReadings,
        gapRecorded,
        tailReadings + pendingReadings,
        tailBytes + pendingBytes,
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
      List<Entry> rows = tail.subList(0, Math.min(MAX_ROWS, rowsOfOneBlock()));
      insert(blockOf(rows), clock.instant());
      rows.clear();
    }
    tailReadings = 0;
    tailBytes = 0;
    lastSealed = lastSequence;
    keepBounds();
    counts = count();
    return sealed;
  }

  /** Statistics are a block by themselves. */
  private int rowsOfOneBlock() {
    int rows = 1;
    while (rows < tail.size()
        && !MinuteChannels.fill(tail.get(0), channels())
        && !MinuteChannels.fill(tail.get(rows), channels())) {
      rows++;
    }
    return rows;
  }

  private void keepBounds() {
    Instant keepFrom = clock.instant().minus(config.retention());
    while (!acknowledged.isEmpty()
        && (acknowledged.firstEntry().getValue().acknowledged.isBefore(keepFrom)
            || pendingBytes + acknowledgedBytes > config.maxBytes())) {
      acknowledgedBytes -= acknowledged.pollFirstEntry().getValue().body.length;
    }
    Instant expired = clock.instant().minus(config.maxAge());
    giveUp(GapReason.EXPIRED, held -> held.sealed.isBefore(expired));
    if (pendingBytes > config.maxBytes()) {
      long target = (long) (config.maxBytes() * 0.95);
      long[] excess = {pendingBytes - target};
      giveUp(
          GapReason.THINNED,
          held -> {
            boolean goes = excess[0] > 0;
            excess[0] -= held.body.length;
            return goes;
          });
    }
  }

  private void giveUp(GapReason reason, Predicate<Held> goes) {
    if (pending.isEmpty()) {
      return;
    }
    List<Held> run = new ArrayList<>();
    for (Held held : List.copyOf(pending.headMap(pending.lastKey()).values())) {
      if (held.block.readings() > 0 && !goes.test(held)) {
        break;
      }
      if (!run.isEmpty() && run.get(run.size() - 1).block.last() + 1 != held.block.first()) {
        toGap(run, reason);
      }
      run.add(held);
    }
    toGap(run, reason);
  }

  private void toGap(List<Held> run, GapReason reason) {
    if (run.isEmpty()) {
      return;
    }
    List<Entry> gaps = new ArrayList<>();
    for (Held held : run) {
      take(held);
      gapRecorded += held.block.readings();
      for (Entry entry : held.block.entries()) {
        Gap next =
            entry instanceof Gap gap
                ? gap
                : new Gap(entry.first(), entry.last(), entry.readings(), reason);
        Entry before = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
        if (before instanceof Gap gap && gap.reason() == next.reason()) {
          next = new Gap(gap.first(), next.last(), gap.readings() + next.readings(), reason);
          gaps.remove(gaps.size() - 1);
        }
        gaps.add(next);
      }
    }
    insert(blockOf(gaps), run.get(0).sealed);
    run.clear();
  }

  @Override
  public synchronized boolean repack() {
    List<Held> run = new ArrayList<>();
    for (Held held : List.copyOf(pending.values())) {
      boolean fits =
          run.isEmpty()
              || run.get(run.size() - 1).block.last() + 1 == held.block.first()
                  && run.stream().mapToLong(one -> one.block.readings()).sum()
                          + held.block.readings()
                      <= Block.MAX_SAMPLES
                  && held.block.last() - run.get(0).block.first() < joinsUpTo;
      if (!fits && run.size() > 1) {
        break;
      }
      if (!fits) {
        run.clear();
      }
      run.add(held);
    }
    if (run.size() < 2) {
      return false;
    }
    List<Entry> entries = new ArrayList<>();
    for (Held held : run) {
      take(held);
      entries.addAll(held.block.entries());
    }
    insert(blockOf(entries), run.get(0).sealed);
    counts = count();
    return true;
  }

  @Override
  public synchronized List<Range> pending(PendingOrder order, int limit) {
    return (order == PendingOrder.OLDEST_FIRST ? pending : pending.descendingMap())
        .values().stream().limit(limit).map(held -> held.block.range()).toList();
  }

  @Override
  public synchronized Optional<PendingBlock> load(long first) {
    return Optional.ofNullable(pending.get(first))
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
    for (Range range : known.ranges()) {
      for (Held held : List.copyOf(pending.subMap(range.first(), range.last() + 1).values())) {
        if (held.block.last() <= range.last()) {
          take(held);
          held.acknowledged = clock.instant();
          acknowledged.put(held.block.first(), held);
          acknowledgedBytes += held.body.length;
          acknowledgedReadings += held.block.readings();
          count++;
        }
      }
    }
    counts = count();
    return count;
  }

  @Override
  public synchronized int requeue(List<Range> ranges) {
    IntervalSet wanted = IntervalSet.of(ranges);
    int count = 0;
    for (Held held : List.copyOf(acknowledged.values())) {
      if (wanted.overlaps(held.block.range())) {
        acknowledged.remove(held.block.first());
        acknowledgedBytes -= held.body.length;
        acknowledgedReadings -= held.block.readings();
        put(held);
        count++;
      }
    }
    for (Range gone : gone(ranges)) {
      Gap gap = new Gap(gone.first(), gone.last(), 0, GapReason.RELEASED);
      insert(new Block(stream, 0, DataOrigin.SIMULATED, List.of(gap)), clock.instant());
      count++;
    }
    counts = count();
    return count;
  }

  private List<Range> gone(List<Range> asked) {
    List<Range> gone = new ArrayList<>();
    IntervalSet held = new IntervalSet();
    pending.values().forEach(block -> held.add(block.block.range()));
    acknowledged.values().forEach(block -> held.add(block.block.range()));
    for (Range range : IntervalSet.of(asked).ranges()) {
      if (range.first() <= lastSealed) {
        gone.addAll(held.holes(new Range(range.first(), Math.min(range.last(), lastSealed))));
      }
    }
    return gone;
  }

  @Override
  public void close() {
    // nothing to give back
  }

  private Block blockOf(List<? extends Entry> entries) {
    return new Block(stream, channels.size(), DataOrigin.SIMULATED, List.copyOf(entries));
  }

  private void insert(Block block, Instant sealed) {
    put(new Held(block, codec.encode(block), sealed));
  }

  private void put(Held held) {
    pending.put(held.block.first(), held);
    pendingReadings += held.block.readings();
    pendingBytes += held.body.length;
  }

  private void take(Held held) {
    pending.remove(held.block.first());
    pendingReadings -= held.block.readings();
    pendingBytes -= held.body.length;
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
