package org.plimsoll.shore.port.book;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.CargoUnit;
import org.plimsoll.shore.port.Inspection;
import org.plimsoll.shore.port.InspectionList;
import org.plimsoll.shore.port.RecordKind;

/** What to look at first in a voyage. Confined to the book's thread. */
final class Inspections {

  private Inspections() {}

  /** Of the units that this author may see; empty when there is no such voyage for him. */
  static Optional<Shown<InspectionList>> of(Rows rows, UUID id, Author author) throws SQLException {
    Optional<Entry> voyage = rows.find(RecordKind.VOYAGE, id, author);
    if (voyage.isEmpty()) {
      return Optional.empty();
    }
    UUID root = voyage.get().identity().root();
    List<InspectionList.Listed> manifest = new ArrayList<>();
    for (Entry entry : children(rows, RecordKind.CARGO_UNIT, root, author)) {
      if (Ledger.record(entry) instanceof CargoUnit unit) {
        Entry.Identity identity = entry.identity();
        manifest.add(new InspectionList.Listed(identity.id(), identity.root(), unit));
      }
    }
    Map<UUID, List<InspectionList.Seen>> seen = new HashMap<>();
    for (Entry entry : children(rows, RecordKind.INSPECTION, root, author)) {
      if (Ledger.record(entry) instanceof Inspection inspection) {
        UUID unit = rows.any(inspection.unit()).orElseThrow().identity().root();
        seen.computeIfAbsent(unit, first -> new ArrayList<>())
            .add(new InspectionList.Seen(entry.identity().id(), inspection));
      }
    }
    return Optional.of(
        new Shown<>(
            InspectionList.of(manifest, seen),
            rows.withheld(RecordKind.CARGO_UNIT, Optional.of(root), Optional.empty(), author)));
  }

  private static List<Entry> children(Rows rows, RecordKind kind, UUID voyage, Author author)
      throws SQLException {
    return rows.list(Query.children(kind, voyage, Ledger.MAX_CHILDREN), author);
  }
}
