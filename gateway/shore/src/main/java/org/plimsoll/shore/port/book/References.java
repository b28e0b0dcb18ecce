package org.plimsoll.shore.port.book;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.Inspection;
import org.plimsoll.shore.port.PortRecord;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.UkcPlan;

/** What else a record speaks of must be there, in the same place. Confined to the book's thread. */
final class References {

  private References() {}

  /** What is not there, for this author; empty when all is. */
  static Optional<Outcome> missing(
      Rows rows, Entry.Identity identity, PortRecord record, Author author) throws SQLException {
    if (record instanceof Timestamp timestamp && timestamp.replyTo().isPresent()) {
      return isBeside(rows, RecordKind.TIMESTAMP, timestamp.replyTo().get(), identity, author)
          ? Optional.empty()
          : refused("replyTo", "no such timestamp in this call", "the id of one of its timestamps");
    }
    if (record instanceof Inspection inspection) {
      return isBeside(rows, RecordKind.CARGO_UNIT, inspection.unit(), identity, author)
          ? Optional.empty()
          : refused(
              "unit", "no such cargo unit in this voyage", "the id of one of its cargo units");
    }
    if (record instanceof UkcPlan plan) {
      return isBeside(rows, RecordKind.UKC_REQUEST, plan.request(), identity, author)
          ? Optional.empty()
          : refused("request", "no such request in this voyage", "the id of one of its requests");
    }
    return Optional.empty();
  }

  private static Optional<Outcome> refused(String field, String detail, String allowed) {
    return Optional.of(Outcome.Refused.of(field, detail, allowed));
  }

  private static boolean isBeside(
      Rows rows, RecordKind kind, UUID id, Entry.Identity identity, Author author)
      throws SQLException {
    return rows.find(kind, id, author)
        .map(other -> other.identity().parent().equals(identity.parent()))
        .orElse(false);
  }
}
