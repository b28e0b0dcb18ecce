package org.plimsoll.shore.port.book;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.telemetry.VesselId;

/**
 * What ships keep from ports, as conditions on rows. What belongs to a voyage is kept back when any
 * call that names the voyage, or named it before a correction, keeps it back: nobody reads around a
 * decision by another call, or by changing this one. Confined to the book's thread.
 */
final class Withheld {

  /** Withholdings {@code w} that stand, each with one {@code k} of what it names. */
  private static final String STANDING =
      "FROM entries w, json_each(w.content, '$.withheld') k WHERE w.kind = 'WITHHOLDING'"
          + " AND NOT EXISTS (SELECT 1 FROM entries x WHERE x.supersedes = w.id)";

  /** That the call of {@code w} names, or has named, the voyage of which this is the root. */
  private static final String NAMES_VOYAGE =
      "EXISTS (SELECT 1 FROM entries c WHERE c.root = w.parent AND"
          + " (SELECT v.label FROM entries v WHERE v.id = %s) IN (c.voyage_in, c.voyage_out))";

  /** As what an entry {@code e} can be withheld; null when it cannot. */
  static final String AS =
      "CASE e.kind WHEN 'CARGO_UNIT' THEN 'CARGO_UNITS'"
          + " WHEN 'RECONCILIATION' THEN 'RECONCILIATIONS'"
          + " WHEN 'DRAUGHT_RECORD' THEN 'DRAUGHT_RECORDS'"
          + " WHEN 'DECLARATION' THEN CASE json_extract(e.content, '$.kind')"
          + " WHEN 'PERSONS' THEN 'PERSONS' WHEN 'CARGO' THEN 'CARGO_DECLARATIONS' END"
          + " WHEN 'TIMESTAMP' THEN"
          + " CASE json_extract(e.content, '$.source') WHEN 'PLIMSOLL' THEN 'POSITIONS' END"
          + " WHEN 'CROSSING' THEN 'POSITIONS' END";

  /** A crossing belongs to the call that has the timestamp of it. */
  private static final String CROSSED =
      "EXISTS (SELECT 1 FROM entries t WHERE t.kind = 'TIMESTAMP' AND t.parent = w.parent"
          + " AND json_extract(t.content, '$.source') = 'PLIMSOLL'"
          + " AND json_extract(t.content, '$.time') = json_extract(e.content, '$.time')"
          + " AND json_extract(t.content, '$.locationName') = json_extract(e.content, '$.name'))";

  /** That an entry {@code e} is withheld from those who are bound by it. */
  static final String IS_WITHHELD =
      "EXISTS (SELECT 1 "
          + STANDING
          + " AND w.vessel = e.vessel AND k.value = "
          + AS
          + " AND CASE WHEN e.kind = 'CROSSING' THEN "
          + CROSSED
          + " WHEN e.kind IN ('DRAUGHT_RECORD', 'TIMESTAMP') THEN w.parent = e.parent ELSE "
          + NAMES_VOYAGE.formatted("e.parent")
          + " END)";

  private Withheld() {}

  /** What is withheld of a call or a voyage, by its root. */
  static Set<Withholding.What> of(BookFile file, RecordKind kind, UUID root) throws SQLException {
    String whose =
        kind == RecordKind.VOYAGE
            ? " AND w.vessel = (SELECT vessel FROM entries WHERE id = ?1) AND "
                + NAMES_VOYAGE.formatted("?1")
            : " AND w.parent = ?1";
    return whats(file, STANDING + whose, List.of(root.toString()));
  }

  /** What is withheld of any call of a vessel, or of any vessel. */
  static Set<Withholding.What> ofAny(BookFile file, Optional<VesselId> vessel) throws SQLException {
    return vessel.isPresent()
        ? whats(file, STANDING + " AND w.vessel = ?", List.of(vessel.get().text()))
        : whats(file, STANDING, List.of());
  }

  private static Set<Withholding.What> whats(BookFile file, String from, List<?> arguments)
      throws SQLException {
    Set<Withholding.What> whats = EnumSet.noneOf(Withholding.What.class);
    whats.addAll(
        file.query(
            "SELECT DISTINCT k.value " + from,
            row -> Withholding.What.valueOf(row.getString(1)),
            arguments));
    return whats;
  }
}
