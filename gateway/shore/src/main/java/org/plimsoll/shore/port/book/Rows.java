package org.plimsoll.shore.port.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.CargoUnit;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.PortRecord;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Rights;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.Voyage;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.telemetry.VesselId;

/** Entries as rows of the file, as far as an author may see them. Confined to the book's thread. */
final class Rows {

  private static final String ENTRY =
      "SELECT e.number, e.kind, e.id, e.root, e.parent, e.vessel, e.supersedes, s.id, e.received,"
          + " e.author, e.content, e.result FROM entries e LEFT JOIN entries s"
          + " ON s.supersedes = e.id WHERE ";

  private static final String CURRENT_CALL =
      "EXISTS (SELECT 1 FROM entries c WHERE c.kind = 'PORT_CALL' AND c.terminal = ? AND NOT EXISTS"
          + " (SELECT 1 FROM entries d WHERE d.supersedes = c.id) AND ";

  /** A terminal sees its calls with what belongs to them, and the voyages that they name. */
  private static final String AT_TERMINAL =
      "(CASE WHEN e.kind IN ('PORT_CALL', 'TIMESTAMP', 'WITHHOLDING') THEN "
          + CURRENT_CALL
          + "c.root IN (e.root, e.parent)) ELSE "
          + CURRENT_CALL
          + "c.vessel = e.vessel AND (SELECT v.label FROM entries v WHERE v.id = CASE e.parent WHEN"
          + " '' THEN e.id ELSE e.parent END) IN (c.voyage_in, c.voyage_out)) END)";

  private final BookFile file;

  Rows(BookFile file) {
    this.file = file;
  }

  /** Whatever has this id, for nobody in particular. */
  Optional<Entry> any(UUID id) throws SQLException {
    return file.query(ENTRY + "e.id = ?", Rows::read, id.toString()).stream().findFirst();
  }

  /** The entry of a kind and an id, if there is one for this author. */
  Optional<Entry> find(RecordKind kind, UUID id, Author author) throws SQLException {
    Condition where = new Condition().and("e.kind = ?", kind.name()).and("e.id = ?", id.toString());
    where.seenBy(author, kind);
    return file.query(ENTRY + where, Rows::read, where.arguments).stream().findFirst();
  }

  /** The newest of the corrections of an entry. */
  Entry current(UUID root) throws SQLException {
    return file.query(ENTRY + "e.root = ? AND s.id IS NULL", Rows::read, root.toString()).get(0);
  }

  /** The entries of a query that an author may see. */
  List<Entry> list(Query query, Author author) throws SQLException {
    Condition where =
        new Condition().and("e.kind = ?", query.kind().name()).and("e.number > ?", query.after());
    query.parent().ifPresent(parent -> where.and("e.parent = ?", parent.toString()));
    query.vessel().ifPresent(vessel -> where.and("e.vessel = ?", vessel.text()));
    query.unlocode().ifPresent(unlocode -> where.and("e.unlocode = ?", unlocode));
    query.updatedSince().ifPresent(time -> where.and("e.received >= ?", time.toEpochMilli()));
    if (!query.history()) {
      where.and("s.id IS NULL");
    }
    if (query.parent().isPresent()) {
      where.readBy(author, query.kind());
      where.without(withheld(query.kind(), query.parent(), Optional.empty(), author), author);
    } else {
      where.seenBy(author, query.kind());
    }
    return file.query(
        ENTRY + where + " ORDER BY e.number LIMIT " + query.limit(), Rows::read, where.arguments);
  }

  /** The current entry of a kind and a label, such as the unit of a registration. */
  Optional<Entry> labelled(RecordKind kind, String parent, VesselId vessel, String label)
      throws SQLException {
    return file
        .query(
            ENTRY + "e.kind = ? AND e.parent = ? AND e.vessel = ? AND e.label = ? AND s.id IS NULL",
            Rows::read,
            kind.name(),
            parent,
            vessel.text(),
            label)
        .stream()
        .findFirst();
  }

  /** Current entries of a kind below a parent. */
  long count(RecordKind kind, UUID parent) throws SQLException {
    return file.query(
            "SELECT count(*) FROM entries e LEFT JOIN entries s ON s.supersedes = e.id"
                + " WHERE e.kind = ? AND e.parent = ? AND s.id IS NULL",
            row -> row.getLong(1),
            kind.name(),
            parent.toString())
        .get(0);
  }

  /** The newest crossing of each fence by each vessel. */
  List<Entry> newestCrossings() throws SQLException {
    return file.query(
        ENTRY
            + "e.number IN (SELECT max(number) FROM entries WHERE kind = 'CROSSING'"
            + " GROUP BY vessel, unlocode, label)",
        Rows::read);
  }

  /** The newest entries of a kind of one vessel at one port, newest first. */
  List<Entry> newest(RecordKind kind, VesselId vessel, String unlocode, int limit)
      throws SQLException {
    return file.query(
        ENTRY
            + "e.kind = ? AND e.vessel = ? AND e.unlocode = ? AND s.id IS NULL"
            + " ORDER BY e.number DESC LIMIT "
            + limit,
        Rows::read,
        kind.name(),
        vessel.text(),
        unlocode);
  }

  /** The entries of some kinds after a number, as far as a reader may see them. */
  List<Entry> after(
      long number, Set<RecordKind> kinds, Optional<VesselId> vessel, Author reader, int limit)
      throws SQLException {
    List<RecordKind> read = kinds.stream().filter(kind -> Rights.mayRead(reader, kind)).toList();
    String marks = String.join(", ", Collections.nCopies(read.size(), "?"));
    Condition where = new Condition().and("e.number > ?", number);
    where.and("e.kind IN (" + marks + ")", read.stream().map(RecordKind::name).toArray());
    vessel.ifPresent(of -> where.and("e.vessel = ?", of.text()));
    where.seenBy(reader);
    return file.query(
        ENTRY + where + " ORDER BY e.number LIMIT " + limit, Rows::read, where.arguments);
  }

  /**
   * What a list of a kind lacks because ships keep it from this author.
   *
   * @param parent root of what the list belongs to
   * @param vessel of a list without parent, when it is of one vessel alone
   */
  Set<Withholding.What> withheld(
      RecordKind kind, Optional<UUID> parent, Optional<VesselId> vessel, Author author)
      throws SQLException {
    if (Rights.seesWithheld(author) || !Rights.mayRead(author, kind)) {
      return Set.of();
    }
    Set<Withholding.What> whats =
        parent.isPresent()
            ? Withheld.of(file, kind.parent().orElseThrow(), parent.get())
            : Withheld.ofAny(file, vessel);
    whats.removeIf(what -> !what.concerns(kind));
    return whats;
  }

  /** What is withheld of the call or voyage that something belongs to, whoever asks. */
  Set<Withholding.What> withheld(Entry.Identity of) throws SQLException {
    return Withheld.of(file, of.kind().parent().orElseThrow(), of.parent().orElseThrow());
  }

  /** What the book has of a vessel's voyages, as far as an author may see it. */
  Voyages voyages(VesselId vessel, Author author) {
    return new Voyages(file, this, vessel, author);
  }

  /** How far a webhook was told; empty for one that is new. */
  Optional<Long> told(String webhook) throws SQLException {
    return file
        .query("SELECT number FROM told WHERE webhook = ?", row -> row.getLong(1), webhook)
        .stream()
        .findFirst();
  }

  void tell(String webhook, long number) throws SQLException {
    file.update(
        "INSERT INTO told VALUES (?, ?) ON CONFLICT DO UPDATE SET number = excluded.number",
        List.of(webhook, number));
  }

  long entries() throws SQLException {
    return file.query("SELECT coalesce(max(number), 0) FROM entries", row -> row.getLong(1)).get(0);
  }

  /** Adds one; its number is the next. */
  Entry add(
      Entry.Identity identity,
      PortRecord record,
      Optional<UUID> supersedes,
      Said said,
      Optional<String> result)
      throws SQLException {
    Optional<PortCall> call =
        record instanceof PortCall it ? Optional.of(it) : Optional.<PortCall>empty();
    file.update(
        "INSERT INTO entries (kind, id, root, parent, vessel, unlocode, terminal, voyage_in,"
            + " voyage_out, label, supersedes, received, author, content, result)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Arrays.asList(
            identity.kind().name(),
            identity.id().toString(),
            identity.root().toString(),
            identity.parent().map(UUID::toString).orElse(""),
            identity.vessel().text(),
            unlocode(record),
            call.flatMap(PortCall::terminal).orElse(""),
            call.flatMap(PortCall::voyageIn).orElse(""),
            call.flatMap(PortCall::voyageOut).orElse(""),
            label(record),
            supersedes.map(UUID::toString).orElse(null),
            said.received().toEpochMilli(),
            said.author(),
            said.content(),
            result.orElse(null)));
    return any(identity.id()).orElseThrow();
  }

  /** Who said what when. */
  record Said(String author, Instant received, String content) {}

  /** By what a record is known besides its id; of each only one is current. */
  static String label(PortRecord record) {
    if (record instanceof Voyage voyage) {
      return voyage.number();
    }
    if (record instanceof CargoUnit unit) {
      return unit.unitId();
    }
    if (record instanceof Withholding) {
      return Withholding.LABEL;
    }
    return record instanceof Crossing crossing ? crossing.name() : "";
  }

  private static String unlocode(PortRecord record) {
    if (record instanceof PortCall call) {
      return call.unlocode();
    }
    return record instanceof Crossing crossing ? crossing.unlocode() : "";
  }

  private static Entry read(ResultSet row) throws SQLException {
    String parent = row.getString(5);
    return new Entry(
        row.getLong(1),
        new Entry.Identity(
            RecordKind.valueOf(row.getString(2)),
            UUID.fromString(row.getString(3)),
            UUID.fromString(row.getString(4)),
            parent.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(parent)),
            new VesselId(row.getString(6))),
        id(row.getString(7)),
        id(row.getString(8)),
        Instant.ofEpochMilli(row.getLong(9)),
        row.getString(10),
        row.getString(11),
        Optional.ofNullable(row.getString(12)));
  }

  private static Optional<UUID> id(@Nullable String text) {
    return Optional.ofNullable(text).map(UUID::fromString);
  }

  /** A condition on entries {@code e} and its arguments, put together. */
  static final class Condition {
    private final StringBuilder sql = new StringBuilder();
    final List<Object> arguments = new ArrayList<>();

    Condition and(String condition, Object... values) {
      sql.append(sql.isEmpty() ? "" : " AND ").append(condition);
      arguments.addAll(List.of(values));
      return this;
    }

    void seenBy(Author author, RecordKind kind) {
      readBy(author, kind);
      if (Withholding.What.anyConcerns(kind)) {
        notWithheldFrom(author);
      }
    }

    /** Of several kinds, each of which he may read. */
    void seenBy(Author author) {
      ownedBy(author);
      notWithheldFrom(author);
    }

    /** Without what is withheld. */
    void readBy(Author author, RecordKind kind) {
      if (!Rights.mayRead(author, kind)) {
        and("0");
      }
      ownedBy(author);
    }

    /** What is withheld of one call or voyage is known before, and need not be sought by row. */
    void without(Set<Withholding.What> whats, Author author) {
      if (!whats.isEmpty()) {
        String marks = String.join(", ", Collections.nCopies(whats.size(), "?"));
        List<Object> values = new ArrayList<>(List.of(author.name()));
        whats.forEach(what -> values.add(what.name()));
        and(
            "(e.author = ? OR coalesce(" + Withheld.AS + ", '') NOT IN (" + marks + "))",
            values.toArray());
      }
    }

    /** Nobody is kept from what he has said himself. */
    private void notWithheldFrom(Author author) {
      if (!Rights.seesWithheld(author)) {
        and("(e.author = ? OR NOT " + Withheld.IS_WITHHELD + ")", author.name());
      }
    }

    private void ownedBy(Author author) {
      if (author.role() == Role.SHIP) {
        and("e.vessel = ?", author.vessel().orElseThrow().text());
      } else if (author.role() == Role.TERMINAL) {
        String terminal = author.terminal().orElseThrow();
        and(AT_TERMINAL, terminal, terminal);
      }
    }

    @Override
    public String toString() {
      return sql.toString();
    }
  }
}
