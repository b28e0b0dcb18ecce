package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.store.StoreContract.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.VesselId;

class ExpiryTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final VesselId SHIP = new VesselId("imo9876543");

  private final Expiry expiry = new Expiry(Optional.of(Duration.ofDays(60)), () -> NOW);
  private final long oldest = NOW.minus(Duration.ofDays(60)).toEpochMilli();

  @Test
  void readingsThatAreOlderThanTheyAreKeptAreNotWanted() {
    assertThat(expiry.objection(reading(SHIP, "hull.trim", oldest, 1, 1))).isEmpty();
    assertThat(expiry.objection(reading(SHIP, "hull.trim", oldest - 1, 1, 1)))
        .contains("measured at 2026-04-01T23:59:59.999Z, and readings are kept for 60 days");
  }

  @Test
  void theLedgerIsForEver() {
    assertThat(
            expiry.objection(
                new Point.Ledger(SHIP, StoreContract.STREAM, Point.Kind.ROW, 1, 1, 1, "", 0)))
        .isEmpty();
  }

  @Test
  void withoutARetentionNothingExpires() {
    assertThat(
            new Expiry(Optional.empty(), () -> NOW).objection(reading(SHIP, "hull.trim", 0, 1, 1)))
        .isEmpty();
  }
}
