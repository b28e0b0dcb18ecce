package org.plimsoll.vessel.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How much the outbox holds. In readings, {@code accepted = acknowledged + gapRecorded + pending},
 * always.
 *
 * @param lastSequence sequence number of the newest row; 0 before the first
 * @param accepted readings that ever got a sequence number in this stream, those lost before they
 *     could be written included, which are gap-recorded at once
 * @param acknowledged readings that the shore has receipted
 * @param gapRecorded readings that are gone, with a gap record in their place
 * @param pending readings that the shore has not receipted yet
 * @param pendingBytes bytes of what is not receipted, gap records included
 * @param pendingBlocks sealed blocks that are not receipted, those of gap records included
 * @param unsealedRows commit groups that are in no block yet
 * @param oldestPending when the oldest of what is pending was sealed or accepted
 * @param ignoredReceipts receipted ranges that this outbox does not know
 * @param quarantined damaged rows and blocks that were put aside since the start
 */
public record OutboxCounts(
    long lastSequence,
    long accepted,
    long acknowledged,
    long gapRecorded,
    long pending,
    long pendingBytes,
    long pendingBlocks,
    long unsealedRows,
    Optional<Instant> oldestPending,
    long ignoredReceipts,
    long quarantined) {

  /** Whether the shore has receipted everything. */
  public boolean isDrained() {
    return pendingBlocks == 0 && unsealedRows == 0;
  }
}
