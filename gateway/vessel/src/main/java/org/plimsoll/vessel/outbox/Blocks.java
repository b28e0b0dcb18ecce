package org.plimsoll.vessel.outbox;

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

  /** Most damaged bodies that are kept; the oldest go. */
  private static final int MAX_QUARANTINED = 1000;

  /** Most blocks of a range that is asked for, of which the rest is told to be gone. */
  private static final int MOST_PIECES = 10_000;

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
  void insert(Tables tables, Tally tally, Block block, long sealedMillis) throws SQLException {
    byte[] body = codec.encode(block);
    tables.addBlock(
        new Tables.StoredBlock(
            block.first(),
            block.last(),
            block.readings(),
            block.gapReadings(),
            body.length,
            sealedMillis,
            block.channelCount(),
            body));
    tally.pendingBlocks++;
    tally.pendingReadings += block.readings();
    tally.pendingBytes += body.length;
  }

  Optional<PendingBlock> load(Tables tables, Tally tally, long first, long nowMillis)
      throws SQLException {
    Optional<Tables.StoredBlock> found = tables.pendingBlock(first);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Tables.StoredBlock stored = found.get();
    if (!isCarried(stored) && read(tables, tally, stored, nowMillis).isEmpty()) {
      return load(tables, tally, first, nowMillis);
    }
    return Optional.of(
        new PendingBlock(
            new Range(stored.first(), stored.last()),
            stored.readings(),
            stored.channels(),
            stored.body()));
  }

  /**
   * Whether a pending block is one that later software wrote: whole, of this stream and these
   * numbers. It is sent as it is and never opened, for what it says would not all be written again.
   */
  boolean isCarried(Tables tables, Tables.StoredBlock stored) throws SQLException {
    return isCarried(
        stored.body().length > 0 ? stored : tables.pendingBlock(stored.first()).orElse(stored));
  }

  private boolean isCarried(Tables.StoredBlock whole) {
    return codec
        .envelope(whole.body())
        .filter(envelope -> !envelope.isWrittenHere())
        .filter(envelope -> envelope.stream().equals(stream))
        .filter(envelope -> envelope.range().equals(new Range(whole.first(), whole.last())))
        .isPresent();
  }

  /** What a pending block says. A damaged one is set aside, and a gap record takes its place. */
  Optional<Block> read(Tables tables, Tally tally, Tables.StoredBlock stored, long nowMillis)
      throws SQLException {
    Tables.StoredBlock whole =
        stored.body().length > 0 ? stored : tables.pendingBlock(stored.first()).orElse(stored);
    BlockResult result = codec.decode(whole.body());
    String damage = damageOf(whole, result);
    if (damage.isEmpty()) {
      return Optional.of(((BlockResult.Good) result).block());
    }
    quarantine(
        tables,
        tally,
        new Tables.Damaged(
            whole.first(), whole.last(), whole.readings(), damage, nowMillis, whole.body()));
    Gap gap =
        new Gap(
            whole.first(), whole.last(), whole.readings() + whole.gapReadings(), GapReason.DAMAGED);
    tally.gapRecorded += whole.readings();
    replace(tables, tally, List.of(whole), List.of(gap), 0, origin);
    tally.saveTotals(tables);
    return Optional.empty();
  }

  int acknowledge(Tables tables, Tally tally, List<Range> ranges, long nowMillis)
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
      acknowledged += acknowledge(tables, tally, range, nowMillis);
    }
    if (acknowledged > 0) {
      tally.saveTotals(tables);
      tally.readOldest(tables);
    }
    return acknowledged;
  }

  private static int acknowledge(Tables tables, Tally tally, Range range, long nowMillis)
      throws SQLException {
    Tables.Sums sums = tables.acknowledge(range, nowMillis);
    tally.pendingBlocks -= sums.count();
    tally.pendingReadings -= sums.readings();
    tally.pendingBytes -= sums.bytes();
    tally.acknowledgedBytes += sums.bytes();
    tally.acknowledged += sums.readings();
    return (int) sums.count();
  }

  int requeue(Tables tables, Tally tally, List<Range> ranges, long nowMillis) throws SQLException {
    int requeued = 0;
    for (Range range : IntervalSet.of(ranges).ranges()) {
      Tables.Sums sums = tables.requeue(range);
      tally.pendingBlocks += sums.count();
      tally.pendingReadings += sums.readings();
      tally.pendingBytes += sums.bytes();
      tally.acknowledgedBytes -= sums.bytes();
      tally.acknowledged -= sums.readings();
      requeued += (int) sums.count();
      requeued += sayWhatIsGone(tables, tally, range, nowMillis);
    }
    if (requeued > 0) {
      tally.saveTotals(tables);
      tally.readOldest(tables);
    }
    return requeued;
  }

  /**
   * Gap records for what the shore asks for and the ship has let go of, because the shore had it:
   * without them it would ask for ever. How many readings those were is not known any more.
   */
  private int sayWhatIsGone(Tables tables, Tally tally, Range asked, long nowMillis)
      throws SQLException {
    if (asked.first() > tally.lastSealed) {
      return 0;
    }
    Range within = new Range(asked.first(), Math.min(asked.last(), tally.lastSealed));
    List<Range> held = tables.blocksIn(within, MOST_PIECES);
    if (held.size() == MOST_PIECES) {
      return 0; // the shore asks again for what is left
    }
    List<Range> gone = IntervalSet.of(held).holes(within);
    for (Range range : gone) {
      Gap gap = new Gap(range.first(), range.last(), 0, GapReason.RELEASED);
      insert(tables, tally, new Block(stream, 0, origin, List.of(gap)), nowMillis);
    }
    return gone.size();
  }

  /** Gap records in the place of adjacent pending blocks; those they hold already are kept. */
  void replaceByGaps(Tables tables, Tally tally, List<Tables.StoredBlock> run, GapReason reason)
      throws SQLException {
    List<Entry> gaps = new ArrayList<>();
    for (Tables.StoredBlock stored : run) {
      if (stored.readings() > 0 && stored.gapReadings() == 0) {
        addGap(gaps, new Gap(stored.first(), stored.last(), stored.readings(), reason));
      } else {
        addGapsOf(
            gaps,
            stored,
            codec.decode(tables.pendingBlock(stored.first()).orElse(stored).body()),
            reason);
      }
      tally.gapRecorded += stored.readings();
    }
    List<Tables.StoredBlock> rest = run;
    for (int from = 0; from < gaps.size(); from += Block.MAX_ENTRIES) {
      List<Entry> some = gaps.subList(from, Math.min(gaps.size(), from + Block.MAX_ENTRIES));
      replace(tables, tally, rest, some, 0, origin);
      rest = List.of(run.get(0));
    }
  }

  private static void addGapsOf(
      List<Entry> gaps, Tables.StoredBlock stored, BlockResult result, GapReason reason) {
    if (!(result instanceof BlockResult.Good good)) {
      long readings = stored.readings() + stored.gapReadings();
      addGap(gaps, new Gap(stored.first(), stored.last(), readings, GapReason.DAMAGED));
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
      Tables tables,
      Tally tally,
      List<Tables.StoredBlock> run,
      List<? extends Entry> entries,
      int channels,
      DataOrigin blockOrigin)
      throws SQLException {
    for (Tables.StoredBlock stored : run) {
      if (tables.removeBlock(stored.first())) {
        tally.pendingBlocks--;
        tally.pendingReadings -= stored.readings();
        tally.pendingBytes -= stored.bytes();
      }
    }
    insert(
        tables,
        tally,
        new Block(stream, channels, blockOrigin, List.copyOf(entries)),
        run.get(0).sealedMillis());
  }

  void quarantine(Tables tables, Tally tally, Tables.Damaged damaged) throws SQLException {
    tables.quarantine(damaged, MAX_QUARANTINED);
    tally.quarantined++;
  }

  /** Why these bytes are not what was stored; empty when they are. */
  private String damageOf(Tables.StoredBlock stored, BlockResult result) {
    if (result instanceof BlockResult.Refused refused) {
      return refused.reason() + " " + refused.detail();
    }
    Block block = ((BlockResult.Good) result).block();
    boolean same =
        block.stream().equals(stream)
            && block.first() == stored.first()
            && block.last() == stored.last()
            && block.readings() == stored.readings();
    return same ? "" : "holds " + block.range() + " of " + block.stream();
  }
}
