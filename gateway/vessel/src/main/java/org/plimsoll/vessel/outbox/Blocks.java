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
import org.plimsoll.telemetry.Entry;
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

  /** Most damaged bodies that are kept; the oldest go. */
  private static final int MAX_QUARANTINED = 1000;

  private final BlockCodec codec = new BlockCodec();
  private final StreamId stream;
  private final DataOrigin origin;

  Blocks(StreamId stream, DataOrigin origin) {
    this.stream = stream;
    this.origin = origin;
  }

  /**
   * Adds a pending block.
   *
   * @param sealedMillis when the oldest of it was sealed
   */
  void insert(Database db, Tally tally, Block block, long sealedMillis) throws SQLException {
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
        sealedMillis,
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
    Optional<Stored> found = stored(db, first);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Stored stored = found.get();
    if (!isCarried(stored) && read(db, tally, stored, nowMillis).isEmpty()) {
      return load(db, tally, first, nowMillis);
    }
    return Optional.of(
        new PendingBlock(
            new Range(stored.first, stored.last), stored.readings, stored.channels, stored.body));
  }

  private static Optional<Stored> stored(Database db, long first) throws SQLException {
    return db.first(
        "SELECT first, last, readings, gap_readings, bytes, sealed, channels, body FROM blocks"
            + " WHERE first = ? AND state = ?",
        Stored::read,
        first,
        PENDING);
  }

  /**
   * Whether a pending block is one that later software wrote: whole, of this stream and these
   * numbers. It is sent as it is and never opened, for what it says would not all be written again.
   */
  boolean isCarried(Database db, Stored stored) throws SQLException {
    return isCarried(stored.body.length > 0 ? stored : stored(db, stored.first).orElse(stored));
  }

  private boolean isCarried(Stored whole) {
    return codec
        .envelope(whole.body)
        .filter(envelope -> !envelope.isWrittenHere())
        .filter(envelope -> envelope.stream().equals(stream))
        .filter(envelope -> envelope.range().equals(new Range(whole.first, whole.last)))
        .isPresent();
  }

  /** What a pending block says. A damaged one is set aside, and a gap record takes its place. */
  Optional<Block> read(Database db, Tally tally, Stored stored, long nowMillis)
      throws SQLException {
    Stored whole = stored.body.length > 0 ? stored : stored(db, stored.first).orElse(stored);
    BlockResult result = codec.decode(whole.body);
    String damage = damageOf(whole, result);
    if (damage.isEmpty()) {
      return Optional.of(((BlockResult.Good) result).block());
    }
    quarantine(db, tally, whole, damage, nowMillis);
    Gap gap =
        new Gap(whole.first, whole.last, whole.readings + whole.gapReadings, GapReason.DAMAGED);
    tally.gapRecorded += whole.readings;
    replace(db, tally, List.of(whole), List.of(gap), 0, origin);
    tally.saveTotals(db);
    return Optional.empty();
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

  /** Gap records in the place of adjacent pending blocks; those they hold already are kept. */
  void replaceByGaps(Database db, Tally tally, List<Stored> run, GapReason reason)
      throws SQLException {
    List<Entry> gaps = new ArrayList<>();
    for (Stored stored : run) {
      if (stored.readings > 0 && stored.gapReadings == 0) {
        addGap(gaps, new Gap(stored.first, stored.last, stored.readings, reason));
      } else {
        addGapsOf(gaps, stored, codec.decode(stored(db, stored.first).orElse(stored).body), reason);
      }
      tally.gapRecorded += stored.readings;
    }
    List<Stored> rest = run;
    for (int from = 0; from < gaps.size(); from += Block.MAX_ENTRIES) {
      List<Entry> some = gaps.subList(from, Math.min(gaps.size(), from + Block.MAX_ENTRIES));
      replace(db, tally, rest, some, 0, origin);
      rest = List.of(run.get(0));
    }
  }

  private static void addGapsOf(
      List<Entry> gaps, Stored stored, BlockResult result, GapReason reason) {
    if (!(result instanceof BlockResult.Good good)) {
      long readings = stored.readings + stored.gapReadings;
      addGap(gaps, new Gap(stored.first, stored.last, readings, GapReason.DAMAGED));
      return;
    }
    for (Entry entry : good.block().entries()) {
      addGap(
          gaps,
          entry instanceof Gap gap
              ? gap
              : new Gap(entry.first(), entry.last(), entry.readings(), reason));
    }
  }

  /** Neighbours that are gone for the same reason are one gap. */
  private static void addGap(List<Entry> gaps, Gap next) {
    if (!gaps.isEmpty()
        && gaps.get(gaps.size() - 1) instanceof Gap before
        && before.reason() == next.reason()) {
      gaps.set(
          gaps.size() - 1,
          new Gap(
              before.first(), next.last(), before.readings() + next.readings(), before.reason()));
    } else {
      gaps.add(next);
    }
  }

  /** One block in the place of adjacent pending ones. */
  void replace(
      Database db,
      Tally tally,
      List<Stored> run,
      List<? extends Entry> entries,
      int channels,
      DataOrigin blockOrigin)
      throws SQLException {
    for (Stored stored : run) {
      if (db.update("DELETE FROM blocks WHERE first = ?", stored.first) > 0) {
        tally.pendingBlocks--;
        tally.pendingReadings -= stored.readings;
        tally.pendingBytes -= stored.bytes;
      }
    }
    insert(
        db,
        tally,
        new Block(stream, channels, blockOrigin, List.copyOf(entries)),
        run.get(0).sealed);
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
  private String damageOf(Stored stored, BlockResult result) {
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
      long sealed,
      int channels,
      byte[] body) {

    private static final byte[] NOTHING = {};

    static Stored read(ResultSet row) throws SQLException {
      Stored sizes = readSizes(row);
      byte[] body = row.getBytes(8);
      return new Stored(
          sizes.first,
          sizes.last,
          sizes.readings,
          sizes.gapReadings,
          sizes.bytes,
          sizes.sealed,
          row.getInt(7),
          body == null ? NOTHING : body);
    }

    static Stored readSizes(ResultSet row) throws SQLException {
      return new Stored(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6),
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
