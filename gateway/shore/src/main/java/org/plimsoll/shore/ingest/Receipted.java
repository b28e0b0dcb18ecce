package org.plimsoll.shore.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * Rows that other stations on the same store have receipted, until the store has been read again: a
 * ship must not be asked for what another station holds already.
 *
 * <p>A receipt that was heard just before the store was read may speak of what was stored just
 * after, so it is kept for one reading more. A store that was restored from a copy holds less than
 * its receipts say; the second reading after it brings that to light.
 *
 * <p>Confined to the thread of {@link Overheard}.
 */
final class Receipted {

  /** Most streams with such rows; of one more they would be asked for, which does no harm. */
  static final int MAX_STREAMS = ChannelTables.MAX_STREAMS;

  /** Most separate ranges of a stream, likewise. */
  static final int MAX_RANGES = 10_000;

  private final Fleet fleet;
  private Map<StreamId, IntervalSet> fresh = new HashMap<>();
  private Map<StreamId, IntervalSet> older = new HashMap<>();
  private long reloads;

  Receipted(Fleet fleet) {
    this.fleet = fleet;
    this.reloads = fleet.reloads();
  }

  /**
   * A receipt was published, by this station or another.
   *
   * @return whether it speaks of rows that this station knows nothing of
   */
  boolean heard(VesselId vessel, ReceiptMessage receipt) {
    forgetWhatWasReadSince();
    boolean news = false;
    for (Range range : receipt.ranges()) {
      for (Range unknown : fleet.ledger(vessel, receipt.stream()).unknown(range)) {
        news = true;
        keep(receipt.stream(), unknown);
      }
    }
    return news;
  }

  private void keep(StreamId stream, Range range) {
    if (fresh.size() < MAX_STREAMS || fresh.containsKey(stream)) {
      IntervalSet rows = fresh.computeIfAbsent(stream, any -> new IntervalSet());
      if (rows.size() < MAX_RANGES) {
        rows.add(range);
      }
    }
  }

  /** What of these holes nobody has receipted. */
  List<Range> without(StreamId stream, List<Range> holes) {
    forgetWhatWasReadSince();
    if (!fresh.containsKey(stream) && !older.containsKey(stream)) {
      return holes;
    }
    IntervalSet held = IntervalSet.of(ranges(fresh, stream));
    ranges(older, stream).forEach(held::add);
    return holes.stream().flatMap(hole -> held.holes(hole).stream()).toList();
  }

  private static List<Range> ranges(Map<StreamId, IntervalSet> rows, StreamId stream) {
    IntervalSet held = rows.get(stream);
    return held == null ? List.of() : held.ranges();
  }

  private void forgetWhatWasReadSince() {
    long now = fleet.reloads();
    if (now != reloads) {
      older = now - reloads == 1 ? fresh : new HashMap<>();
      fresh = new HashMap<>();
      reloads = now;
    }
  }
}
