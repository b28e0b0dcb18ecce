package org.plimsoll.shore.port;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the ship declares of a voyage. That it was superseded is never written: the declaration that
 * supersedes it says so.
 *
 * @param subject of what; only its own figures may be given
 * @param version from 1, growing with each correction
 * @param state where it stands
 * @param passengers persons aboard who are no crew
 * @param crew persons of the crew
 * @param units cargo units declared
 * @param massKilograms declared mass of the cargo
 */
public record Declaration(
    Subject subject,
    int version,
    State state,
    OptionalInt passengers,
    OptionalInt crew,
    OptionalInt units,
    OptionalDouble massKilograms)
    implements PortRecord {

  /** Of what. */
  public enum Subject {
    PERSONS,
    CARGO,
    DG,
    WASTE,
    SECURITY
  }

  /** Where it stands; the last two are decisions of the port authority. */
  public enum State {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    REJECTED;

    /** Whether the port authority says it, and not the ship. */
    public boolean isDecision() {
      return this == ACCEPTED || this == REJECTED;
    }
  }

  @Override
  public RecordKind kind() {
    return RecordKind.DECLARATION;
  }
}
