package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.plimsoll.bench.OutboxFile.Identity;

/**
 * The store held against the outbox, reading by reading.
 *
 * @param equal readings that both have, with the same value.
 * @param missing readings that the outbox holds and the store does not.
 * @param foreign rows of the store that the outbox does not hold.
 * @param altered readings whose value in the store is another one.
 */
record Comparison(long equal, long missing, long foreign, long altered) {

  /** Largest part of a step by which a value may differ for its way through floating point. */
  private static final double ROUNDING = 1e-3;

  private record Place(String path, String source, int epoch, long timeMillis) {}

  static Comparison of(OutboxFile aboard, Http http, URI store, String vessel)
      throws IOException, InterruptedException {
    Map<Place, JsonNode> ashore = rows(http, store, vessel);
    long equal = 0;
    long missing = 0;
    long altered = 0;
    for (Map.Entry<Identity, OptionalLong> reading : aboard.readings().entrySet()) {
      Identity identity = reading.getKey();
      JsonNode value =
          ashore.remove(
              new Place(
                  identity.channel().path(),
                  identity.channel().source(),
                  identity.epoch(),
                  identity.timeMillis()));
      if (value == null) {
        missing++;
      } else if (isSame(reading.getValue(), identity.channel().resolution(), value)) {
        equal++;
      } else {
        altered++;
      }
    }
    return new Comparison(equal, missing, ashore.size(), altered);
  }

  private static Map<Place, JsonNode> rows(Http http, URI store, String vessel)
      throws IOException, InterruptedException {
    JsonNode answer =
        http.sql(
            store,
            "select path, source, epoch, cast(timestamp as long), value from readings"
                + " where vessel = '"
                + vessel
                + "'");
    Map<Place, JsonNode> rows = new HashMap<>();
    for (JsonNode row : answer.path("dataset")) {
      rows.put(
          new Place(
              row.path(0).asText(),
              row.path(1).asText(),
              row.path(2).asInt(),
              row.path(3).asLong() / 1000),
          row.path(4));
    }
    return rows;
  }

  static boolean isSame(OptionalLong steps, double resolution, JsonNode value) {
    if (steps.isEmpty()) {
      return value.isNull();
    }
    return value.isNumber()
        && Math.abs(value.asDouble() / resolution - steps.getAsLong()) <= ROUNDING;
  }

  boolean isComplete() {
    return equal > 0 && missing == 0 && foreign == 0 && altered == 0;
  }

  @Override
  public String toString() {
    return "equal "
        + equal
        + ", missing "
        + missing
        + ", foreign "
        + foreign
        + ", altered "
        + altered;
  }
}
