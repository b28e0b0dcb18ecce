package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * Reads the ledger out of an InfluxDB. The time of a row there is its number, so the server counts
 * shelves of 10,000 numbers as it counts over any time, and only the rows of a shelf that is not
 * full are read: what an answer takes does not grow with a ship's years at sea. Stateless.
 */
final class InfluxLedger {

  /** Numbers of a shelf, which begins at a multiple of this. */
  static final int SHELF = 10_000;

  /** Most shelves of one question: ten million rows, a third of a year of a ship. */
  private static final long AT_ONCE = 1_000L * SHELF;

  private final InfluxQl influx;
  private final String book;

  /**
   * @param book the measurement, quoted, with its retention policy where there are such.
   */
  InfluxLedger(InfluxQl influx, String book) {
    this.influx = influx;
    this.book = book;
  }

  /** What is not there, then rows, consecutive ones joined. */
  List<Point.Ledger> read() throws StoreUnavailable {
    List<Point.Ledger> entries = new ArrayList<>();
    for (InfluxQl.Series series :
        influx.ask(
            "SELECT \"last\", readings, reason FROM "
                + book
                + " WHERE kind != 'row' GROUP BY vessel, stream, kind")) {
      series.rows().forEach(row -> entries.add(lost(series, row)));
    }
    for (InfluxQl.Series series :
        influx.ask(
            "SELECT last(readings) FROM " + book + " WHERE kind = 'row' GROUP BY vessel, stream")) {
      VesselId vessel = new VesselId(series.tag("vessel"));
      StreamId stream = new StreamId(series.tag("stream"));
      entries.addAll(new Rows(vessel, stream).until(series.rows().path(0).get(0).asLong()));
    }
    return entries;
  }

  private static Point.Ledger lost(InfluxQl.Series series, JsonNode row) {
    return new Point.Ledger(
        new VesselId(series.tag("vessel")),
        new StreamId(series.tag("stream")),
        Point.Kind.valueOf(series.tag("kind").toUpperCase(Locale.ROOT)),
        row.get(0).asLong(),
        row.get(1).asLong(),
        row.get(2).asLong(),
        row.get(3).asText(""),
        0);
  }

  /** Reads the rows of one stream. Confined to the caller. */
  private final class Rows {

    private final String where;
    private final JoinedRows joined;

    Rows(VesselId vessel, StreamId stream) {
      this.where =
          " WHERE kind = 'row' AND vessel = '"
              + vessel.text()
              + "' AND stream = '"
              + stream.hex()
              + "' AND time >= ";
      this.joined = new JoinedRows(vessel, stream);
    }

    List<Point.Ledger> until(long last) throws StoreUnavailable {
      for (long from = 0; from <= last; from += AT_ONCE) {
        for (JsonNode shelf :
            ask(
                "count(readings), sum(readings)",
                from,
                from + AT_ONCE,
                " GROUP BY time(" + SHELF + "ms) fill(none)")) {
          long begin = shelf.get(0).asLong();
          // Rows are numbered from 1.
          long first = Math.max(1, begin);
          long end = begin + SHELF;
          if (shelf.get(1).asLong() == end - first) {
            joined.add(first, end - 1, shelf.get(2).asLong());
          } else {
            single(begin, end);
          }
        }
      }
      return joined.entries();
    }

    private void single(long begin, long end) throws StoreUnavailable {
      for (JsonNode row : ask("readings", begin, end, "")) {
        joined.add(row.get(0).asLong(), row.get(0).asLong(), row.get(1).asLong());
      }
    }

    /** Of the rows from one number to before another one, in the order of their numbers. */
    private List<JsonNode> ask(String what, long from, long to, String grouped)
        throws StoreUnavailable {
      List<JsonNode> rows = new ArrayList<>();
      for (InfluxQl.Series series :
          influx.ask(
              "SELECT "
                  + what
                  + " FROM "
                  + book
                  + where
                  + from
                  + "ms AND time < "
                  + to
                  + "ms"
                  + grouped)) {
        series.rows().forEach(rows::add);
      }
      return rows;
    }
  }
}
