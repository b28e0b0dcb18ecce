package org.plimsoll.vessel.record;

/** What became of the wish to record. */
public sealed interface RecordOutcome {

  /** Durable. */
  record Kept(KeptRecord kept) implements RecordOutcome {}

  /**
   * Not recorded.
   *
   * @param reason for the officer
   */
  record Refused(String reason) implements RecordOutcome {}
}
