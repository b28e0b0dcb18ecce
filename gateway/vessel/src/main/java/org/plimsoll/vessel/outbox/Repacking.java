package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Range;

/**
 * Makes large blocks of adjacent small ones that wait: the larger, the fewer bytes a reading. One
 * step joins one run and reads no further than a batch. Inside a transaction of the outbox.
 */
final class Repacking {

  /** Most blocks that one step looks at. */
  private static final int BATCH = 128;

  /**
   * A run that may still grow is joined only when it is this long, so that few are written twice.
   */
  private static final int WORTHWHILE = 8;

  /**
   * Largest body that a run may have: two seconds of a slow link, for the newest waits behind it.
   */
  private static final int MAX_BYTES = 16 * 1024;

  private final Blocks blocks;

  /** Everything before it is large, or cannot grow. */
  private long from = 1;

  Repacking(Blocks blocks) {
    this.blocks = blocks;
  }

  /** Starts again at the oldest: what waits is not what waited. */
  void startOver() {
    from = 1;
  }

  /**
   * Joins the next run.
   *
   * @return false when there is nothing left to join
   */
  boolean step(Tables tables, Tally tally, long nowMillis) throws SQLException {
    List<Tables.StoredBlock> run = new ArrayList<>();
    for (Tables.StoredBlock stored : tables.pendingSizes(from, Long.MAX_VALUE, BATCH)) {
      if (!run.isEmpty() && !fits(run, stored)) {
        if (run.size() > 1) {
          break;
        }
        run.clear();
      }
      if (run.isEmpty()) {
        from = stored.first();
      }
      run.add(stored);
    }
    boolean closed = !run.isEmpty() && run.get(run.size() - 1).last() < newestPending(tables);
    if (run.size() < 2 || !closed && run.size() < WORTHWHILE) {
      return false;
    }
    join(tables, tally, run, nowMillis);
    return true;
  }

  private static long newestPending(Tables tables) throws SQLException {
    return tables.pending(PendingOrder.NEWEST_FIRST, 1).stream()
        .mapToLong(Range::last)
        .findFirst()
        .orElse(0);
  }

  private static boolean fits(List<Tables.StoredBlock> run, Tables.StoredBlock next) {
    long readings = next.readings();
    long bytes = next.bytes();
    for (Tables.StoredBlock stored : run) {
      readings += stored.readings();
      bytes += stored.bytes();
    }
    return run.get(run.size() - 1).last() + 1 == next.first()
        && readings <= Block.MAX_SAMPLES
        && bytes <= MAX_BYTES
        && next.last() - run.get(0).first() < Block.MAX_ENTRIES;
  }

  private void join(Tables tables, Tally tally, List<Tables.StoredBlock> run, long nowMillis)
      throws SQLException {
    List<Entry> entries = new ArrayList<>();
    Optional<DataOrigin> origin = Optional.empty();
    int channels = 0;
    List<Tables.StoredBlock> joined = new ArrayList<>();
    for (Tables.StoredBlock stored : run) {
      if (blocks.isCarried(tables, stored)) {
        break;
      }
      Optional<Block> read = blocks.read(tables, tally, stored, nowMillis);
      if (read.isEmpty()) {
        return; // set aside; the next step finds its gap record
      }
      Block block = read.get();
      if (origin.isPresent() && !origin.get().equals(block.origin())) {
        break;
      }
      origin = Optional.of(block.origin());
      channels = Math.max(channels, block.channelCount());
      entries.addAll(block.entries());
      joined.add(stored);
    }
    if (joined.size() < 2) {
      from = run.get(1).first();
      return;
    }
    blocks.replace(tables, tally, joined, entries, channels, origin.orElseThrow());
  }
}
