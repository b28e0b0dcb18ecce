package org.plimsoll.vessel.loading;

import java.util.ArrayDeque;
import java.util.Deque;

/** The mean of what a gauge said of late. Confined to the pipeline thread. */
final class MeanWindow {

  /** Most values kept, 10 minutes at 2 Hz; the oldest goes first. */
  static final int MAX_VALUES = 1200;

  private record Timed(long nanos, double value) {}

  private final long windowNanos;
  private final Deque<Timed> values = new ArrayDeque<>();

  MeanWindow(long windowNanos) {
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

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** There must be a value. */
  double mean() {
    double sum = 0;
    for (Timed timed : values) {
      sum += timed.value();
    }
    return sum / values.size();
  }
}
