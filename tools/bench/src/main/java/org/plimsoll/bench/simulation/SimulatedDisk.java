package org.plimsoll.bench.simulation;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vessel.outbox.OutboxDisk;
import org.plimsoll.vessel.outbox.Tables;

/**
 * The ship's disk under the outbox's tables. What is not committed is lost with the power; of a
 * commit that the power interrupts, or whose synchronisation fails, all or nothing is there
 * afterwards, as SQLite's log promises. Damage changes a bit of what lies there.
 */
final class SimulatedDisk implements OutboxDisk {

  private static final int SQLITE_IOERR = 10;
  private static final int SQLITE_FULL = 13;

  /** How the disk is. */
  enum Health {
    GOOD,
    FULL,
    FAILING
  }

  /** A block that the shore has receipted, and when. */
  record Receipted(Tables.StoredBlock block, long atMillis) {}

  final TreeMap<Long, Tables.StoredRow> rows = new TreeMap<>();
  final TreeMap<Long, Tables.StoredBlock> pending = new TreeMap<>();
  final TreeMap<Long, Receipted> receipted = new TreeMap<>();
  final List<Channel> channels = new ArrayList<>();
  final Map<String, String> memory = new HashMap<>();
  final StreamId stream;
  Tables.Totals totals = new Tables.Totals(0, 0, 0);

  private final RandomGenerator dice;
  private final Consumer<Tables.StoredRow> accepted;
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<Tables.StoredRow> added = new ArrayList<>();
  private Health health = Health.GOOD;
  private int operationsLeft;
  private boolean nextSyncFails;
  private long commits;

  /**
   * An empty disk.
   *
   * @param accepted hears of each row when it is durable
   */
  SimulatedDisk(RandomGenerator dice, Consumer<Tables.StoredRow> accepted) {
    this.dice = dice;
    this.accepted = accepted;
    this.stream = StreamId.random(dice);
  }

  void turn(Health to) {
    health = to;
  }

  /** The power goes at one of the next operations. */
  void cutPowerWithin(int operations) {
    operationsLeft = 1 + dice.nextInt(operations);
  }

  /** The next commit reports an error, and nobody knows what became of it. */
  void failNextSync() {
    nextSyncFails = true;
  }

  /** The power went, elsewhere or here. */
  void powerIsGone() {
    rollBack();
    operationsLeft = 0;
  }

  long commits() {
    return commits;
  }

  @Override
  public Tables open(boolean damaged) throws SQLException {
    operate();
    rollBack();
    return new SimulatedTables(this);
  }

  void operate() throws SQLException {
    if (operationsLeft > 0 && --operationsLeft == 0) {
      throw new PowerCut("the ship's power goes while she writes");
    }
    if (health == Health.FAILING) {
      throw new SQLException("disk I/O error", "", SQLITE_IOERR);
    }
  }

  /** Before anything is changed: how to take it back. */
  void change(Runnable takeBack) throws SQLException {
    operate();
    if (health == Health.FULL) {
      throw new SQLException("database or disk is full", "", SQLITE_FULL);
    }
    undo.push(takeBack);
  }

  void added(Tables.StoredRow row) {
    added.add(row);
  }

  void commit() throws SQLException {
    if (undo.isEmpty()) {
      return;
    }
    try {
      operate();
    } catch (PowerCut cut) {
      if (dice.nextBoolean()) {
        durable();
      }
      throw cut;
    }
    if (nextSyncFails) {
      nextSyncFails = false;
      if (dice.nextBoolean()) {
        durable();
      }
      throw new SQLException("disk I/O error while synchronising", "", SQLITE_IOERR);
    }
    durable();
    operate();
  }

  private void durable() {
    undo.clear();
    commits++;
    added.forEach(accepted);
    added.clear();
  }

  void rollBack() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
    added.clear();
  }

  /** Changes one bit of a row or a block; what was done, for the chronicle. */
  String damage() {
    int kind = dice.nextInt(3);
    if (kind == 0 && !rows.isEmpty()) {
      Tables.StoredRow found = pick(rows);
      rows.put(
          found.sequence(),
          new Tables.StoredRow(
              found.sequence(), found.acceptedMillis(), found.readings(), flip(found.body())));
      return "row " + found.sequence();
    }
    if (kind == 1 && !pending.isEmpty()) {
      Tables.StoredBlock found = damaged(pick(pending));
      pending.put(found.first(), found);
      return "pending block " + found.first() + " to " + found.last();
    }
    if (!receipted.isEmpty()) {
      Receipted found = pick(receipted);
      receipted.put(found.block.first(), new Receipted(damaged(found.block), found.atMillis()));
      return "receipted block " + found.block.first() + " to " + found.block.last();
    }
    return "nothing";
  }

  private Tables.StoredBlock damaged(Tables.StoredBlock old) {
    return new Tables.StoredBlock(
        old.first(),
        old.last(),
        old.readings(),
        old.gapReadings(),
        old.bytes(),
        old.sealedMillis(),
        old.channels(),
        flip(old.body()));
  }

  private <T> T pick(TreeMap<Long, T> from) {
    long low = from.firstKey();
    long key = low + dice.nextLong(from.lastKey() - low + 1);
    return from.floorEntry(key).getValue();
  }

  private byte[] flip(byte[] body) {
    byte[] changed = body.clone();
    changed[dice.nextInt(changed.length)] ^= (byte) (1 << dice.nextInt(8));
    return changed;
  }

  @Override
  public long usableBytes() {
    return Long.MAX_VALUE / 2;
  }

  @Override
  public void holdReserve() {
    // a full disk here takes nothing at all, so a reserve would not help
  }

  @Override
  public void releaseReserve() {
    // see holdReserve
  }

  @Override
  public void close() {
    rollBack();
  }

  @Override
  public String toString() {
    return "the simulated disk";
  }
}
