package org.plimsoll.vessel.loading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The roll of some minutes: its mean is the list by the inclinometer, its crossings of the mean
 * give the period. Confined to the pipeline thread.
 */
public final class RollWatch {

  /** Long enough for five rolls of a tender ship. */
  static final long WINDOW_NANOS = 180_000_000_000L;

  /** Most values kept, 3 minutes at 10 Hz; the oldest goes first. */
  static final int MAX_VALUES = 1800;

  /** A smaller roll is noise of the instrument. */
  static final double LEAST_AMPLITUDE_RADIANS = Math.toRadians(0.1);

  private static final double NANOS_PER_SECOND = 1e9;

  private record Timed(long nanos, double radians) {}

  /**
   * The roll as it was.
   *
   * @param periodSeconds of one full roll, port to port
   * @param cycles full rolls that were timed
   */
  public record Period(double periodSeconds, int cycles) {}

  private final long meanNanos;
  private final Deque<Timed> values = new ArrayDeque<>();

  /**
   * @param meanNanos window of the list; that of the draughts, so that they can be compared
   */
  RollWatch(long meanNanos) {
    this.meanNanos = Math.min(meanNanos, WINDOW_NANOS);
  }

  void add(long nowNanos, double radians) {
    values.addLast(new Timed(nowNanos, radians));
    while (values.size() > MAX_VALUES || nowNanos - values.getFirst().nanos() > WINDOW_NANOS) {
      values.removeFirst();
    }
  }

  void clear() {
    values.clear();
  }

  /** The list in radians, + to starboard; empty without a value in the window. */
  OptionalDouble list(long nowNanos) {
    double sum = 0;
    int count = 0;
    for (Iterator<Timed> latest = values.descendingIterator(); latest.hasNext(); ) {
      Timed timed = latest.next();
      if (nowNanos - timed.nanos() > meanNanos) {
        break;
      }
      sum += timed.radians();
      count++;
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** The period; no cycles when she hardly rolls. */
  Period period() {
    double mean = 0;
    for (Timed timed : values) {
      mean += timed.radians() / values.size();
    }
    double first = Double.NaN;
    double last = Double.NaN;
    int crossings = 0;
    double greatest = 0;
    @Nullable Timed before = null;
    for (Timed timed : values) {
      double above = timed.radians() - mean;
      greatest = Math.max(greatest, Math.abs(above));
      if (before != null && before.radians() < mean && above >= 0) {
        double part = (mean - before.radians()) / (timed.radians() - before.radians());
        double at = before.nanos() + part * (timed.nanos() - before.nanos());
        first = crossings == 0 ? at : first;
        last = at;
        crossings++;
      }
      before = timed;
    }
    if (crossings < 2 || greatest < LEAST_AMPLITUDE_RADIANS) {
      return new Period(Double.NaN, 0);
    }
    return new Period((last - first) / NANOS_PER_SECOND / (crossings - 1), crossings - 1);
  }
}
