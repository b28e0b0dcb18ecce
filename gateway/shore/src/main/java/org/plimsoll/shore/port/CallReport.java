package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What of a call goes into a formality: who, where, when, and how deep.
 *
 * @param call as it stands
 * @param arrival at the port, as sure as it is known
 * @param departure from it, likewise
 * @param arrivalDraughts all fast
 * @param departureDraughts when the last line was let go
 * @param received when the newest of it came in
 * @param withheld what the ship keeps from whom it is for
 */
public record CallReport(
    PortCall call,
    Optional<Timestamp> arrival,
    Optional<Timestamp> departure,
    DraughtRecord.Draughts arrivalDraughts,
    DraughtRecord.Draughts departureDraughts,
    Instant received,
    Set<Withholding.What> withheld) {
  public CallReport {
    withheld = Set.copyOf(withheld);
  }
}
