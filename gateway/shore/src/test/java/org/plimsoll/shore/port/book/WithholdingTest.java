package org.plimsoll.shore.port.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.port.book.TestBook.CALL;
import static org.plimsoll.shore.port.book.TestBook.EAST;
import static org.plimsoll.shore.port.book.TestBook.NOON;
import static org.plimsoll.shore.port.book.TestBook.PORT;
import static org.plimsoll.shore.port.book.TestBook.SHIP;
import static org.plimsoll.shore.port.book.TestBook.VOYAGE;
import static org.plimsoll.shore.port.book.TestBook.superseding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.Withholding.What;

/** What a ship keeps from the port is found by no way, and the ship and the operator find it. */
class WithholdingTest {

  private static final Author READER = author("reader", Role.READER);
  private static final Author OPERATOR = author("operator", Role.OPERATOR);
  private static final Author OTHER_PORT = author("other-port", Role.PORT_AUTHORITY);

  @TempDir Path directory;
  private TestBook kept;
  private final UUID voyage = new UUID(1, 1);
  private final UUID call = new UUID(1, 2);
  private final UUID baseline = new UUID(1, 3);
  private final UUID departure = new UUID(1, 4);
  private final UUID unit = new UUID(1, 5);

  private static Author author(String name, Role role) {
    return new Author(name, role, Optional.empty(), Optional.empty());
  }

  /** A call with one record of everything that can be withheld. */
  @BeforeEach
  void open() throws Exception {
    kept = new TestBook(directory);
    kept.put(RecordKind.VOYAGE, voyage, VOYAGE, SHIP);
    kept.put(RecordKind.PORT_CALL, call, CALL, SHIP);
    kept.cross(TestBook.crossing(Timestamp.Event.ARRIVAL, NOON));
    kept.put(
        RecordKind.DRAUGHT_RECORD,
        baseline,
        call,
        TestBook.draught("BASELINE", 0, 5_000_000),
        SHIP);
    kept.put(
        RecordKind.DRAUGHT_RECORD,
        departure,
        call,
        TestBook.draught("DEPARTURE", 60, 5_020_000),
        SHIP);
    kept.put(RecordKind.CARGO_UNIT, unit, voyage, TestBook.unit("SECRET 1", "HGV"), SHIP);
    declare(
        "{\"kind\":\"PERSONS\",\"version\":1,\"state\":\"SUBMITTED\",\"passengers\":1,\"crew\":2}");
    declare("{\"kind\":\"CARGO\",\"version\":1,\"state\":\"SUBMITTED\",\"units\":1}");
    declare("{\"kind\":\"DG\",\"version\":1,\"state\":\"SUBMITTED\"}");
    kept.put(RecordKind.RECONCILIATION, kept.id(), voyage, reconciliation(), SHIP);
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @ParameterizedTest
  @EnumSource(What.class)
  void whatIsWithheldIsFoundByNoWayAndGivenFreeAgain(What what) throws Exception {
    Set<UUID> hidden = of(what);
    assertThat(hidden).isNotEmpty();
    assertThat(visible(PORT)).containsAll(hidden);
    UUID first = withhold(EnumSet.of(what));
    for (Author bound : List.of(PORT, READER, EAST)) {
      assertThat(visible(bound)).as(bound.name()).doesNotContainAnyElementsOf(hidden);
      assertThat(told(bound)).as(bound.name()).doesNotContainAnyElementsOf(hidden);
    }
    for (Author whole : List.of(SHIP, OPERATOR, Author.LOCAL)) {
      assertThat(visible(whole)).as(whole.name()).containsAll(hidden);
    }
    Set<UUID> others = of(EnumSet.complementOf(EnumSet.of(what)).toArray(What[]::new));
    assertThat(visible(PORT)).containsAll(others);

    kept.put(
        RecordKind.WITHHOLDING, kept.id(), call, superseding("{\"withheld\":[]}", first), SHIP);
    assertThat(visible(PORT)).containsAll(hidden);
  }

  @Test
  void aListSaysWhatItLacks() throws Exception {
    withhold(EnumSet.of(What.PERSONS, What.DRAUGHT_RECORDS, What.POSITIONS));
    assertThat(shown(RecordKind.DECLARATION, voyage, PORT).withheld())
        .containsExactly(What.PERSONS);
    assertThat(shown(RecordKind.DECLARATION, voyage, PORT).what()).hasSize(2);
    assertThat(shown(RecordKind.DECLARATION, voyage, SHIP).withheld()).isEmpty();
    assertThat(shown(RecordKind.DECLARATION, voyage, SHIP).what()).hasSize(3);
    assertThat(shown(RecordKind.DRAUGHT_RECORD, call, READER).withheld())
        .containsExactly(What.DRAUGHT_RECORDS);
    assertThat(shown(RecordKind.TIMESTAMP, call, EAST).withheld()).containsExactly(What.POSITIONS);
    assertThat(shown(RecordKind.CARGO_UNIT, voyage, PORT).withheld()).isEmpty();
    assertThat(kept.ask(ledger -> ledger.show(all(RecordKind.CROSSING), PORT)).withheld())
        .containsExactly(What.POSITIONS);
    assertThat(kept.ask(ledger -> ledger.report(call, PORT)).orElseThrow().withheld())
        .containsExactlyInAnyOrder(What.DRAUGHT_RECORDS, What.POSITIONS);
    assertThat(kept.ask(ledger -> ledger.report(call, PORT)).orElseThrow().arrival()).isEmpty();
    assertThat(kept.ask(ledger -> ledger.report(call, SHIP)).orElseThrow().arrival()).isPresent();
  }

  @Test
  void anInspectionListOfWhatIsWithheldIsEmptyAndSaysSo() throws Exception {
    withhold(EnumSet.of(What.CARGO_UNITS));
    var list = kept.ask(ledger -> ledger.inspectionList(voyage, PORT)).orElseThrow();
    assertThat(list.what().items()).isEmpty();
    assertThat(list.withheld()).containsExactly(What.CARGO_UNITS);
    list = kept.ask(ledger -> ledger.inspectionList(voyage, SHIP)).orElseThrow();
    assertThat(list.what().items()).hasSize(1);
    assertThat(list.withheld()).isEmpty();
  }

  /** Neither by another call of the same voyage, nor by taking the voyage out of this one. */
  @Test
  void nobodyReadsAroundADecision() throws Exception {
    withhold(EnumSet.of(What.CARGO_UNITS));
    kept.put(RecordKind.PORT_CALL, kept.id(), CALL.replace("RUVVO", "KPNAJ"), PORT);
    assertThat(visible(PORT)).doesNotContain(unit);
    String elsewhere = CALL.replace("\"voyageIn\":\"12\"", "\"voyageIn\":\"13\"");
    kept.put(RecordKind.PORT_CALL, kept.id(), superseding(elsewhere, call), PORT);
    assertThat(visible(PORT)).doesNotContain(unit);
    assertThat(kept.ask(ledger -> ledger.show(all(RecordKind.CROSSING), PORT)).what()).hasSize(1);
  }

  /** Sums are made of what is withheld, and a refusal may say what is there. */
  @Test
  void whoIsKeptFromSomethingDoesNotWriteThere() throws Exception {
    withhold(EnumSet.of(What.DRAUGHT_RECORDS));
    assertThat(kept.put(RecordKind.RECONCILIATION, kept.id(), voyage, reconciliation(), PORT))
        .isInstanceOfSatisfying(
            Outcome.Forbidden.class,
            refused -> assertThat(refused.reason()).contains("withholds [DRAUGHT_RECORDS]"));
    assertThat(kept.put(RecordKind.RECONCILIATION, kept.id(), voyage, reconciliation(), SHIP))
        .isInstanceOf(Outcome.Created.class);
    UUID another = kept.id();
    kept.put(RecordKind.VOYAGE, another, "{\"vessel\":\"imo9876543\",\"number\":\"99\"}", SHIP);
    assertThat(kept.put(RecordKind.RECONCILIATION, kept.id(), another, reconciliation(), PORT))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aTerminalKeepsWhatItWroteAndWritesNoMore() throws Exception {
    UUID own = kept.id();
    kept.put(RecordKind.CARGO_UNIT, own, voyage, TestBook.unit("OWN 1", "CAR"), EAST);
    withhold(EnumSet.of(What.CARGO_UNITS));
    assertThat(visible(EAST)).contains(own).doesNotContain(unit);
    assertThat(visible(PORT)).doesNotContain(own, unit);
    assertThat(kept.put(RecordKind.CARGO_UNIT, own, voyage, TestBook.unit("OWN 1", "CAR"), EAST))
        .isInstanceOf(Outcome.Repeated.class);
    assertThat(
            kept.put(
                RecordKind.CARGO_UNIT, kept.id(), voyage, TestBook.unit("SECRET 1", "HGV"), EAST))
        .isInstanceOf(Outcome.Forbidden.class);
  }

  @Test
  void ofEachCallOneIsCurrentAndEverybodyOfTheCallReadsIt() throws Exception {
    UUID first = withhold(EnumSet.of(What.PERSONS));
    assertThat(kept.put(RecordKind.WITHHOLDING, kept.id(), call, "{\"withheld\":[]}", SHIP))
        .isInstanceOf(Outcome.Conflict.class);
    for (Author reader : List.of(PORT, EAST, READER, SHIP, OPERATOR)) {
      assertThat(kept.find(RecordKind.WITHHOLDING, first, reader)).as(reader.name()).isPresent();
    }
    assertThat(kept.find(RecordKind.WITHHOLDING, first, TestBook.OTHER_SHIP)).isEmpty();
    kept.restart();
    assertThat(visible(OTHER_PORT)).doesNotContainAnyElementsOf(of(What.PERSONS));
  }

  @Test
  void whatAWebhookMissedIsNotToldWhenItIsGivenFree() throws Exception {
    UUID first = withhold(EnumSet.of(What.CARGO_UNITS));
    assertThat(told(PORT)).isNotEmpty();
    kept.ask(ledger -> ledger.delivered("hook", ledger.entries()));
    UUID late = kept.id();
    kept.put(RecordKind.CARGO_UNIT, late, voyage, TestBook.unit("SECRET 2", "HGV"), SHIP);
    assertThat(next(PORT)).isEmpty();
    kept.put(
        RecordKind.WITHHOLDING, kept.id(), call, superseding("{\"withheld\":[]}", first), SHIP);
    assertThat(visible(PORT)).contains(late);
    assertThat(next(PORT)).hasSize(1).doesNotContain(late);
  }

  private UUID withhold(Set<What> whats) throws Exception {
    UUID id = kept.id();
    String names = String.join(",", whats.stream().map(what -> "\"" + what + "\"").toList());
    assertThat(kept.put(RecordKind.WITHHOLDING, id, call, "{\"withheld\":[" + names + "]}", SHIP))
        .isInstanceOf(Outcome.Created.class);
    return id;
  }

  private void declare(String declaration) throws Exception {
    assertThat(kept.put(RecordKind.DECLARATION, kept.id(), voyage, declaration, SHIP))
        .isInstanceOf(Outcome.Created.class);
  }

  private String reconciliation() {
    return "{\"baseline\":\"" + baseline + "\",\"departure\":\"" + departure + "\"}";
  }

  /** What the book has of something, by what it says. */
  private Set<UUID> of(What... whats) throws Exception {
    Set<UUID> ids = new HashSet<>();
    for (Entry entry : everything()) {
      boolean asked =
          Arrays.stream(whats)
              .anyMatch(
                  what ->
                      switch (what) {
                        case CARGO_UNITS -> entry.identity().kind() == RecordKind.CARGO_UNIT;
                        case CARGO_DECLARATIONS -> entry.content().contains("\"kind\":\"CARGO\"");
                        case PERSONS -> entry.content().contains("\"kind\":\"PERSONS\"");
                        case DRAUGHT_RECORDS ->
                            entry.identity().kind() == RecordKind.DRAUGHT_RECORD;
                        case RECONCILIATIONS ->
                            entry.identity().kind() == RecordKind.RECONCILIATION;
                        case POSITIONS -> entry.author().equals("plimsoll");
                      });
      if (asked) {
        ids.add(entry.identity().id());
      }
    }
    return ids;
  }

  private List<Entry> everything() throws Exception {
    return kept.ask(
        ledger -> {
          List<Entry> all = new ArrayList<>();
          for (RecordKind kind : RecordKind.values()) {
            all.addAll(ledger.list(all(kind), Author.LOCAL));
          }
          return all;
        });
  }

  /** Whatever lists and ids show to somebody. */
  private List<UUID> visible(Author author) throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (Entry entry : everything()) {
      Entry.Identity identity = entry.identity();
      kept.find(identity.kind(), identity.id(), author).ifPresent(it -> ids.add(identity.id()));
    }
    for (RecordKind kind : RecordKind.values()) {
      for (Entry entry : kept.ask(ledger -> ledger.list(all(kind), author))) {
        assertThat(ids).as("listed and not found: " + entry).contains(entry.identity().id());
      }
    }
    return ids;
  }

  /** Whatever a webhook with somebody's rights is told, from the beginning. */
  private List<UUID> told(Author author) throws Exception {
    kept.ask(ledger -> ledger.delivered("hook", 0));
    return next(author);
  }

  private List<UUID> next(Author author) throws Exception {
    return kept
        .ask(
            ledger ->
                ledger.undelivered(
                    "hook", EnumSet.allOf(RecordKind.class), Optional.empty(), author, 1_000))
        .stream()
        .map(entry -> entry.identity().id())
        .toList();
  }

  private Shown<List<Entry>> shown(RecordKind kind, UUID parent, Author author) throws Exception {
    return kept.ask(ledger -> ledger.show(all(kind).below(parent), author));
  }

  private static Query all(RecordKind kind) {
    return new Query(
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        0,
        Query.MAX_LIMIT);
  }
}
