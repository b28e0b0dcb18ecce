package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.telemetry.GapReason;

/**
 * Keeps the table of blocks within bytes and days. What the shore holds goes first, then the oldest
 * of what it does not hold, which leaves gap records. Every method runs inside a transaction of the
 * outbox; none touches more than a batch of blocks.
 */
final class Bounds {

  /** Most blocks that go in one transaction, so that the pipeline need not wait long. */
  private static final int BATCH = 500;

  /** Thinning makes room down to this part of the bound, so that it is seldom needed. */
  private static final double LOW_WATER = 0.95;

  private final Blocks blocks;
  private final OutboxConfig config;

  Bounds(Blocks blocks, OutboxConfig config) {
    this.blocks = blocks;
    this.config = config;
  }

  /**
   * Lets go what is too old or too much.
   *
   * @param usableBytes what the disk has left
   */
  void keep(Database db, Tally tally, long usableBytes, long nowMillis) throws SQLException {
    long keepFrom = nowMillis - config.retention().toMillis();
    if (oldestAcknowledged(db).orElse(Long.MAX_VALUE) < keepFrom) {
      prune(db, tally, Long.MAX_VALUE, keepFrom);
    }
    expire(db, tally, nowMillis - config.maxAge().toMillis());
    long maxBytes = bound(db, tally, usableBytes);
    while (tally.heldBytes() > maxBytes && tally.acknowledgedBytes > 0) {
      prune(db, tally, tally.heldBytes() - maxBytes, Long.MAX_VALUE);
    }
    if (tally.heldBytes() > maxBytes) {
      thin(db, tally, maxBytes);
    }
  }

  /**
   * The bound, lowered while others fill the disk: what goes leaves free pages in the file, which
   * take the newest. Below the least bound nothing would be won.
   */
  private long bound(Database db, Tally tally, long usableBytes) throws SQLException {
    long room = usableBytes + db.freeBytes();
    long wanted = config.diskReserve() - room;
    return wanted <= 0
        ? config.maxBytes()
        : Math.min(config.maxBytes(), Math.max(OutboxConfig.MIN_BYTES, tally.heldBytes() - wanted));
  }

  /** When the shore receipted the block that is next to go. */
  private static Optional<Long> oldestAcknowledged(Database db) throws SQLException {
    return db.first(
        "SELECT acknowledged FROM blocks WHERE state = ? ORDER BY first LIMIT 1",
        row -> row.getLong(1),
        Blocks.ACKNOWLEDGED);
  }

  private static void prune(Database db, Tally tally, long bytesToFree, long keepFromMillis)
      throws SQLException {
    long freed = 0;
    for (Blocks.Stored stored :
        db.query(
            "SELECT first, last, readings, gap_readings, bytes, sealed FROM blocks WHERE state = ?"
                + " AND acknowledged < ? ORDER BY first LIMIT "
                + BATCH,
            Blocks.Stored::readSizes,
            Blocks.ACKNOWLEDGED,
            keepFromMillis)) {
      if (freed >= bytesToFree) {
        break;
      }
      db.update("DELETE FROM blocks WHERE first = ?", stored.first());
      freed += stored.bytes();
    }
    tally.acknowledgedBytes -= freed;
  }

  /** The newest block stays, whatever its age. */
  private void expire(Database db, Tally tally, long keepFromMillis) throws SQLException {
    if (tally.pendingBlocks == 0 || tally.oldestSealedMillis >= keepFromMillis) {
      return;
    }
    giveUp(db, tally, GapReason.EXPIRED, stored -> stored.sealed() < keepFromMillis);
  }

  private void thin(Database db, Tally tally, long maxBytes) throws SQLException {
    long target = (long) (maxBytes * LOW_WATER);
    long[] toFree = {tally.heldBytes() - target};
    giveUp(
        db,
        tally,
        GapReason.THINNED,
        stored -> {
          boolean goes = toFree[0] > 0;
          toFree[0] -= stored.bytes();
          return goes;
        });
  }

  /** Which blocks go, asked from the oldest on until one stays. */
  private interface Choice {
    boolean goes(Blocks.Stored stored);
  }

  /** The oldest pending blocks become gap records, joined with those that stand there already. */
  private void giveUp(Database db, Tally tally, GapReason reason, Choice choice)
      throws SQLException {
    long newest = db.number("SELECT MAX(first) FROM blocks WHERE state = ?", Blocks.PENDING);
    List<Blocks.Stored> run = new ArrayList<>();
    for (Blocks.Stored stored :
        db.query(
            "SELECT first, last, readings, gap_readings, bytes, sealed FROM blocks WHERE state = ?"
                + " AND first < ? ORDER BY first LIMIT "
                + BATCH,
            Blocks.Stored::readSizes,
            Blocks.PENDING,
            newest)) {
      if (stored.readings() > 0 && !choice.goes(stored)) {
        break;
      }
      if (!run.isEmpty() && run.get(run.size() - 1).last() + 1 != stored.first()) {
        toGap(db, tally, run, reason);
      }
      run.add(stored);
    }
    toGap(db, tally, run, reason);
    tally.saveTotals(db);
    tally.readOldest(db);
  }

  private void toGap(Database db, Tally tally, List<Blocks.Stored> run, GapReason reason)
      throws SQLException {
    boolean changes = run.size() > 1 || run.stream().anyMatch(stored -> stored.readings() > 0);
    if (changes) {
      blocks.replaceByGaps(db, tally, run, reason);
    }
    run.clear();
  }
}
