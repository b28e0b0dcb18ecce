package org.plimsoll.vessel.loading;

import java.util.ArrayDeque;
import java.util.Deque;

/** The mean of the values of the latest while. Confined to the pipeline thread. */
final class MovingMean {

  /** Most values kept, 10 minutes at 2 Hz; the oldest goes first. */
  static final int MAX_VALUES = 1200;

  private record Timed(long nanos, double value) {}

  private final long windowNanos;
  private final Deque<Timed> values = new ArrayDeque<>();

  MovingMean(long windowNanos) {
    this.windowNanos = windowNanos;
  }

  void add(long nowNanos, double value) {
    values.addLast(new Timed(nowNanos, value));
    if (values.size() > MAX_VALUES) {
      values.removeFirst();
    }
    forget(nowNanos);
  }

  void forget(long nowNanos) {
    while (!values.isEmpty() && nowNanos - values.getFirst().nanos() > windowNanos) {
      values.removeFirst();
    }
  }

  void clear() {
    values.clear();
  }

  int count() {
    return values.size();
  }

  /** The mean, or NaN without values. */
  double mean() {
    double sum = 0;
    for (Timed timed : values) {
      sum += timed.value();
    }
    return sum / values.size();
  }

  /** The standard deviation of the single values; 0 with fewer than two. */
  double deviation() {
    if (values.size() < 2) {
      return 0;
    }
    double mean = mean();
    double squares = 0;
    for (Timed timed : values) {
      squares += (timed.value() - mean) * (timed.value() - mean);
    }
    return Math.sqrt(squares / (values.size() - 1));
  }
}
