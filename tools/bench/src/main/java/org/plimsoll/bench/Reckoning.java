package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The verdict on a run: counts by the outbox's file and by the store, and the two held against each
 * other reading by reading.
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
  static Reckoning of(Path outbox, Ashore ashore, long claimed, Patience patience)
      throws IOException, InterruptedException {
    OutboxFile aboard = OutboxFile.read(outbox);
    Tally tally = settled(aboard, ashore, patience);
    return new Reckoning(tally, Comparison.of(aboard, ashore, tally.rows()), claimed);
  }

  /** The counts, as soon as they agree. */
  static Tally settled(OutboxFile aboard, Ashore ashore, Patience patience)
      throws IOException, InterruptedException {
    patience.await(VISIBLE_WITHIN, () -> Tally.of(aboard, ashore).isComplete());
    return Tally.of(aboard, ashore);
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
