package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vocabulary.Quantity;

/**
 * The outbox over tables on a disk: what is accepted, sealed, sent, let go, and counted.
 *
 * <p>One set of open tables behind one lock; the pipeline thread and the uplink thread may call,
 * each holds the lock for one transaction. After a failure the tables are given up, because their
 * state and that of the page cache are not known: the next call opens them again and believes only
 * what it reads there.
 */
public final class StoredOutbox implements Outbox {

  /** Most blocks that one call seals, so that a long tail does not keep the pipeline waiting. */
  private static final int MAX_BLOCKS_PER_SEAL = 16;

  private final OutboxDisk disk;
  private final ReentrantLock lock = new ReentrantLock(true);

  private final StreamId stream;
  private final SteadyTime time;
  private final Tail tail;
  private final Blocks blocks;
  private final Bounds bounds;
  private final Repacking repacking;

  private @Nullable Tables open;
  private final Doubts doubts = new Doubts();
  private boolean closed;
  private boolean damageSeen;
  private Tally tally = new Tally();

  private volatile ChannelTable channels;
  private volatile Map<String, String> memory = Map.of();
  private volatile OutboxCounts counts = tally.counts();

  private StoredOutbox(
      OutboxDisk disk, Tables tables, OutboxConfig config, DataOrigin origin, InstantSource clock)
      throws SQLException {
    this.disk = disk;
    this.open = tables;
    this.stream = tables.stream();
    this.time = new SteadyTime(clock, tables.newestMillis(), config.maxAge());
    this.tail = new Tail(stream, origin);
    this.blocks = new Blocks(stream, origin);
    this.bounds = new Bounds(blocks, config);
    this.repacking = new Repacking(blocks);
    this.channels = new ChannelTable(stream, List.of());
    readBack(tables);
  }

  /**
   * Opens the outbox of a disk, or makes one.
   *
   * @param disk closed with the outbox, or when it cannot be opened
   * @param origin where the readings of this run come from
   * @throws OutboxFailure when the disk does not take or give what it should
   */
  public static StoredOutbox open(
      OutboxDisk disk, OutboxConfig config, DataOrigin origin, InstantSource clock)
      throws OutboxFailure {
    try {
      Tables tables = disk.open(false);
      try {
        return new StoredOutbox(disk, tables, config, origin, clock);
      } catch (SQLException e) {
        tables.close();
        throw e;
      }
    } catch (SQLException e) {
      if (Database.isFull(e)) {
        disk.releaseReserve(); // the next attempt has room
      }
      disk.close();
      throw new OutboxFailure("outbox " + disk + " cannot be opened", e);
    }
  }

  @Override
  public StreamId stream() {
    return stream;
  }

  @Override
  public int channelId(ChannelKey key, Quantity quantity, int timeResolutionMillis)
      throws OutboxFailure {
    ChannelTable known = channels;
    OptionalInt id = ChannelRows.find(known, key, quantity, timeResolutionMillis);
    if (id.isPresent()) {
      return id.getAsInt();
    }
    Channel added = ChannelRows.next(known, key, quantity, timeResolutionMillis);
    return transact(
        "channel " + key.path(),
        (tables, next) -> {
          tables.addChannel(added);
          return added;
        },
        grown -> {
          channels = ChannelRows.with(known, added);
          return added.id();
        });
  }

  @Override
  public ChannelTable channels() {
    return channels;
  }

  @Override
  public long append(CommitGroup group) throws OutboxFailure {
    int channelCount = channels.channels().size();
    for (Sample sample : group.samples()) {
      if (sample.channel() >= channelCount) {
        throw new IllegalArgumentException("channel " + sample.channel() + " has no number yet");
      }
    }
    return transact(
        "commit group of " + group.samples().size() + " readings",
        (tables, next) -> {
          Object what = List.of(group.clockEpoch(), group.samples());
          OptionalLong there = doubts.resolved(what);
          if (there.isEmpty() && !group.samples().isEmpty()) {
            doubts.attempt(what, next.lastSequence + 1);
            Row row = new Row(next.lastSequence + 1, group.clockEpoch(), group.samples());
            tail.append(tables, next, row, channelCount, time.millis());
          }
          for (Map.Entry<String, String> entry : group.memory().entrySet()) {
            if (!entry.getValue().equals(memory.getOrDefault(entry.getKey(), ""))) {
              tables.remember(entry.getKey(), entry.getValue());
            }
          }
          return there.orElse(next.lastSequence);
        },
        sequence -> {
          Map<String, String> changed = new HashMap<>(memory);
          changed.putAll(group.memory());
          changed.values().removeIf(String::isEmpty);
          memory = Map.copyOf(changed);
          return sequence;
        });
  }

  @Override
  public long recordLoss(long readings, GapReason reason) throws OutboxFailure {
    return transact(
        "gap of " + readings + " readings",
        (tables, next) -> {
          Object what = List.of(readings, reason);
          OptionalLong there = doubts.resolved(what);
          if (there.isPresent()) {
            return there.getAsLong();
          }
          long sequence = next.lastSequence + 1;
          doubts.attempt(what, sequence);
          tail.append(
              tables, next, new Gap(sequence, sequence, readings, reason), 0, time.millis());
          return sequence;
        });
  }

  @Override
  public Map<String, String> memory() {
    return memory;
  }

  @Override
  public OutboxCounts counts() {
    return counts;
  }

  @Override
  public boolean seal() throws OutboxFailure {
    disk.holdReserve();
    return transact(
        "sealing",
        (tables, next) -> {
          boolean sealed = next.tailRows > 0;
          for (int i = 0; i < MAX_BLOCKS_PER_SEAL && next.tailRows > 0; i++) {
            tail.sealOne(tables, next, blocks, channels, time.millis());
          }
          if (sealed) {
            next.saveTotals(tables);
            next.readOldest(tables);
          }
          bounds.keep(tables, next, disk.usableBytes(), time.millis());
          return sealed;
        });
  }

  @Override
  public boolean repack() throws OutboxFailure {
    return transact("repacking", (tables, next) -> repacking.step(tables, next, time.millis()));
  }

  @Override
  public List<Range> pending(PendingOrder order, int limit) throws OutboxFailure {
    return transact("reading the backlog", (tables, next) -> tables.pending(order, limit));
  }

  @Override
  public Optional<PendingBlock> load(long first) throws OutboxFailure {
    return transact(
        "reading block " + first,
        (tables, next) -> blocks.load(tables, next, first, time.millis()));
  }

  @Override
  public int acknowledge(List<Range> ranges) throws OutboxFailure {
    return transact(
        "acknowledging", (tables, next) -> blocks.acknowledge(tables, next, ranges, time.millis()));
  }

  @Override
  public int requeue(List<Range> ranges) throws OutboxFailure {
    return transact(
        "requeueing",
        (tables, next) -> {
          repacking.startOver();
          return blocks.requeue(tables, next, ranges, time.millis());
        });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      giveUpTables();
      disk.close();
    } finally {
      lock.unlock();
    }
  }

  private <T> T transact(String what, Work<T> work) throws OutboxFailure {
    return transact(what, work, result -> result);
  }

  /** Runs work in one transaction; {@code after} runs under the lock once it is durable. */
  private <T, R> R transact(String what, Work<T> work, java.util.function.Function<T, R> after)
      throws OutboxFailure {
    lock.lock();
    try {
      Tables tables = tables();
      Tally next = tally.copy();
      T result = work.run(tables, next);
      tables.commit();
      tally = next;
      counts = next.counts();
      doubts.committed();
      return after.apply(result);
    } catch (SQLException e) {
      giveUpTables();
      doubts.failed();
      repacking.startOver();
      damageSeen |= Database.isDamage(e);
      if (Database.isFull(e)) {
        disk.releaseReserve();
      }
      throw new OutboxFailure("outbox " + disk + ": " + what + " failed", e);
    } finally {
      lock.unlock();
    }
  }

  private Tables tables() throws SQLException {
    if (closed) {
      throw new SQLException("closed");
    }
    if (open == null) {
      Tables opened = disk.open(damageSeen);
      damageSeen = false;
      try {
        requireSameStream(opened);
        readBack(opened);
      } catch (SQLException e) {
        opened.close();
        throw e;
      }
      open = opened;
    }
    return open;
  }

  /** A file that was exchanged under a running process would give sequence numbers twice. */
  private void requireSameStream(Tables tables) throws SQLException {
    if (!tables.stream().equals(stream)) {
      throw new SQLException("the file no longer holds stream " + stream);
    }
  }

  private void giveUpTables() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private void readBack(Tables tables) throws SQLException {
    Tally read = Tally.load(tables);
    read.ignoredReceipts = tally.ignoredReceipts;
    read.quarantined = tally.quarantined;
    tally = read;
    doubts.settle(read.lastSequence);
    counts = read.counts();
    channels = new ChannelTable(stream, tables.channels());
    memory = Map.copyOf(tables.memory());
    tables.commit();
  }

  /** What happens inside one transaction. */
  private interface Work<T> {
    T run(Tables tables, Tally next) throws SQLException;
  }
}
