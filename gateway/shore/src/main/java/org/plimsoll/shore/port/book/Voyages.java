package org.plimsoll.shore.port.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Rights;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.shore.port.voyage.Movement;
import org.plimsoll.shore.port.voyage.Papers;
import org.plimsoll.shore.port.voyage.Passage;
import org.plimsoll.shore.port.voyage.VoyageStatistics;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

/**
 * What the book has of a vessel's voyages, as far as an author may see it: figures alone, so that a
 * year of manifests is added up where it lies. Confined to the book's thread.
 */
public final class Voyages {

  /** Most movements, and most voyages, that are read; the oldest are left out. */
  static final int MAX_ENTRIES = 20_000;

  private static final String FROM_CURRENT =
      " FROM entries e LEFT JOIN entries s ON s.supersedes = e.id WHERE s.id IS NULL AND ";

  private static final String DECLARED =
      "json_extract(e.content, '$.state') IN ('SUBMITTED', 'ACCEPTED')";

  /** Of what the statistics are made. */
  private static final List<RecordKind> MADE_OF =
      List.of(
          RecordKind.TIMESTAMP,
          RecordKind.DECLARATION,
          RecordKind.CARGO_UNIT,
          RecordKind.RECONCILIATION);

  private final BookFile file;
  private final Rows rows;
  private final VesselId vessel;
  private final Author author;

  Voyages(BookFile file, Rows rows, VesselId vessel, Author author) {
    this.file = file;
    this.rows = rows;
    this.vessel = vessel;
    this.author = author;
  }

  /**
   * Her voyages over a time.
   *
   * @param to end, not in it
   */
  public Shown<VoyageStatistics> statistics(Instant from, Instant to) throws SQLException {
    Set<Withholding.What> withheld = EnumSet.noneOf(Withholding.What.class);
    for (RecordKind kind : MADE_OF) {
      withheld.addAll(rows.withheld(kind, Optional.empty(), Optional.of(vessel), author));
    }
    Map<String, Papers> papers = papers(withheld.contains(Withholding.What.CARGO_UNITS));
    return new Shown<>(VoyageStatistics.of(Passage.of(movements()), papers, from, to), withheld);
  }

  /** Actual arrivals and departures at ports; of each call the one that was said last. */
  private List<Movement> movements() throws SQLException {
    Map<String, Call> calls = new HashMap<>();
    for (Call call :
        newest(
            RecordKind.PORT_CALL,
            "e.root, e.unlocode, e.voyage_in, e.voyage_out",
            "1",
            row ->
                new Call(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))) {
      calls.put(call.root, call);
    }
    Map<String, Movement> newest = new LinkedHashMap<>();
    for (Said said :
        newest(
            RecordKind.TIMESTAMP,
            "e.parent, json_extract(e.content, '$.event'), json_extract(e.content, '$.time'),"
                + " json_extract(e.content, '$.origin')",
            "json_extract(e.content, '$.classifier') = 'ACT'"
                + " AND json_extract(e.content, '$.location') = 'PORT'"
                + " AND json_extract(e.content, '$.event') IN ('ARRIVAL', 'DEPARTURE')",
            Said::read)) {
      Call call = calls.get(said.call);
      if (call != null) {
        newest.putIfAbsent(said.call + said.isArrival, said.of(call));
      }
    }
    return new ArrayList<>(newest.values());
  }

  /**
   * What was said of each voyage, by its number.
   *
   * @param someUnits whether some of the units of some voyage are withheld
   */
  private Map<String, Papers> papers(boolean someUnits) throws SQLException {
    Map<String, OptionalDouble> persons = figures("PERSONS", "passengers");
    Map<String, OptionalDouble> declared = figures("CARGO", "declaredKilograms");
    Map<String, Papers.Manifest> manifests = manifests();
    if (someUnits) {
      for (String root : List.copyOf(manifests.keySet())) {
        // Also for him who wrote some of it: what he wrote is no manifest.
        if (Withheld.of(file, RecordKind.VOYAGE, UUID.fromString(root))
            .contains(Withholding.What.CARGO_UNITS)) {
          manifests.remove(root);
        }
      }
    }
    Map<String, Papers.Reconciled> reconciled = reconciled();
    Map<String, Papers> papers = new HashMap<>();
    newest(
            RecordKind.VOYAGE,
            "e.root, e.label, json_extract(e.content, '$.from'), json_extract(e.content, '$.to')",
            "1",
            row -> {
              String root = row.getString(1);
              OptionalDouble passengers = persons.getOrDefault(root, OptionalDouble.empty());
              return Map.entry(
                  row.getString(2),
                  new Papers(
                      Optional.ofNullable(row.getString(3)),
                      Optional.ofNullable(row.getString(4)),
                      passengers.isPresent()
                          ? OptionalInt.of((int) passengers.getAsDouble())
                          : OptionalInt.empty(),
                      declared.getOrDefault(root, OptionalDouble.empty()),
                      manifests.getOrDefault(root, Papers.Manifest.NONE),
                      Optional.ofNullable(reconciled.get(root))));
            })
        .forEach(of -> papers.putIfAbsent(of.getKey(), of.getValue()));
    return papers;
  }

  /** A figure of the newest declaration of a kind that has it, by voyage. */
  private Map<String, OptionalDouble> figures(String kind, String field) throws SQLException {
    String figure = "json_extract(e.content, '$." + field + "')";
    Map<String, OptionalDouble> figures = new HashMap<>();
    newest(
            RecordKind.DECLARATION,
            "e.parent, " + figure,
            DECLARED
                + " AND json_extract(e.content, '$.kind') = '"
                + kind
                + "' AND "
                + figure
                + " IS NOT NULL",
            row -> Map.entry(row.getString(1), OptionalDouble.of(row.getDouble(2))))
        .forEach(of -> figures.putIfAbsent(of.getKey(), of.getValue()));
    return figures;
  }

  /**
   * Of every voyage, by its root: who may see a voyage sees its units unless they are withheld, and
   * to look at the voyages is a hundredth of looking at each unit.
   */
  private Map<String, Papers.Manifest> manifests() throws SQLException {
    String declared = "json_extract(e.content, '$.declared.kilograms')";
    String weighed = "json_extract(e.content, '$.weighed.kilograms')";
    Map<String, Papers.Manifest> manifests = new HashMap<>();
    if (!Rights.mayRead(author, RecordKind.CARGO_UNIT)) {
      return manifests;
    }
    Rows.Condition where = ofHer(RecordKind.CARGO_UNIT, "1");
    file.query(
            "SELECT e.parent, count(*), count(%1$s), total(%1$s), count(%2$s), total(%2$s)"
                    .formatted(declared, weighed)
                + FROM_CURRENT
                + where
                + " GROUP BY e.parent",
            row ->
                Map.entry(
                    row.getString(1),
                    new Papers.Manifest(
                        row.getInt(2),
                        new Papers.Sum(row.getInt(3), row.getDouble(4)),
                        new Papers.Sum(row.getInt(5), row.getDouble(6)))),
            where.arguments)
        .forEach(of -> manifests.put(of.getKey(), of.getValue()));
    return manifests;
  }

  private Map<String, Papers.Reconciled> reconciled() throws SQLException {
    Map<String, Papers.Reconciled> reconciled = new HashMap<>();
    newest(
            RecordKind.RECONCILIATION,
            "e.parent, json_extract(e.result, '$.measured.kilograms'),"
                + " json_extract(e.result, '$.measured.u95Kilograms'),"
                + " json_extract(e.result, '$.measured.objection'),"
                + " json_extract(e.result, '$.verdict')",
            "e.result IS NOT NULL",
            row -> {
              double kilograms = row.getDouble(2);
              OptionalDouble measured =
                  row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(kilograms);
              return Map.entry(
                  row.getString(1),
                  new Papers.Reconciled(
                      measured,
                      row.getDouble(3),
                      Optional.ofNullable(row.getString(4)),
                      row.getString(5)));
            })
        .forEach(of -> reconciled.putIfAbsent(of.getKey(), of.getValue()));
    return reconciled;
  }

  /** Current entries of the vessel that the author may see, newest first. */
  private <T> List<T> newest(
      RecordKind kind, String columns, String condition, BookFile.Reader<T> reader)
      throws SQLException {
    Rows.Condition where = hers(kind, condition);
    return file.query(
        "SELECT " + columns + FROM_CURRENT + where + " ORDER BY e.number DESC LIMIT " + MAX_ENTRIES,
        reader,
        where.arguments);
  }

  private Rows.Condition hers(RecordKind kind, String condition) {
    Rows.Condition where = ofHer(kind, condition);
    where.seenBy(author, kind);
    return where;
  }

  private Rows.Condition ofHer(RecordKind kind, String condition) {
    return new Rows.Condition()
        .and("e.kind = ?", kind.name())
        .and("e.vessel = ?", vessel.text())
        .and(condition);
  }

  /** What of a call says where she came from and goes to. */
  private record Call(String root, String unlocode, String voyageIn, String voyageOut) {}

  /** A timestamp of a movement. */
  private record Said(String call, boolean isArrival, Instant time, Optional<DataOrigin> origin) {

    static Said read(ResultSet row) throws SQLException {
      return new Said(
          row.getString(1),
          row.getString(2).equals("ARRIVAL"),
          Instant.parse(row.getString(3)),
          Optional.ofNullable(row.getString(4)).map(DataOrigin::valueOf));
    }

    Movement of(Call in) {
      String voyage = isArrival ? in.voyageIn : in.voyageOut;
      return new Movement(
          isArrival,
          in.unlocode,
          voyage.isEmpty() ? Optional.empty() : Optional.of(voyage),
          time,
          origin);
    }
  }
}
