package org.plimsoll.vessel.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;

/** The tables in an SQLite file. */
final class SqliteTables implements Tables {

  private static final byte[] NOTHING = {};
  private static final String SIZES = "first, last, readings, gap_readings, bytes, sealed";

  private final Database db;
  private final StreamId stream;

  SqliteTables(Database db, StreamId stream) {
    this.db = db;
    this.stream = stream;
  }

  /** The number that stands for a state in the file. */
  static int number(State state) {
    return state == State.PENDING ? 0 : 1;
  }

  @Override
  public StreamId stream() {
    return stream;
  }

  @Override
  public long newestMillis() throws SQLException {
    return Math.max(
        db.number("SELECT accepted FROM rows ORDER BY sequence DESC LIMIT 1"),
        db.number("SELECT sealed FROM blocks ORDER BY first DESC LIMIT 1"));
  }

  @Override
  public Totals totals() throws SQLException {
    return db.first(
            "SELECT last_sequence, acknowledged, gap_recorded FROM totals",
            row -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3)))
        .orElse(new Totals(0, 0, 0));
  }

  @Override
  public void saveTotals(Totals totals) throws SQLException {
    db.update(
        "UPDATE totals SET last_sequence = ?, acknowledged = ?, gap_recorded = ?",
        totals.lastSequence(),
        totals.acknowledged(),
        totals.gapRecorded());
  }

  @Override
  public List<Channel> channels() throws SQLException {
    return ChannelRows.load(db, stream).channels();
  }

  @Override
  public void addChannel(Channel channel) throws SQLException {
    ChannelRows.insert(db, channel);
  }

  @Override
  public Map<String, String> memory() throws SQLException {
    Map<String, String> entries = new HashMap<>();
    db.query(
        "SELECT key, value FROM memory", row -> entries.put(row.getString(1), row.getString(2)));
    return entries;
  }

  @Override
  public void remember(String key, String text) throws SQLException {
    if (text.isEmpty()) {
      db.update("DELETE FROM memory WHERE key = ?", key);
    } else {
      db.update("INSERT OR REPLACE INTO memory VALUES (?, ?)", key, text);
    }
  }

  @Override
  public void addRow(StoredRow row) throws SQLException {
    db.update(
        "INSERT INTO rows VALUES (?, ?, ?, ?, ?)",
        row.sequence(),
        row.acceptedMillis(),
        row.readings(),
        row.body().length,
        row.body());
  }

  @Override
  public List<StoredRow> rows(int limit) throws SQLException {
    return db.query(
        "SELECT sequence, accepted, readings, body FROM rows ORDER BY sequence LIMIT ?",
        row -> new StoredRow(row.getLong(1), row.getLong(2), row.getLong(3), bytes(row, 4)),
        limit);
  }

  @Override
  public void removeRows(long throughSequence) throws SQLException {
    db.update("DELETE FROM rows WHERE sequence <= ?", throughSequence);
  }

  @Override
  public Sums rowSums() throws SQLException {
    return db.first(
            "SELECT COUNT(*), SUM(readings), SUM(bytes), MAX(sequence) FROM rows",
            SqliteTables::sums)
        .orElseThrow();
  }

  @Override
  public OptionalLong oldestAccepted() throws SQLException {
    return one("SELECT accepted FROM rows ORDER BY sequence LIMIT 1");
  }

  @Override
  public void addBlock(StoredBlock block) throws SQLException {
    db.update(
        "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
        block.first(),
        block.last(),
        number(State.PENDING),
        block.readings(),
        block.gapReadings(),
        block.channels(),
        block.bytes(),
        block.sealedMillis(),
        block.body());
  }

  @Override
  public boolean removeBlock(long first) throws SQLException {
    return db.update("DELETE FROM blocks WHERE first = ?", first) > 0;
  }

  @Override
  public Optional<StoredBlock> pendingBlock(long first) throws SQLException {
    return db.first(
        "SELECT " + SIZES + ", channels, body FROM blocks WHERE first = ? AND state = ?",
        row -> block(row, row.getInt(7), bytes(row, 8)),
        first,
        number(State.PENDING));
  }

  @Override
  public List<Range> pending(PendingOrder order, int limit) throws SQLException {
    return db.query(
        "SELECT first, last FROM blocks WHERE state = ? ORDER BY first "
            + (order == PendingOrder.OLDEST_FIRST ? "ASC" : "DESC")
            + " LIMIT ?",
        row -> new Range(row.getLong(1), row.getLong(2)),
        number(State.PENDING),
        limit);
  }

  @Override
  public List<StoredBlock> pendingSizes(long from, long before, int limit) throws SQLException {
    return db.query(
        "SELECT "
            + SIZES
            + " FROM blocks WHERE state = ? AND first >= ? AND first < ? ORDER BY first LIMIT ?",
        row -> block(row, 0, NOTHING),
        number(State.PENDING),
        from,
        before,
        limit);
  }

  @Override
  public OptionalLong oldestSealed() throws SQLException {
    return one(
        "SELECT sealed FROM blocks WHERE state = ? ORDER BY first LIMIT 1", number(State.PENDING));
  }

  @Override
  public Sums blockSums(State state) throws SQLException {
    return sums("state = ?", number(state));
  }

  @Override
  public Sums acknowledge(Range range, long atMillis) throws SQLException {
    String covered = "state = ? AND first >= ? AND first <= ? AND last <= ?";
    Object[] which = {number(State.PENDING), range.first(), range.last(), range.last()};
    Sums sums = sums(covered, which);
    if (sums.count() > 0) {
      db.update(
          "UPDATE blocks SET state = "
              + number(State.ACKNOWLEDGED)
              + ", acknowledged = "
              + atMillis
              + " WHERE "
              + covered,
          which);
    }
    return sums;
  }

  @Override
  public Sums requeue(Range range) throws SQLException {
    long from = firstAtOrBefore(range.first());
    String overlapping = "state = ? AND first >= ? AND first <= ? AND last >= ?";
    Object[] which = {number(State.ACKNOWLEDGED), from, range.last(), range.first()};
    Sums sums = sums(overlapping, which);
    if (sums.count() > 0) {
      db.update(
          "UPDATE blocks SET state = "
              + number(State.PENDING)
              + ", acknowledged = NULL WHERE "
              + overlapping,
          which);
    }
    return sums;
  }

  @Override
  public List<Range> blocksIn(Range range, int limit) throws SQLException {
    return db.query(
        "SELECT first, last FROM blocks WHERE first >= ? AND first <= ? AND last >= ?"
            + " ORDER BY first LIMIT ?",
        row -> new Range(row.getLong(1), row.getLong(2)),
        firstAtOrBefore(range.first()),
        range.last(),
        range.first(),
        limit);
  }

  private long firstAtOrBefore(long sequence) throws SQLException {
    return db.number(
        "SELECT first FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1", sequence);
  }

  @Override
  public OptionalLong oldestAcknowledged() throws SQLException {
    return one(
        "SELECT acknowledged FROM blocks WHERE state = ? ORDER BY first LIMIT 1",
        number(State.ACKNOWLEDGED));
  }

  @Override
  public List<StoredBlock> acknowledgedSizes(long beforeMillis, int limit) throws SQLException {
    return db.query(
        "SELECT "
            + SIZES
            + " FROM blocks WHERE state = ? AND acknowledged < ? ORDER BY first LIMIT ?",
        row -> block(row, 0, NOTHING),
        number(State.ACKNOWLEDGED),
        beforeMillis,
        limit);
  }

  @Override
  public void quarantine(Damaged damaged, int atMost) throws SQLException {
    db.update(
        "INSERT INTO quarantine (first, last, readings, reason, at, body) VALUES (?,?,?,?,?,?)",
        damaged.first(),
        damaged.last(),
        damaged.readings(),
        damaged.reason(),
        damaged.atMillis(),
        damaged.body());
    db.update("DELETE FROM quarantine WHERE id <= (SELECT MAX(id) FROM quarantine) - ?", atMost);
  }

  @Override
  public long freeBytes() throws SQLException {
    return db.number("PRAGMA freelist_count") * db.number("PRAGMA page_size");
  }

  @Override
  public void commit() throws SQLException {
    db.commit();
  }

  @Override
  public void close() {
    db.close();
  }

  private Sums sums(String which, Object... arguments) throws SQLException {
    return db.first(
            "SELECT COUNT(*), SUM(readings), SUM(bytes), MAX(last) FROM blocks WHERE " + which,
            SqliteTables::sums,
            arguments)
        .orElseThrow();
  }

  private static Sums sums(ResultSet row) throws SQLException {
    return new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }

  private OptionalLong one(String sql, Object... arguments) throws SQLException {
    return db.first(sql, row -> row.getLong(1), arguments).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  private static StoredBlock block(ResultSet row, int channels, byte[] body) throws SQLException {
    return new StoredBlock(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        channels,
        body);
  }

  private static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? NOTHING : bytes;
  }
}
