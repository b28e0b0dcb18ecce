package org.plimsoll.bench.simulation;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * Virtual time, and what is to happen when. Of two events of the same moment the older is first.
 */
final class Timeline {

  private record Event(long nanos, long order, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return nanos == other.nanos
          ? Long.compare(order, other.order)
          : Long.compare(nanos, other.nanos);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long nanos;
  private long order;

  /** How many events there were. */
  long happened() {
    return order - events.size();
  }

  /** The monotonic clock of everybody. */
  long nanos() {
    return nanos;
  }

  long millis() {
    return nanos / 1_000_000;
  }

  void after(Duration wait, Runnable action) {
    at(nanos + wait.toNanos(), action);
  }

  void afterMillis(long wait, Runnable action) {
    at(nanos + wait * 1_000_000, action);
  }

  void at(long moment, Runnable action) {
    events.add(new Event(Math.max(moment, nanos), order++, action));
  }

  /** Lets everything happen until a moment; new events too. */
  void runUntil(long end) {
    for (Event next = events.peek(); next != null && next.nanos <= end; next = events.peek()) {
      events.poll();
      nanos = next.nanos;
      next.action.run();
    }
    nanos = Math.max(nanos, end);
  }
}
