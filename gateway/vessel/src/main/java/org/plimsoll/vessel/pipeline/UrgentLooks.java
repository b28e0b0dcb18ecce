package org.plimsoll.vessel.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * When the ship is looked at between two seconds, because something changed that an alarm may hang
 * on. A value that seldom changes is worth a look at once; one that changes all the time, as a
 * depth does, is looked at some times a second, so that a flood of it costs no more. Confined to
 * the pipeline thread.
 */
final class UrgentLooks {

  /** What an alarm may hang on that a single sentence says: judged when it changes. */
  private static final Set<Quantity> URGENT =
      Set.of(Quantities.PASSENGERS_ON_BOARD, Quantities.ROLL, Quantities.DEPTH_BELOW_TRANSDUCER);

  /** Time from one look to the next for values that change all the time. */
  static final long APART_NANOS = 100_000_000L;

  /** A value that stood for so long seldom changes: twice a second a source gets a look at once. */
  static final long SELDOM_NANOS = 500_000_000L;

  /** Longest wait for whoever asks. */
  static final long IDLE_NANOS = 1_000_000_000L;

  private record Last(OptionalDouble value, long changedNanos) {}

  private final Map<String, Last> lasts = new HashMap<>();
  private boolean due;
  private long dueNanos;
  private long lookedNanos;

  UrgentLooks(long nowNanos) {
    this.lookedNanos = nowNanos - APART_NANOS;
  }

  /** A source said this. */
  void hear(Quantity quantity, String source, OptionalDouble value, long nowNanos) {
    if (!URGENT.contains(quantity)) {
      return;
    }
    String key = source + " " + quantity.path();
    Last before = lasts.get(key);
    if (before != null && before.value().equals(value)) {
      return;
    }
    lasts.put(key, new Last(value, nowNanos));
    boolean seldom = before == null || nowNanos - before.changedNanos() >= SELDOM_NANOS;
    long at = seldom ? nowNanos : lookedNanos + APART_NANOS;
    if (!due || at - dueNanos < 0) {
      dueNanos = at;
    }
    due = true;
  }

  /** Nanoseconds until a look is due: 0 or less is now, {@link #IDLE_NANOS} without any. */
  long nanosToNext(long nowNanos) {
    return due ? dueNanos - nowNanos : IDLE_NANOS;
  }

  /** She was looked at. */
  void looked(long nowNanos) {
    due = false;
    lookedNanos = nowNanos;
  }
}
