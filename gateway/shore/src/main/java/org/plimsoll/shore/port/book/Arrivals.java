package org.plimsoll.shore.port.book;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.CallChoice;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.PortRecord;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.shore.port.wire.Body;
import org.plimsoll.shore.port.wire.PortJson;
import org.plimsoll.shore.port.wire.VerdictJson;

/**
 * Crossings in the book, and the actual timestamps that they are. A crossing has the id that its
 * content gives it, and its timestamp has one that follows from that: neither is kept twice.
 * Confined to the book's thread.
 */
final class Arrivals {

  /** Calls and crossings of a vessel at a port that are looked through, the newest. */
  private static final int LOOKED_THROUGH = 100;

  private Arrivals() {}

  /** Keeps it; says whether there is a call that it belongs to. */
  static boolean cross(Ledger ledger, Rows rows, Crossing crossing) throws SQLException {
    String content = VerdictJson.of(crossing);
    UUID id = id(crossing);
    if (rows.any(id).isEmpty()) {
      ledger.say(
          new Entry.Identity(RecordKind.CROSSING, id, id, Optional.empty(), crossing.vessel()),
          crossing,
          content);
    }
    return stamp(ledger, rows, crossing, id);
  }

  /** The newest crossing of each fence by each vessel. */
  static List<Crossing> newest(Rows rows) throws SQLException {
    List<Crossing> crossings = new ArrayList<>();
    for (Entry entry : rows.newestCrossings()) {
      if (Ledger.record(entry) instanceof Crossing crossing) {
        crossings.add(crossing);
      }
    }
    return crossings;
  }

  /**
   * A call that comes in while she lies in the port gets the arrivals that were seen: everything
   * since she came in, but nothing when she has left again.
   */
  static void attach(Ledger ledger, Rows rows, PortCall call) throws SQLException {
    List<Entry> stay = new ArrayList<>();
    for (Entry entry :
        rows.newest(RecordKind.CROSSING, call.vessel(), call.unlocode(), LOOKED_THROUGH)) {
      if (Ledger.record(entry) instanceof Crossing crossing) {
        boolean port = crossing.location() == Timestamp.Location.PORT;
        if (port && crossing.event() == Timestamp.Event.DEPARTURE) {
          break;
        }
        stay.add(0, entry);
        if (port) {
          break;
        }
      }
    }
    for (Entry entry : stay) {
      if (Ledger.record(entry) instanceof Crossing crossing) {
        stamp(ledger, rows, crossing, entry.identity().id());
      }
    }
  }

  private static boolean stamp(Ledger ledger, Rows rows, Crossing crossing, UUID crossingId)
      throws SQLException {
    UUID id = named("timestamp of " + crossingId);
    if (rows.any(id).isPresent()) {
      return true;
    }
    Optional<CallChoice.Open> call = CallChoice.of(open(rows, crossing), crossing);
    if (call.isEmpty()) {
      return false;
    }
    String content = VerdictJson.timestamp(crossing);
    PortRecord timestamp =
        ((Body.Read) PortJson.read(RecordKind.TIMESTAMP, content, Instant.MAX)).record();
    ledger.say(
        new Entry.Identity(
            RecordKind.TIMESTAMP, id, id, Optional.of(call.get().root()), crossing.vessel()),
        timestamp,
        content);
    return true;
  }

  private static List<CallChoice.Open> open(Rows rows, Crossing crossing) throws SQLException {
    List<CallChoice.Open> open = new ArrayList<>();
    for (Entry entry :
        rows.newest(RecordKind.PORT_CALL, crossing.vessel(), crossing.unlocode(), LOOKED_THROUGH)) {
      if (Ledger.record(entry) instanceof PortCall call && !call.status().isOver()) {
        open.add(open(rows, entry));
      }
    }
    return open;
  }

  private static CallChoice.Open open(Rows rows, Entry call) throws SQLException {
    Optional<Instant> expected = Optional.empty();
    boolean arrived = false;
    boolean left = false;
    UUID root = call.identity().root();
    Query all = Query.children(RecordKind.TIMESTAMP, root, Ledger.MAX_CHILDREN);
    for (Entry entry : rows.list(all, Author.PLIMSOLL)) {
      if (Ledger.record(entry) instanceof Timestamp timestamp
          && timestamp.location() == Timestamp.Location.PORT) {
        boolean arrival = timestamp.event() == Timestamp.Event.ARRIVAL;
        boolean departure = timestamp.event() == Timestamp.Event.DEPARTURE;
        if (timestamp.classifier() == Timestamp.Classifier.ACT) {
          arrived |= arrival;
          left |= departure;
        } else if (arrival) {
          expected = Optional.of(timestamp.time());
        }
      }
    }
    return new CallChoice.Open(root, call.number(), expected, arrived, left);
  }

  static UUID id(Crossing crossing) {
    return named(VerdictJson.of(crossing));
  }

  private static UUID named(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
