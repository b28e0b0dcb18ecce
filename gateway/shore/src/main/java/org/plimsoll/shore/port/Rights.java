package org.plimsoll.shore.port;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.telemetry.VesselId;

/**
 * Who may say what. Who may read what is decided where the book is read, so that what is not for
 * somebody does not exist for him. Stateless.
 */
public final class Rights {

  private static final Set<RecordKind> OF_TERMINALS =
      EnumSet.of(
          RecordKind.PORT_CALL,
          RecordKind.TIMESTAMP,
          RecordKind.VOYAGE,
          RecordKind.CARGO_UNIT,
          RecordKind.INSPECTION,
          RecordKind.WITHHOLDING);

  private static final Set<PortCall.Status> OF_SHIPS =
      EnumSet.of(PortCall.Status.ESTIMATED, PortCall.Status.REQUESTED, PortCall.Status.CANCELLED);

  private Rights() {}

  /** Whether somebody may read a kind at all. */
  public static boolean mayRead(Author author, RecordKind kind) {
    return author.role() != Role.TERMINAL || OF_TERMINALS.contains(kind);
  }

  /**
   * Whether somebody sees what ships keep from a port: the ship herself, and who runs the shore.
   */
  public static boolean seesWithheld(Author author) {
    return switch (author.role()) {
      case SHIP, OPERATOR, LOCAL, PLIMSOLL -> true;
      case PORT_AUTHORITY, TERMINAL, READER -> false;
    };
  }

  /**
   * Why somebody may not write this; empty when he may.
   *
   * @param vessel whom the record is about
   */
  public static Optional<String> refusal(Author author, VesselId vessel, PortRecord record) {
    if (record instanceof Timestamp timestamp) {
      Optional<String> wrongVoice = wrongVoice(author.role(), timestamp.source());
      if (wrongVoice.isPresent()) {
        return wrongVoice;
      }
    }
    return switch (author.role()) {
      case LOCAL, PLIMSOLL -> Optional.empty();
      case READER, OPERATOR -> Optional.of("a reader writes nothing");
      case SHIP -> ofShip(author, vessel, record);
      case TERMINAL ->
          record instanceof Timestamp || record instanceof CargoUnit || record instanceof Inspection
              ? Optional.empty()
              : Optional.of("a terminal writes timestamps, cargo units and inspections");
      case PORT_AUTHORITY -> ofAuthority(record);
    };
  }

  private static Optional<String> wrongVoice(Role role, Timestamp.Source source) {
    boolean right =
        switch (source) {
          case PLIMSOLL -> role == Role.PLIMSOLL;
          case VESSEL, CARRIER, AGENT -> role == Role.SHIP || role == Role.LOCAL;
          case TERMINAL -> role == Role.TERMINAL || role == Role.LOCAL;
          case PORT_AUTHORITY, PILOT, TOWAGE, MOORING ->
              role == Role.PORT_AUTHORITY || role == Role.LOCAL;
        };
    return right
        ? Optional.empty()
        : Optional.of("a key of the role " + role + " does not speak for " + source);
  }

  private static Optional<String> ofShip(Author author, VesselId vessel, PortRecord record) {
    if (!author.vessel().equals(Optional.of(vessel))) {
      return Optional.of("a ship writes what is hers, and this is of another vessel");
    }
    if (record instanceof PortCall call && !OF_SHIPS.contains(call.status())) {
      return Optional.of(
          "the status " + call.status() + " is the port's to give; hers: " + OF_SHIPS);
    }
    if (record instanceof Declaration declaration && declaration.state().isDecision()) {
      return Optional.of("the port authority decides on declarations");
    }
    if (record instanceof UkcPlan) {
      return Optional.of("the port authority plans; the ship asks");
    }
    return Optional.empty();
  }

  private static Optional<String> ofAuthority(PortRecord record) {
    if (record instanceof CargoUnit || record instanceof DraughtRecord) {
      return Optional.of("cargo units and draught records are the ship's to write");
    }
    if (record instanceof Declaration declaration && !declaration.state().isDecision()) {
      return Optional.of("the ship declares; the port authority accepts or rejects");
    }
    if (record instanceof UkcRequest) {
      return Optional.of("the ship asks for water; the port authority answers with a plan");
    }
    if (record instanceof Withholding) {
      return Optional.of("the ship decides what she withholds");
    }
    return Optional.empty();
  }
}
