package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/**
 * What became of the readings of one vessel: aboard by her outbox, ashore by SQL.
 *
 * @param accepted readings that the outbox has ever accepted.
 * @param acknowledged of these, readings that the shore has receipted.
 * @param pending of these, readings that wait.
 * @param gapRecorded of these, readings thinned away with a gap record.
 * @param rows rows in the store.
 * @param identities different identities among these rows: path, source, clock epoch, time.
 */
record Tally(
    long accepted, long acknowledged, long pending, long gapRecorded, long rows, long identities) {

  private static final long HOUR_MICROS = 3_600_000_000L;

  /** What the vessel's API and the store say now. */
  static Tally of(Http http, URI bridge, URI store, String vessel)
      throws IOException, InterruptedException {
    JsonNode outbox = http.get(bridge, "/api/v1/outbox");
    return of(
        outbox.path("accepted").asLong(-1),
        outbox.path("acknowledged").asLong(-1),
        outbox.path("pending").asLong(-1),
        outbox.path("gapRecorded").asLong(-1),
        http,
        store,
        vessel);
  }

  /** These counts from aboard, and what the store says now. */
  static Tally of(
      long accepted,
      long acknowledged,
      long pending,
      long gapRecorded,
      Http http,
      URI store,
      String vessel)
      throws IOException, InterruptedException {
    String from = " from readings where vessel = '" + vessel + "'";
    return new Tally(
        accepted,
        acknowledged,
        pending,
        gapRecorded,
        number(http, store, "select count()" + from),
        identities(http, store, from));
  }

  /** An hour at a time: the store counts what is different in its memory. */
  private static long identities(Http http, URI store, String from)
      throws IOException, InterruptedException {
    long identities = 0;
    JsonNode hours =
        http.sql(store, "select distinct cast(timestamp_floor('h', timestamp) as long)" + from);
    for (JsonNode row : hours.path("dataset")) {
      long hour = row.path(0).asLong();
      identities +=
          number(
              http,
              store,
              "select count() from (select distinct timestamp, path, source, epoch"
                  + from
                  + " and timestamp >= cast("
                  + hour
                  + " as timestamp) and timestamp < cast("
                  + (hour + HOUR_MICROS)
                  + " as timestamp))");
    }
    return identities;
  }

  private static long number(Http http, URI store, String query)
      throws IOException, InterruptedException {
    return http.sql(store, query).path("dataset").path(0).path(0).asLong(-1);
  }

  /** Readings that were accepted and are neither stored, nor recorded as a gap, nor waiting. */
  long lost() {
    return Math.max(0, accepted - gapRecorded - pending - identities);
  }

  /** Rows that say the same twice, or that nobody accepted. */
  long surplus() {
    return rows - identities + Math.max(0, identities - (accepted - gapRecorded));
  }

  /** Whether all that was accepted is ashore, once each, and aboard knows it. */
  boolean isComplete() {
    return accepted > 0
        && pending == 0
        && acknowledged + gapRecorded == accepted
        && rows == identities
        && identities == accepted - gapRecorded;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "accepted %d, stored %d, identities %d, gaps %d, pending %d, lost %d, surplus %d",
        accepted,
        rows,
        identities,
        gapRecorded,
        pending,
        lost(),
        surplus());
  }
}
