package org.plimsoll.shore.store;

import java.util.Optional;
import org.plimsoll.telemetry.VesselId;

/**
 * A question for a chart.
 *
 * @param vessel of which vessel
 * @param path which path
 * @param source which source; empty for the one with the most readings in the time asked for
 * @param fromMillis begin, in ms since 1970-01-01 UTC
 * @param toMillis end, after the begin
 * @param points most points of the answer, 2 to {@link #MAX_POINTS}
 */
public record HistoryQuery(
    VesselId vessel,
    String path,
    Optional<String> source,
    long fromMillis,
    long toMillis,
    int points) {

  /**
   * Most points of an answer: two for each column of a screen, with room for breaks between them.
   */
  public static final int MAX_POINTS = 2_000;

  public HistoryQuery {
    Names.requireValid("path", path);
    source.ifPresent(name -> Names.requireValid("source", name));
    if (fromMillis < 0 || toMillis <= fromMillis || toMillis > Point.MAX_TIME_MILLIS) {
      throw new IllegalArgumentException("from " + fromMillis + " ms to " + toMillis + " ms");
    }
    if (points < 2 || points > MAX_POINTS) {
      throw new IllegalArgumentException(points + " points, allowed 2 to " + MAX_POINTS);
    }
  }

  /** Width of a bucket when each may have two points. */
  long stepMillis() {
    long buckets = points / 2;
    return (toMillis - fromMillis + buckets - 1) / buckets;
  }
}
