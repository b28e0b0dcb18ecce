package org.plimsoll.shore.port.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.port.book.TestBook.EAST;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.Withholding.What;
import org.plimsoll.shore.port.voyage.Sailed;
import org.plimsoll.shore.port.voyage.VoyageStatistics;
import org.plimsoll.telemetry.DataOrigin;

/** What of the book goes into the statistics, and for whom. */
class VoyagesTest {

  private static final Instant NOON = TestBook.NOON;

  @TempDir Path directory;
  private TestBook book;
  private UUID voyage;
  private UUID out;
  private UUID in;

  @BeforeEach
  void aVoyage() throws Exception {
    book = new TestBook(directory);
    voyage = book.id();
    out = book.id();
    in = book.id();
    add(RecordKind.VOYAGE, voyage, TestBook.VOYAGE);
    add(RecordKind.PORT_CALL, out, call("KPNAJ", "voyageOut", "West"));
    add(RecordKind.PORT_CALL, in, call("RUVVO", "voyageIn", "East"));
    moved(out, "DEPARTURE", NOON.minusSeconds(7 * 3600));
    moved(in, "ARRIVAL", NOON);
  }

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void theLastWordCounts() throws Exception {
    below(RecordKind.DECLARATION, persons(1, "SUBMITTED", 140));
    UUID second = below(RecordKind.DECLARATION, persons(1, "SUBMITTED", 141));
    below(RecordKind.DECLARATION, TestBook.superseding(persons(2, "SUBMITTED", 143), second));
    below(RecordKind.DECLARATION, persons(3, "DRAFT", 999));
    below(
        RecordKind.DECLARATION,
        "{\"kind\":\"CARGO\",\"version\":1,\"state\":\"SUBMITTED\",\"declaredKilograms\":199500}");
    UUID unit = below(RecordKind.CARGO_UNIT, TestBook.unit("A", "HGV"));
    below(RecordKind.CARGO_UNIT, TestBook.superseding(TestBook.unit("A", "CAR"), unit));
    below(RecordKind.CARGO_UNIT, "{\"unitId\":\"B\",\"type\":\"CAR\"}");
    moved(in, "ARRIVAL", NOON.plusSeconds(1800));
    Sailed sailed = only(TestBook.SHIP);
    assertThat(sailed.passengers()).hasValue(143);
    assertThat(sailed.declaredKilograms()).hasValue(199_500);
    assertThat(sailed.weighedKilograms()).isEmpty();
    assertThat(sailed.passage().hours()).hasValue(7.5);
    assertThat(sailed.passage().origin()).isEmpty();
    assertThat(sailed.remarks())
        .containsExactly("weighed cargo not known", "measured cargo not known");
  }

  @Test
  void aRejectedDeclarationCountsNoMore() throws Exception {
    UUID declared = below(RecordKind.DECLARATION, persons(1, "SUBMITTED", 141));
    assertThat(only(TestBook.SHIP).passengers()).hasValue(141);
    String rejected = TestBook.superseding(persons(1, "REJECTED", 141), declared);
    assertThat(book.put(RecordKind.DECLARATION, book.id(), voyage, rejected, TestBook.PORT))
        .isInstanceOf(Outcome.Created.class);
    assertThat(only(TestBook.SHIP).passengers()).isEmpty();
  }

  @Test
  void theDraughtsComeFromTheNewestReconciliation() throws Exception {
    UUID before = book.id();
    UUID after = book.id();
    String draught = TestBook.draught("BASELINE", -30_000, 5_000_000);
    assertThat(book.put(RecordKind.DRAUGHT_RECORD, before, out, draught, TestBook.SHIP))
        .isInstanceOf(Outcome.Created.class);
    draught = TestBook.draught("DEPARTURE", -26_000, 5_020_000);
    assertThat(book.put(RecordKind.DRAUGHT_RECORD, after, out, draught, TestBook.SHIP))
        .isInstanceOf(Outcome.Created.class);
    below(RecordKind.CARGO_UNIT, TestBook.unit("A", "HGV"));
    below(
        RecordKind.RECONCILIATION,
        "{\"baseline\":\"%s\",\"departure\":\"%s\"}".formatted(before, after));
    Sailed sailed = only(TestBook.SHIP);
    assertThat(sailed.measuredKilograms()).hasValue(20_000);
    assertThat(sailed.measuredU95Kilograms().orElseThrow()).isBetween(18_384.0, 18_385.0);
    assertThat(sailed.verdict()).contains("MATCH");
  }

  @Test
  void whatWasSeenInSimulatedPositionsIsMarked() throws Exception {
    book.now = NOON.plusSeconds(9_000);
    assertThat(book.cross(TestBook.crossing(Timestamp.Event.ARRIVAL, NOON.plusSeconds(60))))
        .isTrue();
    assertThat(only(TestBook.SHIP).passage().origin()).contains(DataOrigin.SIMULATED);
  }

  @Test
  void whatTheShipWithholdsIsInNoFigure() throws Exception {
    below(RecordKind.DECLARATION, persons(1, "SUBMITTED", 141));
    below(RecordKind.CARGO_UNIT, TestBook.unit("A", "HGV"));
    assertThat(book.put(RecordKind.CARGO_UNIT, book.id(), voyage, TestBook.unit("B", "HGV"), EAST))
        .isInstanceOf(Outcome.Created.class);
    assertThat(only(TestBook.PORT).declaredKilograms()).hasValue(40_000);
    String withheld = "{\"withheld\":[\"PERSONS\",\"CARGO_UNITS\"]}";
    assertThat(book.put(RecordKind.WITHHOLDING, book.id(), out, withheld, TestBook.SHIP))
        .isInstanceOf(Outcome.Created.class);
    Sailed port = only(TestBook.PORT);
    assertThat(port.passengers()).isEmpty();
    assertThat(port.declaredKilograms()).isEmpty();
    assertThat(port.passage().hours()).hasValue(7);
    assertThat(shown(TestBook.PORT).withheld())
        .containsExactlyInAnyOrder(What.PERSONS, What.CARGO_UNITS);
    assertThat(only(EAST).declaredKilograms())
        .as("what a terminal wrote itself is no manifest")
        .isEmpty();
    assertThat(only(TestBook.SHIP).declaredKilograms()).hasValue(40_000);
    assertThat(shown(TestBook.SHIP).withheld()).isEmpty();
  }

  @Test
  void eachSeesWhatIsHis() throws Exception {
    below(RecordKind.DECLARATION, persons(1, "SUBMITTED", 141));
    assertThat(statistics(TestBook.OTHER_SHIP).voyages()).isEmpty();
    Sailed terminal = only(EAST);
    assertThat(terminal.passage().departure()).as("of a call at another terminal").isEmpty();
    assertThat(terminal.passage().arrival()).isPresent();
    assertThat(terminal.passengers()).as("declarations are not for terminals").isEmpty();
    assertThat(only(TestBook.PORT).passengers()).hasValue(141);
  }

  private Sailed only(Author author) throws Exception {
    VoyageStatistics statistics = statistics(author);
    assertThat(statistics.voyages()).hasSize(1);
    return statistics.voyages().get(0);
  }

  private VoyageStatistics statistics(Author author) throws Exception {
    return shown(author).what();
  }

  private Shown<VoyageStatistics> shown(Author author) throws Exception {
    return book.ask(
        ledger ->
            ledger
                .voyages(TestBook.SHE, author)
                .statistics(NOON.minusSeconds(86_400), NOON.plusSeconds(86_400)));
  }

  private void add(RecordKind kind, UUID id, String body) throws Exception {
    assertThat(book.put(kind, id, body, TestBook.SHIP)).isInstanceOf(Outcome.Created.class);
  }

  private UUID below(RecordKind kind, String body) throws Exception {
    UUID id = book.id();
    assertThat(book.put(kind, id, voyage, body, TestBook.SHIP)).isInstanceOf(Outcome.Created.class);
    return id;
  }

  private void moved(UUID call, String event, Instant time) throws Exception {
    book.now = NOON.plusSeconds(7_200);
    assertThat(
            book.put(
                RecordKind.TIMESTAMP,
                book.id(),
                call,
                TestBook.stamp(event, "ACT", "VESSEL", time),
                TestBook.SHIP))
        .isInstanceOf(Outcome.Created.class);
  }

  private static String call(String unlocode, String voyage, String terminal) {
    return "{\"vessel\":\"imo9876543\",\"unlocode\":\"%s\",\"status\":\"REQUESTED\",\"%s\":\"12\",\"terminal\":\"%s\"}"
        .formatted(unlocode, voyage, terminal);
  }

  private static String persons(int version, String state, int passengers) {
    return "{\"kind\":\"PERSONS\",\"version\":%d,\"state\":\"%s\",\"passengers\":%d,\"crew\":28}"
        .formatted(version, state, passengers);
  }
}
