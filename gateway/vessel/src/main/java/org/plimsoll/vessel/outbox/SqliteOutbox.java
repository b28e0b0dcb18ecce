package org.plimsoll.vessel.outbox;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox on disk: one SQLite file in a locked directory.
 *
 * <p>One connection behind one lock; the pipeline thread and the uplink thread may call, each holds
 * the lock for one transaction. After a failure the connection is given up, because its state and
 * that of the page cache are not known: the next call opens the file again and believes only what
 * it reads there.
 */
public final class SqliteOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteOutbox.class);
  private static final String FILE = "outbox.db";

  /** Most blocks that one call seals, so that a long tail does not keep the pipeline waiting. */
  private static final int MAX_BLOCKS_PER_SEAL = 16;

  private final Path file;
  private final OutboxConfig config;
  private final DataOrigin origin;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final SteadyTime time;
  private final DirectoryLock directoryLock;
  private final ReentrantLock lock = new ReentrantLock(true);

  private final StreamId stream;
  private final Tail tail;
  private final Blocks blocks;
  private final Bounds bounds;
  private final Repacking repacking;
  private final DiskReserve reserve;

  private @Nullable Database database;
  private boolean closed;
  private boolean damageSeen;
  private Tally tally = new Tally();

  private volatile ChannelTable channels;
  private volatile Map<String, String> memory = Map.of();
  private volatile OutboxCounts counts = tally.counts();

  private SqliteOutbox(
      Path file,
      OutboxConfig config,
      DataOrigin origin,
      InstantSource clock,
      RandomGenerator random,
      DirectoryLock directoryLock,
      DiskReserve reserve,
      Opening opening) {
    this.file = file;
    this.config = config;
    this.origin = origin;
    this.clock = clock;
    this.random = random;
    this.time = new SteadyTime(clock, opening.newestMillis(), config.maxAge());
    this.directoryLock = directoryLock;
    this.database = opening.database();
    this.stream = opening.stream();
    this.tail = new Tail(stream, origin);
    this.blocks = new Blocks(stream, origin);
    this.bounds = new Bounds(blocks, config);
    this.repacking = new Repacking(blocks);
    this.reserve = reserve;
    this.channels = new ChannelTable(stream, List.of());
  }

  /**
   * Opens the outbox of a directory, or makes one. A file that SQLite cannot read any more is put
   * aside and a new stream begins, because a ship must be able to start.
   *
   * @param directory made when it is not there
   * @param origin where the readings of this run come from
   * @throws OutboxFailure when the directory is in use or cannot be written
   */
  public static SqliteOutbox open(
      Path directory,
      OutboxConfig config,
      DataOrigin origin,
      InstantSource clock,
      RandomGenerator random)
      throws OutboxFailure {
    DirectoryLock directoryLock = DirectoryLock.of(directory);
    DiskReserve reserve = new DiskReserve(directory);
    Path file = directory.resolve(FILE);
    try {
      Opening opening = Opening.of(file, clock, random);
      try {
        SqliteOutbox outbox =
            new SqliteOutbox(file, config, origin, clock, random, directoryLock, reserve, opening);
        outbox.readBack(opening.database());
        return outbox;
      } catch (SQLException e) {
        opening.database().close();
        throw e;
      }
    } catch (SQLException e) {
      directoryLock.close();
      if (Database.isFull(e)) {
        reserve.release(); // the next attempt has room
      }
      throw new OutboxFailure("outbox " + file + " cannot be opened", e);
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
        (db, next) -> ChannelRows.insert(db, added),
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
    Map<String, String> changed = new HashMap<>(memory);
    changed.putAll(group.memory());
    changed.values().removeIf(String::isEmpty);
    return transact(
        "commit group of " + group.samples().size() + " readings",
        (db, next) -> {
          if (!group.samples().isEmpty()) {
            Row row = new Row(next.lastSequence + 1, group.clockEpoch(), group.samples());
            tail.append(db, next, row, channelCount, time.millis());
          }
          for (Map.Entry<String, String> entry : group.memory().entrySet()) {
            if (entry.getValue().isEmpty()) {
              db.update("DELETE FROM memory WHERE key = ?", entry.getKey());
            } else if (!entry.getValue().equals(memory.get(entry.getKey()))) {
              db.update(
                  "INSERT OR REPLACE INTO memory VALUES (?, ?)", entry.getKey(), entry.getValue());
            }
          }
          return next.lastSequence;
        },
        sequence -> {
          memory = Map.copyOf(changed);
          return sequence;
        });
  }

  @Override
  public long recordLoss(long readings, GapReason reason) throws OutboxFailure {
    return transact(
        "gap of " + readings + " readings",
        (db, next) -> {
          long sequence = next.lastSequence + 1;
          tail.append(db, next, new Gap(sequence, sequence, readings, reason), 0, time.millis());
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
    reserve.hold();
    return transact(
        "sealing",
        (db, next) -> {
          boolean sealed = next.tailRows > 0;
          for (int i = 0; i < MAX_BLOCKS_PER_SEAL && next.tailRows > 0; i++) {
            tail.sealOne(db, next, blocks, time.millis());
          }
          if (sealed) {
            next.saveTotals(db);
            next.readOldest(db);
          }
          bounds.keep(db, next, reserve.usableBytes(), time.millis());
          return sealed;
        });
  }

  @Override
  public boolean repack() throws OutboxFailure {
    return transact("repacking", (db, next) -> repacking.step(db, next, time.millis()));
  }

  @Override
  public List<Range> pending(PendingOrder order, int limit) throws OutboxFailure {
    return transact("reading the backlog", (db, next) -> blocks.pending(db, order, limit));
  }

  @Override
  public Optional<PendingBlock> load(long first) throws OutboxFailure {
    return transact(
        "reading block " + first, (db, next) -> blocks.load(db, next, first, time.millis()));
  }

  @Override
  public int acknowledge(List<Range> ranges) throws OutboxFailure {
    return transact(
        "acknowledging", (db, next) -> blocks.acknowledge(db, next, ranges, time.millis()));
  }

  @Override
  public int requeue(List<Range> ranges) throws OutboxFailure {
    return transact(
        "requeueing",
        (db, next) -> {
          repacking.startOver();
          return blocks.requeue(db, next, ranges);
        });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      giveUpConnection();
      directoryLock.close();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the disk be full: SQLite gets no more pages than it has. For tests. */
  void limitPages(int pages) throws OutboxFailure {
    transact(
        "limiting pages",
        (db, next) -> {
          db.execute("PRAGMA max_page_count = " + pages);
          return pages;
        });
  }

  private <T> T transact(String what, Work<T> work) throws OutboxFailure {
    return transact(what, work, result -> result);
  }

  /** Runs work in one transaction; {@code after} runs under the lock once it is durable. */
  private <T, R> R transact(String what, Work<T> work, java.util.function.Function<T, R> after)
      throws OutboxFailure {
    lock.lock();
    try {
      Database db = connection();
      Tally next = tally.copy();
      T result = work.run(db, next);
      db.commit();
      tally = next;
      counts = next.counts();
      return after.apply(result);
    } catch (SQLException e) {
      giveUpConnection();
      repacking.startOver();
      damageSeen |= Database.isDamage(e);
      if (Database.isFull(e)) {
        reserve.release();
      }
      throw new OutboxFailure("outbox " + file + ": " + what + " failed", e);
    } finally {
      lock.unlock();
    }
  }

  private Database connection() throws SQLException {
    if (closed) {
      throw new SQLException("closed");
    }
    if (database == null) {
      Database opened =
          damageSeen ? Opening.again(file, clock, random).database() : Database.open(file);
      damageSeen = false;
      try {
        requireSameStream(opened);
        readBack(opened);
      } catch (SQLException e) {
        opened.close();
        throw e;
      }
      database = opened;
    }
    return database;
  }

  /** A file that was exchanged under a running process would give sequence numbers twice. */
  private void requireSameStream(Database db) throws SQLException {
    long same =
        db.number("SELECT COUNT(*) FROM meta WHERE key = 'stream' AND value = ?", stream.hex());
    if (same == 0) {
      throw new SQLException("the file no longer holds stream " + stream);
    }
  }

  private void giveUpConnection() {
    if (database != null) {
      database.close();
      database = null;
    }
  }

  private void readBack(Database db) throws SQLException {
    Tally read = Tally.load(db);
    read.ignoredReceipts = tally.ignoredReceipts;
    read.quarantined = tally.quarantined;
    tally = read;
    counts = read.counts();
    channels = ChannelRows.load(db, stream);
    Map<String, String> entries = new HashMap<>();
    db.query(
        "SELECT key, value FROM memory", row -> entries.put(row.getString(1), row.getString(2)));
    memory = Map.copyOf(entries);
    db.commit();
  }

  /** What happens inside one transaction. */
  private interface Work<T> {
    T run(Database db, Tally next) throws SQLException;
  }
}
