package org.plimsoll.shore.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

class RightsTest {

  private static final VesselId SHE = new VesselId("imo9876543");
  private static final VesselId ANOTHER = new VesselId("mmsi273000000");
  private static final Instant AT = Instant.parse("2026-01-15T06:00:00Z");

  /** Columns: ship, another ship, terminal, port authority, reader, local. */
  @ParameterizedTest
  @CsvSource({
    "voyage,              true,false,false,true,false,true",
    "call ESTIMATED,      true,false,false,true,false,true",
    "call CANCELLED,      true,false,false,true,false,true",
    "call AUTHORIZED,     false,false,false,true,false,true",
    "stamp VESSEL,        true,false,false,false,false,true",
    "stamp AGENT,         true,false,false,false,false,true",
    "stamp TERMINAL,      false,false,true,false,false,true",
    "stamp PORT_AUTHORITY,false,false,false,true,false,true",
    "stamp PILOT,         false,false,false,true,false,true",
    "stamp PLIMSOLL,      false,false,false,false,false,false",
    "declare SUBMITTED,   true,false,false,false,false,true",
    "declare ACCEPTED,    false,false,false,true,false,true",
    "unit,                true,false,true,false,false,true",
    "draught,             true,false,false,false,false,true",
    "reconcile,           true,false,false,true,false,true",
    "withhold,            true,false,false,false,false,true",
    "ask for water,       true,false,false,false,false,true",
    "plan water,          false,false,false,true,false,true",
  })
  void whoMayWriteWhat(
      String what,
      boolean ship,
      boolean another,
      boolean terminal,
      boolean authority,
      boolean reader,
      boolean local) {
    PortRecord record = record(what);
    assertThat(may(author(Role.SHIP, SHE), record)).as("ship").isEqualTo(ship);
    assertThat(may(author(Role.SHIP, ANOTHER), record)).as("another").isEqualTo(another);
    assertThat(may(author(Role.TERMINAL, SHE), record)).as("terminal").isEqualTo(terminal);
    assertThat(may(author(Role.PORT_AUTHORITY, SHE), record)).as("port").isEqualTo(authority);
    assertThat(may(author(Role.READER, SHE), record)).as("reader").isEqualTo(reader);
    assertThat(may(Author.LOCAL, record)).as("local").isEqualTo(local);
  }

  @Test
  void theGatewayAloneSpeaksForItself() {
    assertThat(may(Author.PLIMSOLL, record("stamp PLIMSOLL"))).isTrue();
    assertThat(may(Author.PLIMSOLL, record("stamp VESSEL"))).isFalse();
  }

  @Test
  void aTerminalReadsWhatItHandles() {
    Author terminal = author(Role.TERMINAL, SHE);
    assertThat(Rights.mayRead(terminal, RecordKind.CARGO_UNIT)).isTrue();
    assertThat(Rights.mayRead(terminal, RecordKind.DECLARATION)).isFalse();
    assertThat(Rights.mayRead(terminal, RecordKind.DRAUGHT_RECORD)).isFalse();
    assertThat(Rights.mayRead(author(Role.READER, SHE), RecordKind.DECLARATION)).isTrue();
  }

  private static boolean may(Author author, PortRecord record) {
    return Rights.refusal(author, SHE, record).isEmpty();
  }

  private static Author author(Role role, VesselId vessel) {
    return new Author(
        "key",
        role,
        role == Role.SHIP ? Optional.of(vessel) : Optional.empty(),
        role == Role.TERMINAL ? Optional.of("East") : Optional.empty());
  }

  private static PortRecord record(String what) {
    String[] words = what.split(" ");
    return switch (words[0]) {
      case "voyage" -> new Voyage(SHE, "12", Optional.empty(), Optional.empty());
      case "call" ->
          new PortCall(
              SHE,
              "RUVVO",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              PortCall.Status.valueOf(words[1]));
      case "stamp" ->
          new Timestamp(
              Timestamp.Event.ARRIVAL,
              Timestamp.Location.PORT,
              Optional.empty(),
              Optional.empty(),
              Timestamp.Classifier.EST,
              AT,
              Timestamp.Source.valueOf(words[1]),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case "declare" ->
          new Declaration(
              Declaration.Subject.WASTE,
              1,
              Declaration.State.valueOf(words[1]),
              OptionalInt.empty(),
              OptionalInt.empty(),
              OptionalInt.empty(),
              OptionalDouble.empty());
      case "unit" ->
          new CargoUnit("A123BC", CargoUnit.Type.CAR, Optional.empty(), Optional.empty());
      case "draught" ->
          new DraughtRecord(
              DraughtRecord.Moment.ARRIVAL,
              AT,
              DraughtRecord.Draughts.NONE,
              Optional.empty(),
              OptionalDouble.empty(),
              Quality.GOOD);
      case "reconcile" ->
          new ReconciliationRequest(UUID.randomUUID(), UUID.randomUUID(), OptionalDouble.empty());
      case "ask" ->
          new UkcRequest(
              AT,
              5.204,
              Quality.GOOD,
              UkcRequest.Purpose.ACTUAL_PLAN,
              UkcRequest.Calculation.TIME_WINDOW,
              Optional.empty());
      case "plan" ->
          new UkcPlan(UUID.randomUUID(), AT, List.of(), OptionalDouble.empty(), List.of());
      case "withhold" -> new Withholding(Set.of(Withholding.What.PERSONS));
      default -> throw new IllegalArgumentException(what);
    };
  }
}
