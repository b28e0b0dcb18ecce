package org.plimsoll.shore.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long a store keeps readings as they came. One that is older would be taken by it and be gone
 * at once, or be refused with everything that travels with it, so it is not sent there at all.
 *
 * @param kept how long; empty for ever
 */
record Expiry(Optional<Duration> kept, InstantSource clock) {

  /** Why a point is not to be written, if it is not. */
  Optional<String> objection(Point point) {
    if (kept.isEmpty() || !(point instanceof Point.Reading reading)) {
      return Optional.empty();
    }
    long oldestMillis = clock.millis() - kept.get().toMillis();
    return reading.timeMillis() >= oldestMillis
        ? Optional.empty()
        : Optional.of(
            "measured at %s, and readings are kept for %d days"
                .formatted(Instant.ofEpochMilli(reading.timeMillis()), kept.get().toDays()));
  }
}
