package org.plimsoll.vessel.bridge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.plimsoll.vessel.history.History;
import org.plimsoll.vessel.history.HistoryQuery;

/**
 * A history as JSON: each series as the shore's history is, with the times in which nothing was
 * measured. Stateless.
 */
final class HistoryJson {

  /** Shorter silence is not a gap: the slowest sensors speak every few seconds. */
  static final long LEAST_GAP_MILLIS = 15_000;

  /** Silence of this many spans is a gap. */
  static final int GAP_STEPS = 2;

  private HistoryJson() {}

  static JsonObject of(HistoryQuery query, History history) {
    JsonArray series = new JsonArray();
    long shortest = Math.max(LEAST_GAP_MILLIS, GAP_STEPS * history.stepMillis());
    history.series().forEach(one -> series.add(series(query, one, shortest)));
    return new JsonObject()
        .put("from", time(query.fromMillis()))
        .put("to", time(query.toMillis()))
        .put("stepMillis", history.stepMillis())
        .put("whole", history.isWhole())
        .put("series", series);
  }

  private static JsonObject series(HistoryQuery query, History.Series series, long shortest) {
    JsonArray points = new JsonArray();
    JsonArray gaps = new JsonArray();
    long before = query.fromMillis();
    for (History.At at : series.points()) {
      if (at.timeMillis() - before > shortest) {
        gaps.add(new JsonArray().add(before).add(at.timeMillis()));
        // A chart that joins points must not join these.
        points.add(new JsonArray().add(before + 1).addNull());
      }
      before = at.timeMillis();
      points.add(
          new JsonArray()
              .add(at.timeMillis())
              .add(at.value().isPresent() ? at.value().getAsDouble() : null));
    }
    if (query.toMillis() - before > shortest) {
      gaps.add(new JsonArray().add(before).add(query.toMillis()));
    }
    return new JsonObject()
        .put("path", series.channel().path())
        .put("title", series.channel().title())
        .put("unit", series.channel().unit())
        .put("source", series.channel().source())
        .put("from", time(query.fromMillis()))
        .put("to", time(query.toMillis()))
        .put("points", points)
        .put("gaps", gaps);
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
