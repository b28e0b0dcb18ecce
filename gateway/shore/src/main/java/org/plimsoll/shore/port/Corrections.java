package org.plimsoll.shore.port;

import java.util.Optional;

/** What may take the place of what. Stateless. */
public final class Corrections {

  private Corrections() {}

  /** Why a record cannot stand where nothing was before; empty when it can. */
  public static Optional<String> objection(PortRecord record) {
    return record instanceof Declaration declaration && declaration.state().isDecision()
        ? Optional.of("a decision supersedes the submitted declaration that it is about")
        : Optional.empty();
  }

  /** Why a record cannot supersede another of its kind, vessel and parent; empty when it can. */
  public static Optional<String> objection(PortRecord record, PortRecord before) {
    if (record instanceof PortCall call && before instanceof PortCall known) {
      return call.unlocode().equals(known.unlocode())
          ? Optional.empty()
          : Optional.of("a call stays at its port, " + known.unlocode());
    }
    if (record instanceof Voyage voyage && before instanceof Voyage known) {
      return voyage.number().equals(known.number())
          ? Optional.empty()
          : Optional.of("a voyage keeps its number, " + known.number());
    }
    if (record instanceof Timestamp timestamp && before instanceof Timestamp known) {
      return timestamp.source() == known.source()
          ? Optional.empty()
          : Optional.of("only " + known.source() + " corrects what " + known.source() + " said");
    }
    if (record instanceof CargoUnit unit && before instanceof CargoUnit known) {
      return unit.unitId().equals(known.unitId())
          ? Optional.empty()
          : Optional.of("a unit keeps its unitId, " + known.unitId());
    }
    if (record instanceof UkcPlan plan && before instanceof UkcPlan known) {
      return plan.request().equals(known.request())
          ? Optional.empty()
          : Optional.of("a plan stays the answer to its request, " + known.request());
    }
    if (record instanceof Declaration declaration && before instanceof Declaration known) {
      return objection(declaration, known);
    }
    return Optional.empty();
  }

  private static Optional<String> objection(Declaration declaration, Declaration known) {
    if (declaration.subject() != known.subject()) {
      return Optional.of("a declaration stays one of " + known.subject());
    }
    if (declaration.state().isDecision()) {
      return known.state() != Declaration.State.SUBMITTED
          ? Optional.of("only a submitted declaration is decided on; this one is " + known.state())
          : declaration.version() == known.version()
              ? Optional.empty()
              : Optional.of("a decision has the version that it is about, " + known.version());
    }
    return declaration.version() > known.version()
        ? Optional.empty()
        : Optional.of("want a version above " + known.version());
  }
}
