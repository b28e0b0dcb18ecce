package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * InfluxDB 1, by InfluxQL over HTTP. A point there is what measurement, tags and time say, so a row
 * that is written twice is one row, and rows and identities are the same number.
 *
 * @param vessel whose readings; empty for those of everybody.
 */
record InfluxAshore(Http http, URI store, String database, String vessel) implements Ashore {

  /** Whatever it holds, of all vessels. */
  static InfluxAshore all(Http http, URI store, String database) {
    return new InfluxAshore(http, store, database, "");
  }

  @Override
  public boolean answers() throws IOException, InterruptedException {
    return http.answers(store);
  }

  @Override
  public long rows() throws IOException, InterruptedException {
    return count(vessel.isEmpty() ? "!=" : "=");
  }

  @Override
  public long identities() throws IOException, InterruptedException {
    return rows();
  }

  @Override
  public long foreign() throws IOException, InterruptedException {
    return count("!=");
  }

  @Override
  public List<Stored> rows(Stretch stretch) throws IOException, InterruptedException {
    List<Stored> rows = new ArrayList<>();
    for (JsonNode series :
        series(
            "SELECT value, seq FROM /.*/ WHERE vessel = '"
                + vessel
                + "' AND time >= "
                + stretch.fromMillis()
                + "ms AND time <= "
                + stretch.toMillis()
                + "ms AND seq >= "
                + stretch.first()
                + " AND seq <= "
                + stretch.last()
                + " GROUP BY source, epoch")) {
      JsonNode tags = series.path("tags");
      for (JsonNode row : series.path("values")) {
        JsonNode value = row.path(1);
        rows.add(
            new Stored(
                new Place(
                    series.path("name").asText(),
                    tags.path("source").asText(),
                    tags.path("epoch").asInt(),
                    row.path(0).asLong()),
                value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty()));
      }
    }
    return rows;
  }

  private long count(String isVessel) throws IOException, InterruptedException {
    long count = 0;
    for (JsonNode series :
        series("SELECT count(seq) FROM /.*/ WHERE vessel " + isVessel + " '" + vessel + "'")) {
      count += series.path("values").path(0).path(1).asLong();
    }
    return count;
  }

  private JsonNode series(String question) throws IOException, InterruptedException {
    JsonNode result = http.influxQl(store, database, question).path("results").path(0);
    if (result.has("error")) {
      throw new IOException("the store says: " + result.path("error").asText());
    }
    return result.path("series");
  }
}
