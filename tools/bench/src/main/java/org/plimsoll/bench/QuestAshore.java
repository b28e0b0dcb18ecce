package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * QuestDB, by SQL over HTTP.
 *
 * @param vessel whose readings; empty for those of everybody.
 */
record QuestAshore(Http http, URI store, String vessel) implements Ashore {

  private static final long HOUR_MICROS = 3_600_000_000L;

  /** Whatever it holds, of all vessels. */
  static QuestAshore all(Http http, URI store) {
    return new QuestAshore(http, store, "");
  }

  /** By a question: what it answers at its root takes a client minutes to believe. */
  @Override
  public boolean answers() throws IOException, InterruptedException {
    return number("select 1") == 1;
  }

  @Override
  public long rows() throws IOException, InterruptedException {
    return number("select count()" + from());
  }

  /** An hour at a time: the store counts what is different in its memory. */
  @Override
  public long identities() throws IOException, InterruptedException {
    long identities = 0;
    JsonNode hours =
        http.sql(store, "select distinct cast(timestamp_floor('h', timestamp) as long)" + from());
    for (JsonNode row : hours.path("dataset")) {
      long hour = row.path(0).asLong();
      identities +=
          number(
              "select count() from (select distinct timestamp, path, vessel, source, epoch"
                  + from()
                  + " and timestamp >= cast("
                  + hour
                  + " as timestamp) and timestamp < cast("
                  + (hour + HOUR_MICROS)
                  + " as timestamp))");
    }
    return identities;
  }

  @Override
  public long foreign() throws IOException, InterruptedException {
    return number("select count() from readings where vessel != '" + vessel + "'");
  }

  @Override
  public List<Stored> rows(Stretch stretch) throws IOException, InterruptedException {
    JsonNode answer =
        http.sql(
            store,
            "select path, source, epoch, cast(timestamp as long), value"
                + from()
                + " and seq >= "
                + stretch.first()
                + " and seq <= "
                + stretch.last());
    List<Stored> rows = new ArrayList<>();
    for (JsonNode row : answer.path("dataset")) {
      JsonNode value = row.path(4);
      rows.add(
          new Stored(
              new Place(
                  row.path(0).asText(),
                  row.path(1).asText(),
                  row.path(2).asInt(),
                  row.path(3).asLong() / 1000),
              value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty()));
    }
    return rows;
  }

  private String from() {
    return " from readings where vessel " + (vessel.isEmpty() ? "!=" : "=") + " '" + vessel + "'";
  }

  private long number(String query) throws IOException, InterruptedException {
    return http.sql(store, query).path("dataset").path(0).path(0).asLong(-1);
  }
}
