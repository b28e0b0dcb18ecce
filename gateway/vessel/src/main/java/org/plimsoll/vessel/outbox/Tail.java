package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.StreamId;

/**
 * The commit groups that are in no block yet. Each is stored as a block of one row, so that its
 * checksum and its origin stand beside it. Every method runs inside a transaction of the outbox.
 */
final class Tail {

  /** Most commit groups of one block. */
  static final int MAX_ROWS = 600;

  /** Most samples of one block; one more commit group of the greatest size still fits. */
  private static final int MAX_SAMPLES = Block.MAX_SAMPLES - Row.MAX_SAMPLES;

  private final BlockCodec codec = new BlockCodec();
  private final StreamId stream;
  private final DataOrigin origin;

  Tail(StreamId stream, DataOrigin origin) {
    this.stream = stream;
    this.origin = origin;
  }

  /** A commit group, or the gap that takes its sequence number. */
  void append(Tables tables, Tally tally, Entry entry, int channelCount, long nowMillis)
      throws SQLException {
    Block single = new Block(stream, channelCount, origin, List.of(entry));
    byte[] body = codec.encode(single);
    tables.addRow(new Tables.StoredRow(entry.last(), nowMillis, single.readings(), body));
    if (tally.tailRows == 0) {
      tally.tailOldestMillis = nowMillis;
    }
    tally.lastSequence = entry.last();
    tally.accepted += entry.readings();
    tally.tailRows++;
    tally.tailReadings += single.readings();
    tally.tailBytes += body.length;
    if (single.gapReadings() > 0) {
      tally.gapRecorded += single.gapReadings();
      tally.saveTotals(tables);
    }
  }

  /**
   * Moves the oldest rows into a block; the tail must not be empty. A row of statistics is a block
   * by itself.
   */
  void sealOne(Tables tables, Tally tally, Blocks blocks, ChannelTable channels, long nowMillis)
      throws SQLException {
    List<Tables.StoredRow> rows = tables.rows(MAX_ROWS);
    List<Entry> entries = new ArrayList<>();
    DataOrigin blockOrigin = origin;
    int channelCount = 0;
    long samples = 0;
    long next = tally.lastSealed + 1;
    long sealedTo = 0;
    boolean apartBefore = false;
    for (Tables.StoredRow stored : rows) {
      BlockResult result = codec.decode(stored.body());
      boolean whole = result instanceof BlockResult.Good good && isOf(good.block(), stored);
      if (whole) {
        Block single = ((BlockResult.Good) result).block();
        boolean another = samples > 0 && single.origin() != blockOrigin;
        boolean apart = MinuteChannels.fill(single.entries().get(0), channels);
        boolean full = samples > 0 && samples + stored.readings() > MAX_SAMPLES;
        if (another || full || !entries.isEmpty() && (apart || apartBefore)) {
          break;
        }
        apartBefore = apart;
        addMissing(entries, next, stored.sequence());
        entries.add(single.entries().get(0));
        blockOrigin = single.origin();
        channelCount = Math.max(channelCount, single.channelCount());
        samples += stored.readings();
      } else {
        addMissing(entries, next, stored.sequence());
        entries.add(
            new Gap(stored.sequence(), stored.sequence(), stored.readings(), GapReason.DAMAGED));
        tally.gapRecorded += stored.readings();
        blocks.quarantine(
            tables,
            tally,
            new Tables.Damaged(
                stored.sequence(),
                stored.sequence(),
                stored.readings(),
                result.toString(),
                nowMillis,
                stored.body()));
      }
      tally.tailRows--;
      tally.tailReadings -= stored.readings();
      tally.tailBytes -= stored.body().length;
      next = stored.sequence() + 1;
      sealedTo = stored.sequence();
    }
    blocks.insert(tables, tally, new Block(stream, channelCount, blockOrigin, entries), nowMillis);
    tables.removeRows(sealedTo);
    tally.lastSealed = sealedTo;
    tally.tailOldestMillis = nowMillis;
  }

  /** A row that vanished from a damaged store leaves a gap too. */
  private static void addMissing(List<Entry> entries, long expected, long found) {
    if (found > expected) {
      entries.add(new Gap(expected, found - 1, 0, GapReason.DAMAGED));
    }
  }

  private boolean isOf(Block single, Tables.StoredRow stored) {
    return single.stream().equals(stream)
        && single.first() == stored.sequence()
        && single.last() == stored.sequence()
        && single.readings() == stored.readings();
  }
}
