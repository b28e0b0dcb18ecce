package org.plimsoll.shore.port.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.wire.Body;
import org.plimsoll.shore.port.wire.PortJson;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

/** A book on a real file, and those who write in it. */
final class TestBook implements AutoCloseable {

  static final VesselId SHE = new VesselId("imo9876543");
  static final VesselId ANOTHER = new VesselId("mmsi273000000");
  static final Author SHIP = new Author("ship", Role.SHIP, Optional.of(SHE), Optional.empty());
  static final Author OTHER_SHIP =
      new Author("other", Role.SHIP, Optional.of(ANOTHER), Optional.empty());
  static final Author EAST =
      new Author("east", Role.TERMINAL, Optional.empty(), Optional.of("East"));
  static final Author PORT =
      new Author("port", Role.PORT_AUTHORITY, Optional.empty(), Optional.empty());
  static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  static final String VOYAGE = "{\"vessel\":\"imo9876543\",\"number\":\"12\"}";
  static final String CALL =
      "{\"vessel\":\"imo9876543\",\"unlocode\":\"RUVVO\",\"status\":\"REQUESTED\","
          + "\"terminal\":\"East\",\"voyageIn\":\"12\"}";

  private final Path directory;
  Instant now = NOON;
  PortBook book;
  private long ids;

  TestBook(Path directory) {
    this.directory = directory;
    this.book = new PortBook(directory, () -> now);
  }

  void restart() {
    book.close();
    book = new PortBook(directory, () -> now);
  }

  @Override
  public void close() {
    book.close();
  }

  List<Entry> timestamps(UUID call) throws Exception {
    return ask(ledger -> ledger.list(Query.children(RecordKind.TIMESTAMP, call, 100), PORT));
  }

  static Crossing crossing(Timestamp.Event event, Instant time) {
    return new Crossing(
        SHE,
        "RUVVO",
        Timestamp.Location.PORT,
        "Vladivostok",
        Optional.empty(),
        event,
        time,
        time.minusSeconds(10),
        DataOrigin.SIMULATED);
  }

  boolean cross(Crossing crossing) throws Exception {
    return ask(ledger -> ledger.cross(crossing));
  }

  UUID id() {
    return new UUID(0x1000_4000L, ids++);
  }

  Outcome put(RecordKind kind, UUID id, String body, Author author) throws Exception {
    return put(new Submission(kind, id, Optional.empty(), read(kind, body)), author);
  }

  Outcome put(RecordKind kind, UUID id, UUID parent, String body, Author author) throws Exception {
    return put(new Submission(kind, id, Optional.of(parent), read(kind, body)), author);
  }

  Outcome put(Submission submission, Author author) throws Exception {
    return ask(ledger -> ledger.put(submission, author));
  }

  Body.Read read(RecordKind kind, String body) {
    Body read = PortJson.read(kind, body, now);
    assertThat(read).isInstanceOf(Body.Read.class);
    return (Body.Read) read;
  }

  Optional<Entry> find(RecordKind kind, UUID id, Author author) throws Exception {
    return ask(ledger -> ledger.find(kind, id, author));
  }

  List<UUID> list(RecordKind kind, boolean history, Author author) throws Exception {
    Query query =
        new Query(
            kind,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            history,
            0,
            100);
    return ask(ledger -> ledger.list(query, author)).stream()
        .map(entry -> entry.identity().id())
        .toList();
  }

  <T> T ask(PortBook.Question<T> question) throws Exception {
    return book.ask(question).get(2, TimeUnit.MINUTES);
  }

  static String superseding(String body, UUID before) {
    return body.substring(0, body.length() - 1) + ",\"supersedes\":\"" + before + "\"}";
  }

  static String stamp(String event, String classifier, String source, Instant time) {
    return "{\"event\":\"%s\",\"location\":\"PORT\",\"classifier\":\"%s\",\"source\":\"%s\",\"time\":\"%s\"}"
        .formatted(event, classifier, source, time);
  }

  static String unit(String id, String type) {
    return "{\"unitId\":\"%s\",\"type\":\"%s\",\"declared\":{\"kilograms\":20000,\"basis\":\"BOOKING\"}}"
        .formatted(id, type);
  }

  static String declaration(int version, String state) {
    return "{\"kind\":\"WASTE\",\"version\":%d,\"state\":\"%s\"}".formatted(version, state);
  }

  static String draught(String instant, int second, int kilograms) {
    return ("{\"instant\":\"%s\",\"at\":\"%s\",\"quality\":\"GOOD\",\"deductiblesKilograms\":100000,"
            + "\"displacement\":{\"kilograms\":%d,\"u95Kilograms\":13000}}")
        .formatted(instant, NOON.plusSeconds(second), kilograms);
  }
}
