package org.plimsoll.vessel.clock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * UTC as satellite receivers say it. One saying is none: a receiver counts when three of the last
 * ten seconds agree, and several count when they agree with each other. What is said comes late, by
 * the receiver's own work and the line's; the least late of those that agree is taken.
 *
 * <p>Receivers are wrong by multiples of 1024 weeks when their firmware is older than the count of
 * the weeks: a time before this software was made is moved on by that. Confined to the pipeline
 * thread.
 */
final class SkyTime {

  /** Sayings that must agree. */
  static final int ENOUGH = 3;

  /** So long a saying counts. */
  static final long WINDOW_NANOS = 10_000_000_000L;

  /** Sayings agree within this, receivers within twice of it: lines are late by up to half. */
  static final long AGREE_MILLIS = 500;

  /** Most receivers; those that come later are not listened to. */
  static final int MAX_RECEIVERS = 16;

  static final long ROLLOVER_MILLIS = 1024L * 7 * 24 * 3600 * 1000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Of a receiver that says more, some are left out. */
  private static final int MAX_SAYINGS = 32;

  private static final long APART_NANOS = WINDOW_NANOS / MAX_SAYINGS;

  /**
   * What they say together.
   *
   * @param utcMillis empty if none says enough, or they disagree
   * @param rolledOver whether it was moved on by 1024 weeks
   * @param disputed whether receivers disagree
   */
  record Sight(OptionalLong utcMillis, boolean rolledOver, boolean disputed) {
    static final Sight NOTHING = new Sight(OptionalLong.empty(), false, false);
  }

  /** How far UTC was ahead of the monotonic clock. */
  private record Saying(long aheadMillis, long heardNanos) {}

  private final Map<String, Deque<Saying>> receivers = new HashMap<>();

  /** A receiver with a fix said this. */
  void hear(String receiver, long utcMillis, long nowNanos) {
    Deque<Saying> said = receivers.get(receiver);
    if (said == null) {
      if (receivers.size() == MAX_RECEIVERS) {
        return;
      }
      said = new ArrayDeque<>(MAX_SAYINGS);
      receivers.put(receiver, said);
    }
    if (!said.isEmpty() && nowNanos - said.getLast().heardNanos() < APART_NANOS) {
      return;
    }
    if (said.size() == MAX_SAYINGS) {
      said.removeFirst();
    }
    said.addLast(new Saying(utcMillis - nowNanos / NANOS_PER_MILLI, nowNanos));
  }

  /**
   * What they say now.
   *
   * @param earliestMillis no time is before this
   */
  Sight look(long nowNanos, long earliestMillis) {
    OptionalLong most = OptionalLong.empty();
    boolean rolledOver = false;
    boolean disputed = false;
    for (Deque<Saying> said : receivers.values()) {
      OptionalLong ahead = agreed(said, nowNanos);
      if (ahead.isEmpty()) {
        continue;
      }
      long utc = ahead.getAsLong() + nowNanos / NANOS_PER_MILLI;
      long moved = notBefore(earliestMillis, utc);
      rolledOver |= moved != utc;
      disputed |= most.isPresent() && Math.abs(moved - most.getAsLong()) > 2 * AGREE_MILLIS;
      most = OptionalLong.of(Math.max(moved, most.orElse(moved)));
    }
    return disputed
        ? new Sight(OptionalLong.empty(), rolledOver, true)
        : new Sight(most, rolledOver, false);
  }

  private static OptionalLong agreed(Deque<Saying> said, long nowNanos) {
    while (!said.isEmpty() && nowNanos - said.getFirst().heardNanos() > WINDOW_NANOS) {
      said.removeFirst();
    }
    OptionalLong most = said.stream().mapToLong(Saying::aheadMillis).max();
    if (most.isEmpty()) {
      return most;
    }
    long agreeing =
        said.stream()
            .filter(saying -> most.getAsLong() - saying.aheadMillis() <= AGREE_MILLIS)
            .count();
    return agreeing >= ENOUGH ? most : OptionalLong.empty();
  }

  private static long notBefore(long earliestMillis, long utcMillis) {
    long moved = utcMillis;
    while (moved < earliestMillis) {
      moved += ROLLOVER_MILLIS;
    }
    return moved;
  }
}
