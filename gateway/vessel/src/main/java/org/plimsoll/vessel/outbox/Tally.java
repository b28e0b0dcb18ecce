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
  static Tally load(Tables tables) throws SQLException {
    Tally tally = new Tally();
    Tables.Totals totals = tables.totals();
    Tables.Sums pending = tables.blockSums(Tables.State.PENDING);
    Tables.Sums acknowledged = tables.blockSums(Tables.State.ACKNOWLEDGED);
    Tables.Sums rows = tables.rowSums();
    tally.acknowledged = totals.acknowledged();
    tally.gapRecorded = totals.gapRecorded();
    tally.pendingBlocks = pending.count();
    tally.pendingReadings = pending.readings();
    tally.pendingBytes = pending.bytes();
    tally.acknowledgedBytes = acknowledged.bytes();
    tally.lastSealed =
        Math.max(totals.lastSequence(), Math.max(pending.last(), acknowledged.last()));
    tally.lastSequence = Math.max(tally.lastSealed, rows.last());
    tally.tailRows = rows.count();
    tally.tailReadings = rows.readings();
    tally.tailBytes = rows.bytes();
    tally.tailOldestMillis = tables.oldestAccepted().orElse(0);
    tally.accepted =
        tally.acknowledged + tally.gapRecorded + tally.pendingReadings + tally.tailReadings;
    tally.readOldest(tables);
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

  void readOldest(Tables tables) throws SQLException {
    oldestSealedMillis = tables.oldestSealed().orElse(0);
  }

  /** Bytes that count against the bound. */
  long heldBytes() {
    return tailBytes + pendingBytes + acknowledgedBytes;
  }

  /** Writes what cannot be counted from the rows and blocks that are left. */
  void saveTotals(Tables tables) throws SQLException {
    tables.saveTotals(new Tables.Totals(lastSealed, acknowledged, gapRecorded));
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
