package org.plimsoll.shore.port.book;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.CallReport;
import org.plimsoll.shore.port.DraughtRecord;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Rights;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.Withholding;

/** What of a call goes into a formality. Confined to the book's thread. */
final class Reports {

  private Reports() {}

  /** The report of a call, if there is one for this author and he may read draughts. */
  static Optional<CallReport> of(Rows rows, UUID id, Author author) throws SQLException {
    Optional<Entry> call = rows.find(RecordKind.PORT_CALL, id, author);
    if (call.isEmpty() || !Rights.mayRead(author, RecordKind.DRAUGHT_RECORD)) {
      return Optional.empty();
    }
    UUID root = call.get().identity().root();
    Entry current = rows.current(root);
    Instant received = current.received();
    Optional<Timestamp> arrival = Optional.empty();
    Optional<Timestamp> departure = Optional.empty();
    for (Entry entry : children(rows, RecordKind.TIMESTAMP, root, author)) {
      if (Ledger.record(entry) instanceof Timestamp timestamp
          && timestamp.location() == Timestamp.Location.PORT) {
        received = later(received, entry);
        if (timestamp.event() == Timestamp.Event.ARRIVAL) {
          arrival = surer(arrival, timestamp);
        } else if (timestamp.event() == Timestamp.Event.DEPARTURE) {
          departure = surer(departure, timestamp);
        }
      }
    }
    DraughtRecord.Draughts in = DraughtRecord.Draughts.NONE;
    DraughtRecord.Draughts out = DraughtRecord.Draughts.NONE;
    for (Entry entry : children(rows, RecordKind.DRAUGHT_RECORD, root, author)) {
      if (Ledger.record(entry) instanceof DraughtRecord record && record.quality().isUsable()) {
        received = later(received, entry);
        in = record.instant() == DraughtRecord.Moment.ARRIVAL ? record.draughts() : in;
        out = record.instant() == DraughtRecord.Moment.DEPARTURE ? record.draughts() : out;
      }
    }
    PortCall said = (PortCall) Ledger.record(current);
    Set<Withholding.What> withheld = EnumSet.noneOf(Withholding.What.class);
    for (RecordKind kind : List.of(RecordKind.TIMESTAMP, RecordKind.DRAUGHT_RECORD)) {
      withheld.addAll(rows.withheld(kind, Optional.of(root), Optional.empty(), author));
    }
    return Optional.of(new CallReport(said, arrival, departure, in, out, received, withheld));
  }

  private static Iterable<Entry> children(Rows rows, RecordKind kind, UUID root, Author author)
      throws SQLException {
    return rows.list(Query.children(kind, root, Ledger.MAX_CHILDREN), author);
  }

  /** What has happened goes before what is expected, and the newer before the older. */
  private static Optional<Timestamp> surer(Optional<Timestamp> known, Timestamp said) {
    boolean actual = said.classifier() == Timestamp.Classifier.ACT;
    boolean knownActual =
        known.map(time -> time.classifier() == Timestamp.Classifier.ACT).orElse(false);
    return knownActual && !actual ? known : Optional.of(said);
  }

  private static Instant later(Instant received, Entry entry) {
    return entry.received().isAfter(received) ? entry.received() : received;
  }
}
