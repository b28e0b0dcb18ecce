package org.plimsoll.vessel.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what can still be read of a damaged store into a new one that goes on with the same
 * stream. Pages that cannot be read are stepped over; what stood on them leaves gap records. Used
 * once, when the outbox is opened.
 */
final class Salvage {

  /** Sequence numbers that are tried one by one behind an unreadable page; then doubling steps. */
  private static final int SMALL_STEPS = 20_000;

  private static final long FARTHEST_STEP = 1L << 40;

  private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

  /** When nobody knows which numbers were given: more than any ship gives in four months. */
  private static final long FAR_AHEAD = 10_000_000;

  private static final byte[] NOTHING = {};

  private final Database damaged;
  private final Database into;
  private final StreamId stream;
  private final BlockCodec codec = new BlockCodec();
  private final IntervalSet copied = new IntervalSet();
  private long unreadable;

  private Salvage(Database damaged, Database into, StreamId stream) {
    this.damaged = damaged;
    this.into = into;
    this.stream = stream;
  }

  /**
   * Copies what can be read; the new store is committed or left as it was.
   *
   * @return the stream that goes on; empty when its name or its channels cannot be read, without
   *     which nothing else means anything
   */
  static Optional<StreamId> copy(Database damaged, Database into, long nowMillis)
      throws SQLException {
    Optional<StreamId> stream = streamOf(damaged);
    List<Channel> channels = stream.isEmpty() ? List.of() : channelsOf(damaged, stream.get());
    if (stream.isEmpty() || channels.isEmpty()) {
      return Optional.empty();
    }
    Salvage salvage = new Salvage(damaged, into, stream.get());
    into.update("INSERT OR REPLACE INTO meta VALUES ('stream', ?)", stream.get().hex());
    for (Channel channel : channels) {
      ChannelRows.insert(into, channel);
    }
    salvage.copyAll(nowMillis);
    into.commit();
    return stream;
  }

  private static Optional<StreamId> streamOf(Database damaged) {
    try {
      return damaged
          .first("SELECT value FROM meta WHERE key = 'stream'", row -> row.getString(1))
          .flatMap(StreamId::parse);
    } catch (SQLException e) {
      LOG.warn("The stream of the damaged outbox cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static List<Channel> channelsOf(Database damaged, StreamId stream) {
    try {
      return ChannelRows.load(damaged, stream).channels();
    } catch (SQLException e) {
      LOG.warn("The channels of the damaged outbox cannot be read: {}", e.getMessage());
      return List.of();
    }
  }

  private void copyAll(long nowMillis) throws SQLException {
    Optional<long[]> totals = totals();
    long[] lost = {0};
    walk(
        "SELECT first, last, state, readings, gap_readings, channels, sealed, acknowledged"
            + " FROM blocks WHERE first >= ? ORDER BY first LIMIT 1",
        row -> copyBlock(row, lost));
    for (Tables.State state : Tables.State.values()) {
      walk(
          "SELECT first, last, state, readings, gap_readings, sealed FROM blocks INDEXED BY"
              + " blocks_by_state WHERE state = "
              + SqliteTables.number(state)
              + " AND first >= ? ORDER BY first LIMIT 1",
          row -> noteBlock(row, lost));
    }
    boolean blocksSure = unreadable == 0;
    walk(
        "SELECT sequence, sequence, accepted, readings FROM rows WHERE sequence >= ?"
            + " ORDER BY sequence LIMIT 1",
        row -> copyRow(row, lost));
    copyMemory();
    long last = lastCopied();
    if (totals.isPresent()) {
      last = Math.max(last, totals.get()[0]);
    } else if (!blocksSure) {
      last += FAR_AHEAD;
    }
    last += unreadable > 0 ? 1 : 0; // a row of the tail may have been among it
    int gaps = recordHoles(last, nowMillis);
    long[] counts = totals.orElse(new long[3]);
    into.update(
        "UPDATE totals SET last_sequence = ?, acknowledged = ?, gap_recorded = ?",
        last,
        counts[1],
        counts[2] + lost[0]);
    LOG.warn(
        "Of the damaged outbox {} ranges were saved; {} could not be read, {} gaps are recorded",
        copied.ranges().size(),
        unreadable,
        gaps);
  }

  private Optional<long[]> totals() {
    try {
      return damaged.first(
          "SELECT last_sequence, acknowledged, gap_recorded FROM totals",
          row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)});
    } catch (SQLException e) {
      LOG.warn("The counts of the damaged outbox begin anew: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Takes what stands in a row of the damaged store. */
  private interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  /** Goes through a table in ascending order and steps over what cannot be read. */
  private void walk(String query, Taker taker) throws SQLException {
    long next = 1;
    long step = 1;
    int steps = 0;
    while (step < FARTHEST_STEP) {
      Optional<Long> found;
      try {
        found =
            damaged.first(
                query,
                row -> {
                  taker.take(row);
                  return row.getLong(2);
                },
                next);
      } catch (SQLException e) {
        if (!Database.isDamage(e)) {
          throw e;
        }
        unreadable++;
        next += step;
        step *= ++steps < SMALL_STEPS ? 1 : 2;
        continue;
      }
      if (found.isEmpty()) {
        return;
      }
      next = found.get() + 1;
      step = 1;
      steps = 0;
    }
  }

  private void copyBlock(ResultSet row, long[] lost) throws SQLException {
    Range range = new Range(row.getLong(1), row.getLong(2));
    boolean pending = row.getInt(3) == SqliteTables.number(Tables.State.PENDING);
    if (copied.overlaps(range)) {
      return;
    }
    byte[] body = body("SELECT body FROM blocks WHERE first = ?", range);
    if (isWhole(body, range)) {
      into.update(
          "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          range.first(),
          range.last(),
          row.getInt(3),
          row.getLong(4),
          row.getLong(5),
          row.getInt(6),
          body.length,
          row.getLong(7),
          row.getObject(8),
          body);
    } else if (pending) {
      lost[0] += row.getLong(4);
      gap(range, row.getLong(4) + row.getLong(5), row.getLong(7));
    }
    copied.add(range); // what the shore has receipted leaves no gap
  }

  /** A block of which only the index tells: its page is gone. */
  private void noteBlock(ResultSet row, long[] lost) throws SQLException {
    Range range = new Range(row.getLong(1), row.getLong(2));
    if (copied.overlaps(range)) {
      return;
    }
    if (row.getInt(3) == SqliteTables.number(Tables.State.PENDING)) {
      lost[0] += row.getLong(4);
      gap(range, row.getLong(4) + row.getLong(5), row.getLong(6));
    }
    copied.add(range);
  }

  private void copyRow(ResultSet row, long[] lost) throws SQLException {
    Range range = new Range(row.getLong(1), row.getLong(1));
    if (copied.overlaps(range)) {
      return;
    }
    byte[] body = body("SELECT body FROM rows WHERE sequence = ?", range);
    if (isWhole(body, range)) {
      into.update(
          "INSERT INTO rows VALUES (?, ?, ?, ?, ?)",
          range.first(),
          row.getLong(3),
          row.getLong(4),
          body.length,
          body);
    } else {
      lost[0] += row.getLong(4);
      gap(range, row.getLong(4), row.getLong(3));
    }
    copied.add(range);
  }

  /** Empty when it stands on a page that cannot be read. */
  private byte[] body(String query, Range range) throws SQLException {
    try {
      return damaged.first(query, row -> row.getBytes(1), range.first()).orElse(NOTHING);
    } catch (SQLException e) {
      if (!Database.isDamage(e)) {
        throw e;
      }
      unreadable++;
      return NOTHING;
    }
  }

  private boolean isWhole(byte[] body, Range range) {
    return codec.decode(body) instanceof BlockResult.Good good
        && good.block().stream().equals(stream)
        && good.block().range().equals(range);
  }

  private void copyMemory() {
    try {
      for (String[] entry :
          damaged.query(
              "SELECT key, value FROM memory",
              row -> new String[] {row.getString(1), row.getString(2)})) {
        into.update("INSERT OR REPLACE INTO memory VALUES (?, ?)", entry[0], entry[1]);
      }
    } catch (SQLException e) {
      LOG.warn("The memory of the damaged outbox cannot be read: {}", e.getMessage());
    }
  }

  /**
   * What was not copied may have been receipted and let go, or have stood on a damaged page. A gap
   * without readings says that nobody can tell; where the shore holds rows, they are what counts.
   */
  private int recordHoles(long last, long nowMillis) throws SQLException {
    List<Range> holes = last == 0 ? List.of() : copied.holes(new Range(1, last));
    for (Range hole : holes) {
      gap(hole, 0, nowMillis);
      copied.add(hole);
    }
    return holes.size();
  }

  private void gap(Range range, long readings, long sealedMillis) throws SQLException {
    Gap gap = new Gap(range.first(), range.last(), readings, GapReason.DAMAGED);
    byte[] body = codec.encode(new Block(stream, 0, DataOrigin.LIVE, List.of(gap)));
    into.update(
        "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
        range.first(),
        range.last(),
        SqliteTables.number(Tables.State.PENDING),
        0,
        readings,
        0,
        body.length,
        sealedMillis,
        body);
  }

  private long lastCopied() {
    List<Range> ranges = copied.ranges();
    return ranges.isEmpty() ? 0 : ranges.get(ranges.size() - 1).last();
  }
}
