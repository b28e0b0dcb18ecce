package org.plimsoll.shore.port;

import java.util.Optional;

/** What can be kept in the port's book. The names are part of its file. */
public enum RecordKind {
  VOYAGE("voyages"),
  PORT_CALL("port-calls"),
  TIMESTAMP("timestamps"),
  DECLARATION("declarations"),
  CARGO_UNIT("cargo-units"),
  DRAUGHT_RECORD("draught-records"),
  RECONCILIATION("reconciliations"),
  INSPECTION("inspections"),
  CROSSING("crossings"),
  WITHHOLDING("withholdings"),
  UKC_REQUEST("ukc-requests"),
  UKC_PLAN("ukc-plans");

  private final String segment;

  RecordKind(String segment) {
    this.segment = segment;
  }

  /** How a path of the API names its kind. */
  public String segment() {
    return segment;
  }

  /** What it belongs to; empty for what stands alone. */
  public Optional<RecordKind> parent() {
    return switch (this) {
      case VOYAGE, PORT_CALL, CROSSING -> Optional.empty();
      case TIMESTAMP, DRAUGHT_RECORD, WITHHOLDING -> Optional.of(PORT_CALL);
      case DECLARATION, CARGO_UNIT, RECONCILIATION, INSPECTION, UKC_REQUEST, UKC_PLAN ->
          Optional.of(VOYAGE);
    };
  }

  /** Whether others may write it; crossings are seen by the gateway alone. */
  public boolean isWritten() {
    return this != CROSSING;
  }
}
