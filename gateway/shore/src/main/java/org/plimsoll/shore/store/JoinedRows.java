package org.plimsoll.shore.store;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/** The rows of one stream in a ledger, consecutive ones as one entry. Confined to the caller. */
final class JoinedRows {

  private final VesselId vessel;
  private final StreamId stream;
  private final List<Point.Ledger> entries = new ArrayList<>();

  JoinedRows(VesselId vessel, StreamId stream) {
    this.vessel = vessel;
    this.stream = stream;
  }

  /** Adds rows that come after all others. */
  void add(long first, long last, long readings) {
    Point.Ledger before = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    if (before != null && before.last() + 1 == first) {
      entries.set(entries.size() - 1, row(before.first(), last, before.readings() + readings));
    } else {
      entries.add(row(first, last, readings));
    }
  }

  private Point.Ledger row(long first, long last, long readings) {
    return new Point.Ledger(vessel, stream, Point.Kind.ROW, first, last, readings, "", 0);
  }

  List<Point.Ledger> entries() {
    return List.copyOf(entries);
  }
}
