package org.plimsoll.vessel.history;

import java.util.List;

/**
 * A question for the charts of one page.
 *
 * @param paths of the quantities, 1 to {@link #MAX_PATHS}
 * @param fromMillis begin, in ms since 1970-01-01 UTC
 * @param toMillis end, after the begin and at most {@link #MAX_SPAN_MILLIS} later
 * @param points most points of each answer, 2 to {@link #MAX_POINTS}
 */
public record HistoryQuery(List<String> paths, long fromMillis, long toMillis, int points) {

  /** Most quantities of one question. */
  public static final int MAX_PATHS = 8;

  /** Most points of an answer: two for each column of a wide panel. */
  public static final int MAX_POINTS = 2_000;

  /** Longest span: a day. The shore keeps the rest. */
  public static final long MAX_SPAN_MILLIS = 24 * 3_600_000L;

  private static final int POINTS_PER_BUCKET = 2;

  public HistoryQuery {
    paths = List.copyOf(paths);
    if (paths.isEmpty() || paths.size() > MAX_PATHS) {
      throw new IllegalArgumentException(paths.size() + " paths, allowed 1 to " + MAX_PATHS);
    }
    if (fromMillis < 0 || toMillis <= fromMillis || toMillis - fromMillis > MAX_SPAN_MILLIS) {
      throw new IllegalArgumentException("from " + fromMillis + " ms to " + toMillis + " ms");
    }
    if (points < 2 || points > MAX_POINTS) {
      throw new IllegalArgumentException(points + " points, allowed 2 to " + MAX_POINTS);
    }
  }

  /** How many equal spans of time the answer has. */
  int buckets() {
    return points / POINTS_PER_BUCKET;
  }

  /** Width of a span, rounded up. */
  long stepMillis() {
    return Math.max(1, (toMillis - fromMillis + buckets() - 1) / buckets());
  }

  /** The span that a time lies in; -1 when it lies in none. */
  int bucket(long timeMillis) {
    return timeMillis < fromMillis || timeMillis > toMillis
        ? -1
        : (int) Math.min(buckets() - 1, (timeMillis - fromMillis) / stepMillis());
  }
}
