package org.plimsoll.vessel.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;

/**
 * The table of sealed blocks. Every method runs inside a transaction of the outbox and keeps the
 * tally of that transaction.
 */
final class Blocks {

  static final int PENDING = 0;
  static final int ACKNOWLEDGED = 1;

  /** Most acknowledged blocks that go in one transaction. */
  private static final int PRUNE_BATCH = 500;

  /** Thinning makes room down to this part of the bound, so that it is seldom needed. */
  private static final double LOW_WATER = 0.95;

  /** Most damaged bodies that are kept; the oldest go. */
  private static final int MAX_QUARANTINED = 1000;

  private final BlockCodec codec = new BlockCodec();
  private final StreamId stream;
  private final DataOrigin origin;

  Blocks(StreamId stream, DataOrigin origin) {
    this.stream = stream;
    this.origin = origin;
  }

  void insert(Database db, Tally tally, Block block, long nowMillis) throws SQLException {
    byte[] body = codec.encode(block);
    db.update(
        "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
        block.first(),
        block.last(),
        PENDING,
        block.readings(),
        block.gapReadings(),
        block.channelCount(),
        body.length,
        nowMillis,
        body);
    tally.pendingBlocks++;
    tally.pendingReadings += block.readings();
    tally.pendingBytes += body.length;
  }

  List<Range> pending(Database db, PendingOrder order, int limit) throws SQLException {
    return db.query(
        "SELECT first, last FROM blocks WHERE state = ? ORDER BY first "
            + (order == PendingOrder.OLDEST_FIRST ? "ASC" : "DESC")
            + " LIMIT ?",
        row -> new Range(row.getLong(1), row.getLong(2)),
        PENDING,
        limit);
  }

  Optional<PendingBlock> load(Database db, Tally tally, long first, long nowMillis)
      throws SQLException {
    Optional<Stored> found =
        db.first(
            "SELECT first, last, readings, gap_readings, bytes, channels, body FROM blocks"
                + " WHERE first = ? AND state = ?",
            Stored::read,
            first,
            PENDING);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Stored stored = found.get();
    String damage = damageOf(stored);
    if (damage.isEmpty()) {
      return Optional.of(
          new PendingBlock(
              new Range(stored.first, stored.last), stored.readings, stored.channels, stored.body));
    }
    quarantine(db, tally, stored, damage, nowMillis);
    replaceByGap(db, tally, List.of(stored), GapReason.DAMAGED, nowMillis);
    tally.saveTotals(db);
    return load(db, tally, first, nowMillis);
  }

  int acknowledge(Database db, Tally tally, List<Range> ranges, long nowMillis)
      throws SQLException {
    IntervalSet known = new IntervalSet();
    for (Range range : ranges) {
      if (range.last() > tally.lastSealed) {
        tally.ignoredReceipts++;
      } else {
        known.add(range);
      }
    }
    int acknowledged = 0;
    for (Range range : known.ranges()) {
      acknowledged += acknowledge(db, tally, range, nowMillis);
    }
    if (acknowledged > 0) {
      tally.saveTotals(db);
      tally.readOldest(db);
    }
    return acknowledged;
  }

  private static int acknowledge(Database db, Tally tally, Range range, long nowMillis)
      throws SQLException {
    String covered = " WHERE state = ? AND first >= ? AND first <= ? AND last <= ?";
    Object[] which = {PENDING, range.first(), range.last(), range.last()};
    Sums sums = Sums.of(db, covered, which);
    if (sums.count == 0) {
      return 0;
    }
    db.update(
        "UPDATE blocks SET state = " + ACKNOWLEDGED + ", acknowledged = " + nowMillis + covered,
        which);
    tally.pendingBlocks -= sums.count;
    tally.pendingReadings -= sums.readings;
    tally.pendingBytes -= sums.bytes;
    tally.acknowledgedBytes += sums.bytes;
    tally.acknowledged += sums.readings;
    return (int) sums.count;
  }

  int requeue(Database db, Tally tally, List<Range> ranges) throws SQLException {
    int requeued = 0;
    for (Range range : IntervalSet.of(ranges).ranges()) {
      long from =
          db.number(
              "SELECT first FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1",
              range.first());
      String overlapping = " WHERE state = ? AND first >= ? AND first <= ? AND last >= ?";
      Object[] which = {ACKNOWLEDGED, from, range.last(), range.first()};
      Sums sums = Sums.of(db, overlapping, which);
      if (sums.count > 0) {
        db.update(
            "UPDATE blocks SET state = " + PENDING + ", acknowledged = NULL" + overlapping, which);
        tally.pendingBlocks += sums.count;
        tally.pendingReadings += sums.readings;
        tally.pendingBytes += sums.bytes;
        tally.acknowledgedBytes -= sums.bytes;
        tally.acknowledged -= sums.readings;
        requeued += (int) sums.count;
      }
    }
    if (requeued > 0) {
      tally.saveTotals(db);
      tally.readOldest(db);
    }
    return requeued;
  }

  /** Lets old acknowledged blocks go, then keeps to the bound. */
  void keepBounds(Database db, Tally tally, OutboxConfig config, long nowMillis)
      throws SQLException {
    long keepFrom = nowMillis - config.retention().toMillis();
    if (oldestAcknowledged(db).orElse(Long.MAX_VALUE) < keepFrom) {
      prune(db, tally, Long.MAX_VALUE, keepFrom);
    }
    while (tally.heldBytes() > config.maxBytes() && tally.acknowledgedBytes > 0) {
      prune(db, tally, tally.heldBytes() - config.maxBytes(), Long.MAX_VALUE);
    }
    if (tally.heldBytes() > config.maxBytes()) {
      thin(db, tally, config.maxBytes(), nowMillis);
    }
  }

  /** When the shore receipted the block that is next to go. */
  private static Optional<Long> oldestAcknowledged(Database db) throws SQLException {
    return db.first(
        "SELECT acknowledged FROM blocks WHERE state = ? ORDER BY first LIMIT 1",
        row -> row.getLong(1),
        ACKNOWLEDGED);
  }

  private static void prune(Database db, Tally tally, long bytesToFree, long keepFromMillis)
      throws SQLException {
    long freed = 0;
    for (Stored stored :
        db.query(
            "SELECT first, last, readings, gap_readings, bytes FROM blocks WHERE state = ?"
                + " AND acknowledged < ? ORDER BY first LIMIT "
                + PRUNE_BATCH,
            Stored::readSizes,
            ACKNOWLEDGED,
            keepFromMillis)) {
      if (freed >= bytesToFree) {
        break;
      }
      db.update("DELETE FROM blocks WHERE first = ?", stored.first);
      freed += stored.bytes;
    }
    tally.acknowledgedBytes -= freed;
  }

  /** The oldest pending readings make room, and a gap record says so. The newest block stays. */
  private void thin(Database db, Tally tally, long maxBytes, long nowMillis) throws SQLException {
    long toFree = tally.heldBytes() - (long) (maxBytes * LOW_WATER);
    long newest = db.number("SELECT MAX(first) FROM blocks WHERE state = ?", PENDING);
    List<Stored> run = new ArrayList<>();
    for (Stored stored :
        db.query(
            "SELECT first, last, readings, gap_readings, bytes FROM blocks WHERE state = ?"
                + " AND readings > 0 AND first < ? ORDER BY first LIMIT "
                + PRUNE_BATCH,
            Stored::readSizes,
            PENDING,
            newest)) {
      if (toFree <= 0) {
        break;
      }
      if (!run.isEmpty() && run.get(run.size() - 1).last + 1 != stored.first) {
        replaceByGap(db, tally, run, GapReason.THINNED, nowMillis);
        run.clear();
      }
      run.add(stored);
      toFree -= stored.bytes;
    }
    if (!run.isEmpty()) {
      replaceByGap(db, tally, run, GapReason.THINNED, nowMillis);
    }
    tally.saveTotals(db);
    tally.readOldest(db);
  }

  /** One gap record for adjacent pending blocks. */
  private void replaceByGap(
      Database db, Tally tally, List<Stored> run, GapReason reason, long nowMillis)
      throws SQLException {
    long lost = 0;
    long alreadyLost = 0;
    for (Stored stored : run) {
      db.update("DELETE FROM blocks WHERE first = ?", stored.first);
      tally.pendingBlocks--;
      tally.pendingReadings -= stored.readings;
      tally.pendingBytes -= stored.bytes;
      tally.gapRecorded += stored.readings;
      lost += stored.readings;
      alreadyLost += stored.gapReadings;
    }
    Gap gap = new Gap(run.get(0).first, run.get(run.size() - 1).last, lost + alreadyLost, reason);
    insert(db, tally, new Block(stream, 0, origin, List.of(gap)), nowMillis);
  }

  void quarantine(Database db, Tally tally, Stored stored, String reason, long nowMillis)
      throws SQLException {
    db.update(
        "INSERT INTO quarantine (first, last, readings, reason, at, body) VALUES (?,?,?,?,?,?)",
        stored.first,
        stored.last,
        stored.readings,
        reason,
        nowMillis,
        stored.body);
    db.update(
        "DELETE FROM quarantine WHERE id <= (SELECT MAX(id) FROM quarantine) - ?", MAX_QUARANTINED);
    tally.quarantined++;
  }

  /** Why these bytes are not what was stored; empty when they are. */
  private String damageOf(Stored stored) {
    BlockResult result = codec.decode(stored.body);
    if (result instanceof BlockResult.Refused refused) {
      return refused.reason() + " " + refused.detail();
    }
    Block block = ((BlockResult.Good) result).block();
    boolean same =
        block.stream().equals(stream)
            && block.first() == stored.first
            && block.last() == stored.last
            && block.readings() == stored.readings;
    return same ? "" : "holds " + block.range() + " of " + block.stream();
  }

  /** A block as it stands in the table; without its body where only sizes matter. */
  record Stored(
      long first,
      long last,
      long readings,
      long gapReadings,
      long bytes,
      int channels,
      byte[] body) {

    private static final byte[] NOTHING = {};

    static Stored read(ResultSet row) throws SQLException {
      byte[] body = row.getBytes(7);
      return new Stored(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getInt(6),
          body == null ? NOTHING : body);
    }

    static Stored readSizes(ResultSet row) throws SQLException {
      return new Stored(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          0,
          NOTHING);
    }
  }

  private record Sums(long count, long readings, long bytes) {

    static Sums of(Database db, String where, Object... which) throws SQLException {
      return db.first(
              "SELECT COUNT(*), SUM(readings), SUM(bytes) FROM blocks" + where,
              row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)),
              which)
          .orElseThrow();
    }
  }
}
