package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Range;

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
  void keep(Tables tables, Tally tally, long usableBytes, long nowMillis) throws SQLException {
    long keepFrom = nowMillis - config.retention().toMillis();
    if (tables.oldestAcknowledged().orElse(Long.MAX_VALUE) < keepFrom) {
      prune(tables, tally, Long.MAX_VALUE, keepFrom);
    }
    expire(tables, tally, nowMillis - config.maxAge().toMillis());
    long maxBytes = bound(tables, tally, usableBytes);
    while (tally.heldBytes() > maxBytes && tally.acknowledgedBytes > 0) {
      prune(tables, tally, tally.heldBytes() - maxBytes, Long.MAX_VALUE);
    }
    if (tally.heldBytes() > maxBytes) {
      thin(tables, tally, maxBytes);
    }
  }

  /**
   * The bound, lowered while others fill the disk: what goes leaves free pages in the file, which
   * take the newest. Below the least bound nothing would be won.
   */
  private long bound(Tables tables, Tally tally, long usableBytes) throws SQLException {
    long room = usableBytes + tables.freeBytes();
    long wanted = config.diskReserve() - room;
    return wanted <= 0
        ? config.maxBytes()
        : Math.min(config.maxBytes(), Math.max(OutboxConfig.MIN_BYTES, tally.heldBytes() - wanted));
  }

  private static void prune(Tables tables, Tally tally, long bytesToFree, long keepFromMillis)
      throws SQLException {
    long freed = 0;
    for (Tables.StoredBlock stored : tables.acknowledgedSizes(keepFromMillis, BATCH)) {
      if (freed >= bytesToFree) {
        break;
      }
      tables.removeBlock(stored.first());
      freed += stored.bytes();
    }
    tally.acknowledgedBytes -= freed;
  }

  /** The newest block stays, whatever its age. */
  private void expire(Tables tables, Tally tally, long keepFromMillis) throws SQLException {
    if (tally.pendingBlocks == 0 || tally.oldestSealedMillis >= keepFromMillis) {
      return;
    }
    giveUp(tables, tally, GapReason.EXPIRED, stored -> stored.sealedMillis() < keepFromMillis);
  }

  private void thin(Tables tables, Tally tally, long maxBytes) throws SQLException {
    long target = (long) (maxBytes * LOW_WATER);
    long[] toFree = {tally.heldBytes() - target};
    giveUp(
        tables,
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
    boolean goes(Tables.StoredBlock stored);
  }

  /** The oldest pending blocks become gap records, joined with those that stand there already. */
  private void giveUp(Tables tables, Tally tally, GapReason reason, Choice choice)
      throws SQLException {
    long newest = newestPending(tables);
    List<Tables.StoredBlock> run = new ArrayList<>();
    for (Tables.StoredBlock stored : tables.pendingSizes(1, newest, BATCH)) {
      if (stored.readings() > 0 && !choice.goes(stored)) {
        break;
      }
      if (!run.isEmpty() && run.get(run.size() - 1).last() + 1 != stored.first()) {
        toGap(tables, tally, run, reason);
      }
      run.add(stored);
    }
    toGap(tables, tally, run, reason);
    tally.saveTotals(tables);
    tally.readOldest(tables);
  }

  private static long newestPending(Tables tables) throws SQLException {
    return tables.pending(PendingOrder.NEWEST_FIRST, 1).stream()
        .mapToLong(Range::first)
        .findFirst()
        .orElse(0);
  }

  private void toGap(Tables tables, Tally tally, List<Tables.StoredBlock> run, GapReason reason)
      throws SQLException {
    boolean changes = run.size() > 1 || run.stream().anyMatch(stored -> stored.readings() > 0);
    if (changes) {
      blocks.replaceByGaps(tables, tally, run, reason);
    }
    run.clear();
  }
}
