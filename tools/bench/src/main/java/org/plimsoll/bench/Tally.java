package org.plimsoll.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * What became of the readings of one vessel: aboard by her outbox, ashore by the store.
 *
 * @param accepted readings that the outbox has ever accepted.
 * @param acknowledged of these, readings that the shore has receipted.
 * @param pending of these, readings that wait.
 * @param gapRecorded of these, readings thinned away with a gap record.
 * @param rows rows in the store.
 * @param identities different identities among these rows: path, source, clock epoch, time.
 */
record Tally(
    long accepted, long acknowledged, long pending, long gapRecorded, long rows, long identities) {

  /** These counts from aboard, and what the store says now. */
  static Tally of(OutboxFile aboard, Ashore ashore) throws IOException, InterruptedException {
    return new Tally(
        aboard.accepted(),
        aboard.acknowledged(),
        aboard.pending(),
        aboard.gapRecorded(),
        ashore.rows(),
        ashore.identities());
  }

  /** Readings that were accepted and are neither stored, nor recorded as a gap, nor waiting. */
  long lost() {
    return Math.max(0, accepted - gapRecorded - pending - identities);
  }

  /** Rows that say the same twice, or that nobody accepted. */
  long surplus() {
    return rows - identities + Math.max(0, identities - (accepted - gapRecorded));
  }

  /** Whether all that was accepted is ashore, once each, and aboard knows it. */
  boolean isComplete() {
    return accepted > 0
        && pending == 0
        && acknowledged + gapRecorded == accepted
        && rows == identities
        && identities == accepted - gapRecorded;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "accepted %d, stored %d, identities %d, gaps %d, pending %d, lost %d, surplus %d",
        accepted,
        rows,
        identities,
        gapRecorded,
        pending,
        lost(),
        surplus());
  }
}
