package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/**
 * QuestDB: written as InfluxDB line protocol, asked in SQL.
 *
 * <p>A write is durable when it is answered, provided the server runs with commit mode {@code sync}
 * as the embedded one does; its write-ahead log is applied to the table a moment later, so a
 * question may miss the last writes. {@link #ledger} waits for it.
 */
public final class QuestStore implements Store {

  /** How often the log's progress is asked before the ledger is read as it is. */
  private static final int MAX_APPLY_CHECKS = 100;

  private static final long APPLY_CHECK_MILLIS = 100;

  /** Most islands, channels or latest readings of one answer. */
  private static final int MAX_ROWS = 1_000_000;

  /** Of these qualities a mean can be made. */
  static final String USABLE = "quality in ('GOOD','DEGRADED','MANUAL')";

  private final SqlClient sql;
  private final InfluxWriter writer;
  private final Expiry expiry;
  private final Optional<QuestRetention> retention;

  /**
   * A store at this address; nothing is asked of it yet.
   *
   * @param kept how long readings are kept as they came; empty for ever, or as long as somebody
   *     else has told the server
   */
  public QuestStore(URI url, Optional<Duration> kept, InstantSource clock) {
    sql = new SqlClient(url);
    writer = new InfluxWriter(url);
    expiry = new Expiry(kept, clock);
    retention = kept.map(duration -> new QuestRetention(sql, duration, clock));
  }

  @Override
  public WriteOutcome prepare() {
    try {
      for (String table : QuestTables.CREATE) {
        sql.query(table);
      }
      retention.ifPresent(QuestRetention::begin);
      return new WriteOutcome.Written();
    } catch (StoreUnavailable e) {
      return new WriteOutcome.Unavailable(String.valueOf(e.getMessage()), false);
    }
  }

  @Override
  public WriteOutcome write(List<? extends Point> points) {
    if (points.size() > MAX_BATCH) {
      throw new IllegalArgumentException(points.size() + " points, allowed " + MAX_BATCH);
    }
    retention.ifPresent(QuestRetention::keep);
    return points.isEmpty() ? new WriteOutcome.Written() : writer.write(LineProtocol.of(points));
  }

  @Override
  public Optional<String> objection(Point point) {
    return expiry.objection(point);
  }

  @Override
  public List<Point.Ledger> ledger() throws StoreUnavailable {
    awaitApplied();
    List<Point.Ledger> entries = new ArrayList<>();
    for (JsonNode row :
        sql.query(
            "select vessel, stream, kind, first, last, readings, reason from blocks"
                + " where kind != 'row' order by vessel, stream, first limit "
                + MAX_ROWS)) {
      entries.add(ledger(row));
    }
    for (JsonNode row :
        sql.query(
            "select vessel, stream, 'row' kind, min(first) lo, max(last) hi, sum(readings) n,"
                + " '' reason from (select vessel, stream, first, last, readings,"
                + " first - row_number() over (partition by vessel, stream order by first) island"
                + " from blocks where kind = 'row')"
                + " group by vessel, stream, island order by vessel, stream, lo limit "
                + MAX_ROWS)) {
      entries.add(ledger(row));
    }
    return entries;
  }

  private static Point.Ledger ledger(JsonNode row) {
    return new Point.Ledger(
        new VesselId(row.get(0).asText()),
        new StreamId(row.get(1).asText()),
        Point.Kind.valueOf(row.get(2).asText().toUpperCase(Locale.ROOT)),
        row.get(3).asLong(),
        row.get(4).asLong(),
        row.get(5).asLong(),
        row.get(6).asText(""),
        0);
  }

  @Override
  public List<Point.ChannelEntry> channels() throws StoreUnavailable {
    List<Point.ChannelEntry> entries = new ArrayList<>();
    for (JsonNode row :
        sql.query(
            "select vessel, stream, id, path, source, unit, resolution, time_resolution, title"
                + " from channels order by vessel, stream, id limit "
                + MAX_ROWS)) {
      entries.add(
          new Point.ChannelEntry(
              new VesselId(row.get(0).asText()),
              new StreamId(row.get(1).asText()),
              Cells.channel(row, 2)));
    }
    return entries;
  }

  @Override
  public List<Point.Reading> latest(VesselId vessel) throws StoreUnavailable {
    List<Point.Reading> readings = new ArrayList<>();
    for (JsonNode row :
        sql.query(
            "select path, source, epoch, timestamp::long / 1000, value, quality, seq, stream"
                + " from readings where vessel = '"
                + vessel.text()
                + "' latest on timestamp partition by path, source")) {
      readings.add(
          new Point.Reading(
              vessel,
              row.get(0).asText(),
              row.get(1).asText(),
              row.get(2).asInt(),
              row.get(3).asLong(),
              Cells.value(row.get(4)),
              Quality.valueOf(row.get(5).asText()),
              row.get(6).asLong(),
              new StreamId(row.get(7).asText())));
    }
    return readings;
  }

  @Override
  public long count() throws StoreUnavailable {
    return sql.query("select count() from readings").get(0).get(0).asLong();
  }

  @Override
  public History history(HistoryQuery query) throws StoreUnavailable {
    String path =
        "from readings where vessel = '"
            + query.vessel().text()
            + "' and path = '"
            + query.path()
            + "' and timestamp between "
            + micros(query.fromMillis())
            + " and "
            + micros(query.toMillis());
    List<JsonNode> sources =
        sql.query(
            "select source, count() n "
                + path
                + query.source().map(name -> " and source = '" + name + "'").orElse("")
                + " group by source order by n desc, source limit 1");
    if (sources.isEmpty()) {
      return new History(query.source(), 0, List.of());
    }
    String source = sources.get(0).get(0).asText();
    String readings = path + " and source = '" + Names.requireValid("source", source) + "'";
    return sources.get(0).get(1).asLong() <= query.points()
        ? single(source, readings)
        : thinned(source, readings, query);
  }

  private History single(String source, String readings) throws StoreUnavailable {
    List<History.At> points = new ArrayList<>();
    for (JsonNode row :
        sql.query(
            "select timestamp::long / 1000, case when "
                + USABLE
                + " then value end v "
                + readings
                + " order by timestamp")) {
      points.add(new History.At(row.get(0).asLong(), Cells.value(row.get(1))));
    }
    return new History(Optional.of(source), 0, points);
  }

  /** Two points a bucket, its extremes, so that a peak of one reading is still on the chart. */
  private History thinned(String source, String readings, HistoryQuery query)
      throws StoreUnavailable {
    long step = query.stepMillis();
    String bucket = "(timestamp::long / 1000 - " + query.fromMillis() + ") / " + step;
    List<History.At> points = new ArrayList<>();
    for (JsonNode row :
        sql.query(
            "select b, min(v), max(v), first(v), last(v) from (select "
                + bucket
                + " b, case when "
                + USABLE
                + " then value end v "
                + readings
                + ") group by b order by b")) {
      long begin = query.fromMillis() + row.get(0).asLong() * step;
      points.addAll(Cells.extremes(row, begin, step));
    }
    return new History(Optional.of(source), step, points);
  }

  /** Waits, within limits, until everything that is durable is also visible. */
  private void awaitApplied() throws StoreUnavailable {
    for (int i = 0; i < MAX_APPLY_CHECKS; i++) {
      JsonNode behind =
          sql.query(
                  "select count() from wal_tables()"
                      + " where writerTxn < sequencerTxn and not suspended")
              .get(0);
      if (behind.get(0).asLong() == 0) {
        return;
      }
      try {
        Thread.sleep(APPLY_CHECK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreUnavailable("interrupted");
      }
    }
  }

  private static String micros(long millis) {
    return Long.toString(millis * 1000);
  }

  @Override
  public void close() {
    writer.close();
  }
}
