package org.plimsoll.vessel.loading;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where one draught is now, from the readings of the latest while: the end of the straight line
 * that fits them best. A mean would lag half the window behind a ship that is being loaded, which
 * on the reference ferry is more than the uncertainty that it states. With readings of less than
 * {@link #LEAST_SPAN_NANOS} a line would follow the swell, and the mean is taken. Confined to the
 * pipeline thread.
 */
final class DraughtFilter {

  /** Most values kept, 10 minutes at 2 Hz; the oldest goes first. */
  static final int MAX_VALUES = 1200;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Three periods of the swell. */
  static final long LEAST_SPAN_NANOS = (long) (3 * LoadingSurvey.SWELL_SECONDS * NANOS_PER_SECOND);

  /**
   * @param metres the filtered draught, in metres
   * @param deviationMetres standard deviation of the single readings about it
   * @param meansWorth how many times the standard error of a mean its own is: 1, or 2 at the end of
   *     a fitted line
   */
  record Estimate(double metres, double deviationMetres, double meansWorth) {}

  private record Timed(long nanos, double metres) {}

  private final long windowNanos;
  private final Deque<Timed> values = new ArrayDeque<>();

  DraughtFilter(long windowNanos) {
    this.windowNanos = windowNanos;
  }

  void add(long nowNanos, double metres) {
    values.addLast(new Timed(nowNanos, metres));
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

  /** The draught at the time of the newest reading; there must be one. */
  Estimate estimate() {
    long newest = values.getLast().nanos();
    boolean line = newest - values.getFirst().nanos() >= LEAST_SPAN_NANOS && values.size() > 2;
    double meanSeconds = 0;
    double meanMetres = 0;
    for (Timed timed : values) {
      meanSeconds += seconds(timed, newest) / values.size();
      meanMetres += timed.metres() / values.size();
    }
    double slope = line ? slope(newest, meanSeconds, meanMetres) : 0;
    double squares = 0;
    for (Timed timed : values) {
      double fitted = meanMetres + slope * (seconds(timed, newest) - meanSeconds);
      squares += (timed.metres() - fitted) * (timed.metres() - fitted);
    }
    int free = values.size() - (line ? 2 : 1);
    return new Estimate(
        meanMetres - slope * meanSeconds, free > 0 ? Math.sqrt(squares / free) : 0, line ? 2 : 1);
  }

  private double slope(long newest, double meanSeconds, double meanMetres) {
    double products = 0;
    double squares = 0;
    for (Timed timed : values) {
      double offset = seconds(timed, newest) - meanSeconds;
      products += offset * (timed.metres() - meanMetres);
      squares += offset * offset;
    }
    return products / squares;
  }

  /** Seconds after the newest reading, so 0 or less. */
  private static double seconds(Timed timed, long newest) {
    return (timed.nanos() - newest) / NANOS_PER_SECOND;
  }
}
