package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;

/**
 * Blocks that were sent on this connection and not receipted. A block whose receipt does not come
 * is due again after a time that doubles; one that the broker refuses for good is due again only
 * after a long time and takes no place in the window. Confined to the uplink thread.
 */
final class Flights {

  /** A refused block is tried again after this time: the broker may have been reconfigured. */
  static final Duration REFUSED_RETRY = Duration.ofMinutes(10);

  private static final int MAX_DOUBLINGS = 3;

  private final TreeMap<Long, Flight> byFirst = new TreeMap<>();
  private final long receiptTimeoutNanos;

  Flights(Duration receiptTimeout) {
    this.receiptTimeoutNanos = receiptTimeout.toNanos();
  }

  void sent(Range range, long nowNanos) {
    Flight before = byFirst.get(range.first());
    int sendings = before == null ? 0 : before.sendings;
    long wait = receiptTimeoutNanos << Math.min(sendings, MAX_DOUBLINGS);
    byFirst.put(range.first(), new Flight(range, sendings + 1, nowNanos + wait, false));
  }

  /** Returns how many blocks are refused now. */
  int refused(Range range, long nowNanos) {
    byFirst.put(range.first(), new Flight(range, 1, nowNanos + REFUSED_RETRY.toNanos(), true));
    return size() - inWindow();
  }

  void receipted(List<Range> ranges) {
    IntervalSet held = IntervalSet.of(ranges);
    byFirst.values().removeIf(flight -> held.contains(flight.range));
  }

  void forget(long first) {
    byFirst.remove(first);
  }

  void clear() {
    byFirst.clear();
  }

  boolean holds(long first) {
    return byFirst.containsKey(first);
  }

  /** Blocks that wait for a receipt. */
  int inWindow() {
    return (int) byFirst.values().stream().filter(flight -> !flight.refused).count();
  }

  /** Everything that must not be taken from the backlog now. */
  int size() {
    return byFirst.size();
  }

  /** Blocks to send again, oldest first. */
  List<Range> due(long nowNanos) {
    return byFirst.values().stream()
        .filter(flight -> flight.dueNanos - nowNanos <= 0)
        .map(flight -> flight.range)
        .toList();
  }

  /** Time until the next is due, or {@code atMost}. */
  long nanosToNext(long nowNanos, long atMost) {
    long least = atMost;
    for (Flight flight : byFirst.values()) {
      least = Math.min(least, Math.max(0, flight.dueNanos - nowNanos));
    }
    return least;
  }

  private record Flight(Range range, int sendings, long dueNanos, boolean refused) {}
}
