package org.plimsoll.vessel.outbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The running counts, so that nobody has to scan for them. A transaction works on a copy, which
 * takes the place of the old one only after the commit. Guarded by the outbox's lock.
 */
final class Tally {

  long lastSequence;
  long lastSealed;
  long accepted;
  long acknowledged;
  long gapRecorded;

  long tailRows;
  long tailReadings;
  long tailBytes;
  long tailOldestMillis;

  long pendingBlocks;
  long pendingReadings;
  long pendingBytes;
  long acknowledgedBytes;
  long oldestSealedMillis;

  long ignoredReceipts;
  long quarantined;

  /** What the store holds now; accepted is what it must have been. */
  static Tally load(Database db) throws SQLException {
    Tally tally = new Tally();
    db.query(
        "SELECT last_sequence, acknowledged, gap_recorded FROM totals",
        row -> {
          tally.lastSequence = row.getLong(1);
          tally.acknowledged = row.getLong(2);
          tally.gapRecorded = row.getLong(3);
          return tally;
        });
    db.query(
        "SELECT state, COUNT(*), SUM(readings), SUM(bytes), MAX(last) FROM blocks GROUP BY state",
        row -> {
          if (row.getInt(1) == Blocks.PENDING) {
            tally.pendingBlocks = row.getLong(2);
            tally.pendingReadings = row.getLong(3);
            tally.pendingBytes = row.getLong(4);
          } else {
            tally.acknowledgedBytes = row.getLong(4);
          }
          tally.lastSequence = Math.max(tally.lastSequence, row.getLong(5));
          return tally;
        });
    tally.lastSealed = tally.lastSequence;
    db.query(
        "SELECT COUNT(*), SUM(readings), SUM(bytes), MAX(sequence), MIN(accepted) FROM rows",
        row -> {
          tally.tailRows = row.getLong(1);
          tally.tailReadings = row.getLong(2);
          tally.tailBytes = row.getLong(3);
          tally.lastSequence = Math.max(tally.lastSequence, row.getLong(4));
          tally.tailOldestMillis = row.getLong(5);
          return tally;
        });
    tally.accepted =
        tally.acknowledged + tally.gapRecorded + tally.pendingReadings + tally.tailReadings;
    tally.readOldest(db);
    return tally;
  }

  Tally copy() {
    Tally copy = new Tally();
    copy.lastSequence = lastSequence;
    copy.lastSealed = lastSealed;
    copy.accepted = accepted;
    copy.acknowledged = acknowledged;
    copy.gapRecorded = gapRecorded;
    copy.tailRows = tailRows;
    copy.tailReadings = tailReadings;
    copy.tailBytes = tailBytes;
    copy.tailOldestMillis = tailOldestMillis;
    copy.pendingBlocks = pendingBlocks;
    copy.pendingReadings = pendingReadings;
    copy.pendingBytes = pendingBytes;
    copy.acknowledgedBytes = acknowledgedBytes;
    copy.oldestSealedMillis = oldestSealedMillis;
    copy.ignoredReceipts = ignoredReceipts;
    copy.quarantined = quarantined;
    return copy;
  }

  void readOldest(Database db) throws SQLException {
    oldestSealedMillis =
        db.number(
            "SELECT sealed FROM blocks WHERE state = ? ORDER BY first LIMIT 1", Blocks.PENDING);
  }

  /** Bytes that count against the bound. */
  long heldBytes() {
    return tailBytes + pendingBytes + acknowledgedBytes;
  }

  /** Writes what cannot be counted from the rows and blocks that are left. */
  void saveTotals(Database db) throws SQLException {
    db.update(
        "UPDATE totals SET last_sequence = ?, acknowledged = ?, gap_recorded = ?",
        lastSealed,
        acknowledged,
        gapRecorded);
  }

  OutboxCounts counts() {
    return new OutboxCounts(
        lastSequence,
        accepted,
        acknowledged,
        gapRecorded,
        pendingReadings + tailReadings,
        pendingBytes + tailBytes,
        pendingBlocks,
        tailRows,
        oldestPending(),
        ignoredReceipts,
        quarantined);
  }

  private Optional<Instant> oldestPending() {
    if (pendingBlocks > 0) {
      return Optional.of(Instant.ofEpochMilli(oldestSealedMillis));
    }
    return tailRows > 0 ? Optional.of(Instant.ofEpochMilli(tailOldestMillis)) : Optional.empty();
  }
}
