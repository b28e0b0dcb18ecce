package org.plimsoll.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The verdict on a run: counts by the outbox's file and by SQL, and the two held against each other
 * reading by reading.
 *
 * @param tally the counts.
 * @param comparison reading by reading.
 * @param claimed readings that the vessel's API said she had accepted, when it was last asked.
 */
record Reckoning(Tally tally, Comparison comparison, long claimed) {

  /** The store shows a write a moment after it has promised to keep it. */
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(15);

  /**
   * Reckons after the vessel has ended.
   *
   * @param outbox directory of her outbox.
   */
  static Reckoning of(
      Path outbox, Http http, URI store, String vessel, long claimed, Patience patience)
      throws IOException, InterruptedException {
    OutboxFile aboard = OutboxFile.read(outbox);
    Tally tally = settled(aboard, http, store, vessel, patience);
    return new Reckoning(tally, Comparison.of(aboard, http, store, vessel, tally.rows()), claimed);
  }

  /** The counts, as soon as they agree. */
  static Tally settled(OutboxFile aboard, Http http, URI store, String vessel, Patience patience)
      throws IOException, InterruptedException {
    patience.await(VISIBLE_WITHIN, () -> tally(aboard, http, store, vessel).isComplete());
    return tally(aboard, http, store, vessel);
  }

  private static Tally tally(OutboxFile aboard, Http http, URI store, String vessel)
      throws IOException, InterruptedException {
    return Tally.of(
        aboard.accepted(),
        aboard.acknowledged(),
        aboard.pending(),
        aboard.gapRecorded(),
        http,
        store,
        vessel);
  }

  /** Whether nothing is lost, doubled, altered or invented, and the vessel never claimed more. */
  boolean isComplete() {
    return tally.isComplete() && comparison.isComplete() && claimed <= tally.accepted();
  }

  @Override
  public String toString() {
    return tally + ", " + comparison + ", claimed " + claimed;
  }
}
