package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plimsoll.telemetry.DataOrigin;

/**
 * One statement about one moment of a call, as in DCSA's Just in Time: estimated, requested,
 * planned, then actual. It is never changed; a better one is appended.
 *
 * @param event what happens
 * @param location where
 * @param locationName which berth, anchorage or station
 * @param service of what a start or a completion is said; empty for arrivals and departures
 * @param classifier how sure it is
 * @param time when
 * @param source who says it
 * @param replyTo the timestamp that this answers
 * @param earliest when a crossing may have happened at the earliest; {@code time} is the latest
 * @param origin of the positions that it was seen in; given by Plimsoll alone
 */
public record Timestamp(
    Event event,
    Location location,
    Optional<String> locationName,
    Optional<Facility> service,
    Classifier classifier,
    Instant time,
    Source source,
    Optional<UUID> replyTo,
    Optional<Instant> earliest,
    Optional<DataOrigin> origin)
    implements PortRecord {

  /** What happens; ARRI, DEPA, STRT and CMPL of DCSA. */
  public enum Event {
    ARRIVAL,
    DEPARTURE,
    START,
    COMPLETION;

    /** Whether it is the ship that moves, and not a service to her. */
    public boolean isMovement() {
      return this == ARRIVAL || this == DEPARTURE;
    }
  }

  /** Where it happens. */
  public enum Location {
    PORT,
    BERTH,
    ANCHORAGE,
    PILOT_BOARDING_PLACE
  }

  /** What a start or a completion is of. */
  public enum Facility {
    BERTH,
    CARGO_OPERATIONS,
    PILOTAGE,
    TOWAGE,
    MOORING,
    BUNKERING,
    ALL_FAST,
    GANGWAY_DOWN_AND_SECURE,
    VESSEL_READY_TO_SAIL
  }

  /** Estimated, requested, planned, actual. */
  public enum Classifier {
    EST,
    REQ,
    PLN,
    ACT
  }

  /** Who says it. */
  public enum Source {
    VESSEL,
    CARRIER,
    AGENT,
    PORT_AUTHORITY,
    TERMINAL,
    PILOT,
    TOWAGE,
    MOORING,
    /** The gateway, from positions; nobody else may say so. */
    PLIMSOLL
  }

  @Override
  public RecordKind kind() {
    return RecordKind.TIMESTAMP;
  }
}
