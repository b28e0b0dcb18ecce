package org.plimsoll.shore.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.plimsoll.shore.store.History;
import org.plimsoll.shore.store.HistoryQuery;

/** A history as JSON, with the times in which nothing was measured. Stateless. */
final class HistoryJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Shorter silence is not a gap: the slowest sensors speak every few seconds. */
  static final long LEAST_GAP_MILLIS = 15_000;

  /** Silence of this many steps is a gap. */
  static final int GAP_STEPS = 2;

  private HistoryJson() {}

  static ObjectNode of(HistoryQuery query, History history, String unit) {
    ObjectNode json =
        JSON.objectNode()
            .put("path", query.path())
            .put("unit", unit)
            .put("source", history.source().orElse(null))
            .put("from", Instant.ofEpochMilli(query.fromMillis()).toString())
            .put("to", Instant.ofEpochMilli(query.toMillis()).toString());
    ArrayNode points = json.putArray("points");
    ArrayNode gaps = json.putArray("gaps");
    long shortest = Math.max(LEAST_GAP_MILLIS, GAP_STEPS * history.stepMillis());
    List<History.At> all = history.points();
    for (int i = 0; i < all.size(); i++) {
      History.At at = all.get(i);
      if (i > 0 && at.timeMillis() - all.get(i - 1).timeMillis() > shortest) {
        long from = all.get(i - 1).timeMillis();
        gaps.addArray().add(from).add(at.timeMillis());
        // A chart that joins points must not join these.
        points.addArray().add(from + 1).addNull();
      }
      ArrayNode point = points.addArray().add(at.timeMillis());
      if (at.value().isPresent()) {
        point.add(at.value().getAsDouble());
      } else {
        point.addNull();
      }
    }
    return json;
  }
}
