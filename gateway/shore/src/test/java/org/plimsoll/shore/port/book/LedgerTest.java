package org.plimsoll.shore.port.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.port.book.TestBook.CALL;
import static org.plimsoll.shore.port.book.TestBook.EAST;
import static org.plimsoll.shore.port.book.TestBook.NOON;
import static org.plimsoll.shore.port.book.TestBook.OTHER_SHIP;
import static org.plimsoll.shore.port.book.TestBook.PORT;
import static org.plimsoll.shore.port.book.TestBook.SHIP;
import static org.plimsoll.shore.port.book.TestBook.VOYAGE;
import static org.plimsoll.shore.port.book.TestBook.crossing;
import static org.plimsoll.shore.port.book.TestBook.declaration;
import static org.plimsoll.shore.port.book.TestBook.draught;
import static org.plimsoll.shore.port.book.TestBook.stamp;
import static org.plimsoll.shore.port.book.TestBook.superseding;
import static org.plimsoll.shore.port.book.TestBook.unit;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.port.CallReport;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Timestamp;

/** Who may add what, and what becomes of it. */
class LedgerTest {

  @TempDir Path directory;
  private TestBook kept;

  @BeforeEach
  void open() {
    kept = new TestBook(directory);
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void aVesselsDataIsHersAlone() throws Exception {
    UUID call = kept.id();
    UUID voyage = kept.id();
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    kept.put(RecordKind.VOYAGE, voyage, VOYAGE, SHIP);
    assertThat(kept.find(RecordKind.PORT_CALL, call, OTHER_SHIP)).isEmpty();
    assertThat(kept.list(RecordKind.PORT_CALL, true, OTHER_SHIP)).isEmpty();
    assertThat(kept.put(RecordKind.VOYAGE, kept.id(), VOYAGE.replace("12", "13"), OTHER_SHIP))
        .isInstanceOf(Outcome.Forbidden.class);
    assertThat(
            kept.put(
                RecordKind.TIMESTAMP,
                kept.id(),
                call,
                stamp("ARRIVAL", "EST", "VESSEL", NOON),
                OTHER_SHIP))
        .isInstanceOf(Outcome.NotFound.class);
    assertThat(kept.put(RecordKind.PORT_CALL, kept.id(), superseding(CALL, call), OTHER_SHIP))
        .isInstanceOf(Outcome.Forbidden.class);
    assertThat(kept.put(RecordKind.VOYAGE, voyage, VOYAGE, OTHER_SHIP))
        .isInstanceOf(Outcome.Conflict.class);
  }

  @Test
  void aTerminalSeesItsCallsAndTheirVoyages() throws Exception {
    UUID call = kept.id();
    UUID west = kept.id();
    UUID voyage = kept.id();
    UUID other = kept.id();
    UUID unit = kept.id();
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    kept.put(RecordKind.PORT_CALL, west, CALL.replace("East", "West").replace("12", "13"), SHIP);
    kept.put(RecordKind.VOYAGE, voyage, VOYAGE, SHIP);
    kept.put(RecordKind.VOYAGE, other, VOYAGE.replace("12", "13"), SHIP);
    kept.put(RecordKind.CARGO_UNIT, unit, voyage, unit("A1", "HGV"), SHIP);
    kept.put(RecordKind.CARGO_UNIT, kept.id(), other, unit("B2", "HGV"), SHIP);
    kept.put(RecordKind.DECLARATION, kept.id(), voyage, declaration(1, "SUBMITTED"), SHIP);

    assertThat(kept.list(RecordKind.PORT_CALL, false, EAST)).containsExactly(call);
    assertThat(kept.list(RecordKind.VOYAGE, false, EAST)).containsExactly(voyage);
    assertThat(kept.find(RecordKind.CARGO_UNIT, unit, EAST)).isPresent();
    assertThat(kept.list(RecordKind.CARGO_UNIT, false, EAST)).containsExactly(unit);
    assertThat(kept.list(RecordKind.DECLARATION, false, EAST)).isEmpty();
    assertThat(
            kept.put(
                RecordKind.TIMESTAMP,
                kept.id(),
                west,
                stamp("ARRIVAL", "PLN", "TERMINAL", NOON),
                EAST))
        .isInstanceOf(Outcome.NotFound.class);

    UUID moved = kept.id();
    kept.put(RecordKind.PORT_CALL, moved, superseding(CALL.replace("East", "West"), call), PORT);
    assertThat(kept.list(RecordKind.PORT_CALL, true, EAST)).isEmpty();
    assertThat(kept.find(RecordKind.CARGO_UNIT, unit, EAST)).isEmpty();
  }

  @Test
  void aDecisionIsOfASubmittedDeclaration() throws Exception {
    UUID voyage = kept.id();
    UUID draft = kept.id();
    UUID submitted = kept.id();
    kept.put(RecordKind.VOYAGE, voyage, VOYAGE, SHIP);
    kept.put(RecordKind.DECLARATION, draft, voyage, declaration(1, "DRAFT"), SHIP);
    assertThat(
            kept.put(RecordKind.DECLARATION, kept.id(), voyage, declaration(1, "ACCEPTED"), PORT))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(decide(voyage, draft, 1)).isInstanceOf(Outcome.Refused.class);
    kept.put(
        RecordKind.DECLARATION,
        submitted,
        voyage,
        superseding(declaration(2, "SUBMITTED"), draft),
        SHIP);
    assertThat(decide(voyage, submitted, 1)).isInstanceOf(Outcome.Refused.class);
    assertThat(decide(voyage, submitted, 2)).isInstanceOf(Outcome.Created.class);
  }

  private Outcome decide(UUID voyage, UUID declaration, int version) throws Exception {
    return kept.put(
        RecordKind.DECLARATION,
        kept.id(),
        voyage,
        superseding(declaration(version, "ACCEPTED"), declaration),
        PORT);
  }

  @Test
  void oneUnitStandsOnceInAManifest() throws Exception {
    UUID voyage = kept.id();
    UUID unit = kept.id();
    kept.put(RecordKind.VOYAGE, voyage, VOYAGE, SHIP);
    kept.put(RecordKind.CARGO_UNIT, unit, voyage, unit("A1", "HGV"), SHIP);
    assertThat(kept.put(RecordKind.CARGO_UNIT, kept.id(), voyage, unit("A1", "CAR"), SHIP))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(
            kept.put(
                RecordKind.CARGO_UNIT,
                kept.id(),
                voyage,
                superseding(unit("A2", "HGV"), unit),
                SHIP))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(
            kept.put(
                RecordKind.CARGO_UNIT,
                kept.id(),
                voyage,
                superseding(unit("A1", "CAR"), unit),
                SHIP))
        .isInstanceOf(Outcome.Created.class);
  }

  @Test
  void anAnswerIsToATimestampOfTheSameCall() throws Exception {
    UUID call = kept.id();
    UUID otherCall = kept.id();
    UUID estimated = kept.id();
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    kept.put(RecordKind.PORT_CALL, otherCall, CALL, SHIP);
    kept.put(RecordKind.TIMESTAMP, estimated, call, stamp("ARRIVAL", "EST", "VESSEL", NOON), SHIP);
    String answer =
        stamp("ARRIVAL", "REQ", "PORT_AUTHORITY", NOON)
            .replace("}", ",\"replyTo\":\"" + estimated + "\"}");
    assertThat(kept.put(RecordKind.TIMESTAMP, kept.id(), otherCall, answer, PORT))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(kept.put(RecordKind.TIMESTAMP, kept.id(), call, answer, PORT))
        .isInstanceOf(Outcome.Created.class);
  }

  @Test
  void theVerdictIsMadeHereAndKeptWithTheManifestAsItStood() throws Exception {
    UUID voyage = kept.id();
    UUID call = kept.id();
    UUID unit = kept.id();
    UUID before = kept.id();
    UUID after = kept.id();
    UUID reconciliation = kept.id();
    kept.put(RecordKind.VOYAGE, voyage, VOYAGE, SHIP);
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    kept.put(RecordKind.CARGO_UNIT, unit, voyage, unit("A1", "HGV"), SHIP);
    kept.put(RecordKind.DRAUGHT_RECORD, before, call, draught("BASELINE", 0, 5_000_000), SHIP);
    kept.put(RecordKind.DRAUGHT_RECORD, after, call, draught("DEPARTURE", 1, 5_080_000), SHIP);
    String request = "{\"baseline\":\"" + before + "\",\"departure\":\"" + after + "\"}";
    Outcome outcome = kept.put(RecordKind.RECONCILIATION, reconciliation, voyage, request, PORT);
    String result = ((Outcome.Created) outcome).entry().result().orElseThrow();
    assertThat(result)
        .contains("\"verdict\":\"DISCREPANCY\"", "60.0 t more aboard", unit.toString())
        .contains("\"declared\":{\"kilograms\":20000.0,\"u95Kilograms\":1000.0,\"units\":1}");

    kept.put(RecordKind.CARGO_UNIT, kept.id(), voyage, unit("B2", "HGV"), SHIP);
    assertThat(kept.put(RecordKind.RECONCILIATION, reconciliation, voyage, request, PORT))
        .isEqualTo(
            new Outcome.Repeated(
                kept.find(RecordKind.RECONCILIATION, reconciliation, PORT).orElseThrow()));
    assertThat(kept.find(RecordKind.RECONCILIATION, reconciliation, PORT).orElseThrow().result())
        .contains(result);
    String swapped = "{\"baseline\":\"" + after + "\",\"departure\":\"" + before + "\"}";
    assertThat(kept.put(RecordKind.RECONCILIATION, kept.id(), voyage, swapped, PORT))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aPlanAnswersARequestOfItsVoyage() throws Exception {
    UUID voyage = kept.id();
    UUID another = kept.id();
    UUID request = kept.id();
    UUID plan = kept.id();
    kept.put(RecordKind.VOYAGE, voyage, VOYAGE, SHIP);
    kept.put(RecordKind.VOYAGE, another, VOYAGE.replace("12", "13"), SHIP);
    String asked =
        ("{\"at\":\"%s\",\"deepestDraughtMetres\":5.2,\"quality\":\"GOOD\",\"purpose\":\"PRE_PLAN\","
                + "\"calculationRequested\":\"TIME_WINDOW\"}")
            .formatted(NOON);
    assertThat(kept.put(RecordKind.UKC_REQUEST, request, voyage, asked, SHIP))
        .isInstanceOf(Outcome.Created.class);
    String answer =
        ("{\"request\":\"%s\",\"generated\":\"%s\",\"windows\":[]}").formatted(request, NOON);
    assertThat(kept.put(RecordKind.UKC_PLAN, kept.id(), another, answer, PORT))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(kept.put(RecordKind.UKC_PLAN, kept.id(), voyage, answer, SHIP))
        .isInstanceOf(Outcome.Forbidden.class);
    assertThat(kept.put(RecordKind.UKC_PLAN, plan, voyage, answer, PORT))
        .isInstanceOf(Outcome.Created.class);
    UUID later = kept.id();
    kept.put(RecordKind.UKC_REQUEST, later, voyage, asked.replace("5.2", "5.3"), SHIP);
    String moved = superseding(answer.replace(request.toString(), later.toString()), plan);
    assertThat(kept.put(RecordKind.UKC_PLAN, kept.id(), voyage, moved, PORT))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(kept.find(RecordKind.UKC_REQUEST, request, EAST)).isEmpty();
  }

  @Test
  void aCrossingIsKeptOnceAndStampsTheCall() throws Exception {
    UUID call = kept.id();
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    Crossing arrival = crossing(Timestamp.Event.ARRIVAL, NOON);
    assertThat(kept.cross(arrival)).isTrue();
    assertThat(kept.cross(arrival)).isTrue();
    List<Entry> stamps = kept.timestamps(call);
    assertThat(stamps).hasSize(1);
    assertThat(stamps.get(0).author()).isEqualTo("plimsoll");
    assertThat(stamps.get(0).content())
        .contains("\"classifier\":\"ACT\"", "\"source\":\"PLIMSOLL\"", "\"origin\":\"SIMULATED\"");
    assertThat(kept.list(RecordKind.CROSSING, false, SHIP)).hasSize(1);
    assertThat(kept.list(RecordKind.CROSSING, false, OTHER_SHIP)).isEmpty();
  }

  @Test
  void aCallThatComesLateGetsTheArrivalThatWasSeen() throws Exception {
    assertThat(kept.cross(crossing(Timestamp.Event.ARRIVAL, NOON))).isFalse();
    UUID call = kept.id();
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    assertThat(kept.timestamps(call)).hasSize(1);

    kept.cross(crossing(Timestamp.Event.DEPARTURE, NOON.plusSeconds(3_600)));
    assertThat(kept.timestamps(call)).hasSize(2);
    UUID next = kept.id();
    kept.put(RecordKind.PORT_CALL, next, CALL, SHIP);
    assertThat(kept.timestamps(next)).isEmpty();
    kept.cross(crossing(Timestamp.Event.ARRIVAL, NOON.plusSeconds(90_000)));
    assertThat(kept.timestamps(next)).hasSize(1);
    assertThat(kept.timestamps(call)).hasSize(2);
  }

  @Test
  void aReportHasTheSurestTimesAndTheCurrentDraughts() throws Exception {
    UUID call = kept.id();
    UUID wrong = kept.id();
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    kept.put(RecordKind.TIMESTAMP, kept.id(), call, stamp("ARRIVAL", "ACT", "VESSEL", NOON), SHIP);
    kept.put(
        RecordKind.TIMESTAMP,
        kept.id(),
        call,
        stamp("ARRIVAL", "EST", "VESSEL", NOON.plusSeconds(60)),
        SHIP);
    String draughts = ",\"draughtsMetres\":{\"forwardPort\":4.8,\"forwardStarboard\":4.6}}";
    String record = draught("ARRIVAL", 0, 5_000_000).replaceFirst("}$", draughts);
    kept.put(RecordKind.DRAUGHT_RECORD, wrong, call, record, SHIP);
    kept.put(
        RecordKind.DRAUGHT_RECORD,
        kept.id(),
        call,
        superseding(record.replace("4.8", "5.0"), wrong),
        SHIP);
    CallReport report = kept.ask(ledger -> ledger.report(call, PORT)).orElseThrow();
    assertThat(report.arrival().orElseThrow().time()).isEqualTo(NOON);
    assertThat(report.departure()).isEmpty();
    assertThat(report.arrivalDraughts().forward()).hasValue(4.8);
    assertThat(report.arrivalDraughts().aft()).isEmpty();
    assertThat(report.departureDraughts().isEmpty()).isTrue();
    assertThat(kept.ask(ledger -> ledger.report(call, OTHER_SHIP)).isEmpty()).isTrue();
    assertThat(kept.ask(ledger -> ledger.report(call, EAST)).isEmpty()).isTrue();
  }
}
