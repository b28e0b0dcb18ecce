package org.plimsoll.shore.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;

/**
 * Which rows of one stream are stored, which are known to be lost, and so which are missing.
 * Immutable.
 *
 * @param stream the stream
 * @param rows stored rows, disjoint and ascending
 * @param readings how many readings those rows hold
 * @param gaps what the ship says is lost; none lies within another, and one whose readings nobody
 *     knows overlaps none
 * @param refused readings of stored rows that the store refused
 */
public record StreamLedger(
    StreamId stream, List<Range> rows, long readings, List<Gap> gaps, long refused) {

  /**
   * Rows that will never come.
   *
   * @param range which
   * @param readings how many readings they held, 0 when nobody knows
   * @param reason why, in the ship's words
   */
  public record Gap(Range range, long readings, String reason) {

    /** Whether nobody knows what it held: it says nothing of rows that another one counts. */
    boolean isUnsure() {
      return readings == 0;
    }

    private boolean covers(Gap other) {
      return lies(other.range, range);
    }

    private Gap over(Range part) {
      return new Gap(part, readings, reason);
    }
  }

  public StreamLedger {
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
  }

  static StreamLedger empty(StreamId stream) {
    return new StreamLedger(stream, List.of(), 0, List.of(), 0);
  }

  /** With these entries too. An entry that is there already changes nothing. */
  StreamLedger with(List<Point.Ledger> entries) {
    IntervalSet stored = IntervalSet.of(rows);
    List<Gap> lost = new ArrayList<>(gaps);
    long held = readings;
    long notHeld = refused;
    for (Point.Ledger entry : entries) {
      Range range = new Range(entry.first(), entry.last());
      switch (entry.kind()) {
        case ROW -> {
          if (!stored.overlaps(range)) {
            held += entry.readings();
            stored.add(range);
          }
        }
        case GAP -> add(lost, new Gap(range, entry.readings(), entry.reason()));
        // Stands before its row, so that a row that comes again does not count it again.
        case REFUSED -> notHeld += stored.overlaps(range) ? 0 : entry.readings();
      }
    }
    return new StreamLedger(stream, stored.ranges(), held, lost, notHeld);
  }

  /**
   * A gap that has grown takes the place of what it has swallowed. One whose readings are known
   * stands before one whose readings are not, whichever came first.
   */
  private static void add(List<Gap> gaps, Gap gap) {
    if (gap.isUnsure()) {
      gaps.addAll(outside(gap, gaps.stream().map(Gap::range).toList()));
    } else if (gaps.stream().noneMatch(known -> !known.isUnsure() && known.covers(gap))) {
      List<Gap> beside = gaps.stream().flatMap(known -> beside(known, gap)).toList();
      gaps.clear();
      gaps.addAll(beside);
      gaps.add(gap);
    }
    gaps.sort((a, b) -> Long.compare(a.range().first(), b.range().first()));
  }

  /** What stays of a gap when one comes whose readings are known. */
  private static Stream<Gap> beside(Gap known, Gap sure) {
    if (known.isUnsure()) {
      return outside(known, List.of(sure.range())).stream();
    }
    return sure.covers(known) ? Stream.empty() : Stream.of(known);
  }

  private static List<Gap> outside(Gap gap, List<Range> taken) {
    return IntervalSet.of(taken).holes(gap.range()).stream().map(gap::over).toList();
  }

  private static boolean lies(Range inner, Range outer) {
    return inner.first() >= outer.first() && inner.last() <= outer.last();
  }

  /** Whether the range is stored, or known to be lost. */
  public boolean knows(Range range) {
    return rows.stream().anyMatch(known -> lies(range, known))
        || gaps.stream().anyMatch(gap -> lies(range, gap.range()));
  }

  /** The lowest number that is accounted for; 0 when none is. */
  public long first() {
    long row = rows.isEmpty() ? Long.MAX_VALUE : rows.get(0).first();
    long gap = gaps.isEmpty() ? Long.MAX_VALUE : gaps.get(0).range().first();
    long first = Math.min(row, gap);
    return first == Long.MAX_VALUE ? 0 : first;
  }

  /** The highest number that is accounted for; 0 when none is. */
  public long last() {
    long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).last();
    for (Gap gap : gaps) {
      last = Math.max(last, gap.range().last());
    }
    return last;
  }

  /** Numbers from 1 to {@link #last} that are neither stored nor known to be lost. */
  public List<Range> holes() {
    return last() == 0 ? List.of() : unknown(new Range(1, last()));
  }

  /** What of a range is neither stored nor known to be lost. */
  public List<Range> unknown(Range range) {
    IntervalSet known = IntervalSet.of(rows);
    gaps.forEach(gap -> known.add(gap.range()));
    return known.holes(range);
  }

  /** How many readings are known to be lost. */
  public long gapReadings() {
    return gaps.stream().mapToLong(Gap::readings).sum();
  }
}
