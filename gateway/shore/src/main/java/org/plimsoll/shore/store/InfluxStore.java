package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * InfluxDB: written as line protocol with a measurement for each path, asked in InfluxQL.
 *
 * <p>A point's identity there is measurement, tags and time, so the ledger's entries carry their
 * first sequence number as their time, and channels their id: what is written again overwrites
 * itself. Both are where nothing expires; readings may.
 */
public final class InfluxStore implements Store {

  private static final Logger log = LoggerFactory.getLogger(InfluxStore.class);

  private final InfluxServer server;
  private final Expiry expiry;
  private final InfluxQl influx;
  private final InfluxQl books;
  private final InfluxWriter writer;
  private final InfluxWriter bookkeeper;
  private boolean set;
  private boolean scriptSaid;

  /** A store at this address; nothing is asked of it yet. */
  public InfluxStore(InfluxServer server, InstantSource clock) {
    this.server = server;
    this.expiry = new Expiry(server.retention(), clock);
    this.influx = new InfluxQl(server, server.database());
    this.books = new InfluxQl(server, server.booksDatabase());
    this.writer = InfluxWriter.ofReadings(server);
    this.bookkeeper = InfluxWriter.ofBooks(server);
  }

  /** Version 1 creates its database; those of 2 and 3 are an administrator's to make. */
  @Override
  public synchronized WriteOutcome prepare() {
    try {
      if (server.version() == InfluxServer.Version.V1) {
        influx.ask(InfluxSetup.create(server));
        keep();
      } else {
        influx.ask("SHOW MEASUREMENTS LIMIT 1");
        books.ask("SHOW MEASUREMENTS LIMIT 1");
      }
      return new WriteOutcome.Written();
    } catch (StoreUnavailable e) {
      return forbidden(e)
          ? new WriteOutcome.Misconfigured(String.valueOf(e.getMessage()))
          : new WriteOutcome.Unavailable(String.valueOf(e.getMessage()), false);
    }
  }

  /** Retention and thinning are no condition of writing. */
  private void keep() throws StoreUnavailable {
    if (set) {
      return;
    }
    for (String statement : InfluxSetup.keep(server)) {
      try {
        influx.ask(statement);
      } catch (StoreUnavailable refused) {
        if (!isThere(refused)) {
          throw refused;
        }
      }
    }
    set = true;
  }

  private static boolean isThere(StoreUnavailable refused) {
    return String.valueOf(refused.getMessage()).contains("already exists");
  }

  private boolean forbidden(StoreUnavailable refused) {
    String why = String.valueOf(refused.getMessage());
    boolean forbidden =
        why.startsWith("HTTP 401")
            || why.startsWith("HTTP 403")
            || why.startsWith("HTTP 404")
            || why.contains("admin privilege")
            || why.contains("database not found")
            || why.contains("not authorized");
    if (forbidden && !scriptSaid) {
      scriptSaid = true;
      log.warn(
          "{} does not let us set it up ({}); somebody who may types:\n{}",
          server,
          why,
          InfluxSetup.script(server));
    }
    return forbidden;
  }

  @Override
  public WriteOutcome write(List<? extends Point> points) {
    if (points.size() > MAX_BATCH) {
      throw new IllegalArgumentException(points.size() + " points, allowed " + MAX_BATCH);
    }
    List<Point> readings = new ArrayList<>();
    List<Point> kept = new ArrayList<>();
    points.forEach(point -> (point instanceof Point.Reading ? readings : kept).add(point));
    WriteOutcome outcome = write(writer, readings);
    return outcome instanceof WriteOutcome.Written ? write(bookkeeper, kept) : outcome;
  }

  private static WriteOutcome write(InfluxWriter to, List<Point> points) {
    return points.isEmpty() ? new WriteOutcome.Written() : to.write(LineProtocol.byPath(points));
  }

  @Override
  public Optional<String> objection(Point point) {
    return expiry.objection(point);
  }

  @Override
  public List<Point.Ledger> ledger() throws StoreUnavailable {
    return new InfluxLedger(books, book(LineProtocol.LEDGER_BY_PATH)).read();
  }

  @Override
  public List<Point.ChannelEntry> channels() throws StoreUnavailable {
    List<Point.ChannelEntry> entries = new ArrayList<>();
    for (InfluxQl.Series series :
        books.ask(
            "SELECT \"path\", \"source\", unit, resolution, time_resolution, title FROM "
                + book(LineProtocol.CHANNELS_BY_PATH)
                + " GROUP BY vessel, stream")) {
      for (JsonNode row : series.rows()) {
        entries.add(
            new Point.ChannelEntry(
                new VesselId(series.tag("vessel")),
                new StreamId(series.tag("stream")),
                Cells.channel(row, 0)));
      }
    }
    return entries;
  }

  @Override
  public List<Point.Reading> latest(VesselId vessel) throws StoreUnavailable {
    Map<List<String>, Point.Reading> latest = new HashMap<>();
    for (InfluxQl.Series series :
        influx.ask(
            "SELECT value, quality, seq, stream FROM /.*/ WHERE vessel = '"
                + vessel.text()
                + "' GROUP BY source, epoch ORDER BY time DESC LIMIT 1")) {
      for (JsonNode row : series.rows()) {
        if (row.get(2).isTextual()) {
          Point.Reading reading = reading(vessel, series, row);
          latest.merge(
              List.of(reading.path(), reading.source()),
              reading,
              (a, b) -> a.timeMillis() >= b.timeMillis() ? a : b);
        }
      }
    }
    return List.copyOf(latest.values());
  }

  private static Point.Reading reading(VesselId vessel, InfluxQl.Series series, JsonNode row) {
    return new Point.Reading(
        vessel,
        series.name(),
        series.tag("source"),
        Integer.parseInt(series.tag("epoch")),
        row.get(0).asLong(),
        Cells.value(row.get(1)),
        Quality.valueOf(row.get(2).asText()),
        row.get(3).asLong(),
        new StreamId(row.get(4).asText()));
  }

  @Override
  public long count() throws StoreUnavailable {
    long count = 0;
    for (InfluxQl.Series series : influx.ask("SELECT count(seq) FROM /.*/")) {
      count += series.rows().path(0).path(1).asLong();
    }
    return count;
  }

  @Override
  public History history(HistoryQuery query) throws StoreUnavailable {
    String of =
        " FROM "
            + quoted(query.path())
            + " WHERE vessel = '"
            + query.vessel().text()
            + "' AND time >= "
            + query.fromMillis()
            + "ms AND time <= "
            + query.toMillis()
            + "ms";
    String source = "";
    long most = 0;
    for (InfluxQl.Series series : influx.ask("SELECT count(seq)" + of + " GROUP BY source")) {
      long count = series.rows().path(0).path(1).asLong();
      boolean wanted = query.source().map(series.tag("source")::equals).orElse(true);
      if (wanted && count > most) {
        most = count;
        source = series.tag("source");
      }
    }
    if (most == 0) {
      return new History(query.source(), 0, List.of());
    }
    String readings = of + " AND \"source\" = '" + Names.requireValid("source", source) + "'";
    return most <= query.points() ? single(source, readings) : thinned(source, readings, query);
  }

  private History single(String source, String readings) throws StoreUnavailable {
    List<History.At> points = new ArrayList<>();
    for (InfluxQl.Series series : influx.ask("SELECT value, quality" + readings)) {
      for (JsonNode row : series.rows()) {
        boolean usable = Quality.valueOf(row.get(2).asText()).isUsable();
        points.add(
            new History.At(
                row.get(0).asLong(), usable ? Cells.value(row.get(1)) : OptionalDouble.empty()));
      }
    }
    return new History(Optional.of(source), 0, points);
  }

  /** Two points a bucket, its extremes; a bucket without a usable value has none. */
  private History thinned(String source, String readings, HistoryQuery query)
      throws StoreUnavailable {
    long step = query.stepMillis();
    String grouped =
        " GROUP BY time(" + step + "ms, " + query.fromMillis() % step + "ms) fill(none)";
    Map<Long, List<History.At>> points = new TreeMap<>();
    for (InfluxQl.Series series : influx.ask("SELECT count(seq)" + readings + grouped)) {
      series
          .rows()
          .forEach(row -> points.put(row.get(0).asLong(), empty(row.get(0).asLong(), step)));
    }
    for (InfluxQl.Series series :
        influx.ask(
            "SELECT min(value), max(value), first(value), last(value)"
                + readings
                + " AND "
                + InfluxSetup.USABLE
                + grouped)) {
      series
          .rows()
          .forEach(
              row ->
                  points.put(row.get(0).asLong(), Cells.extremes(row, row.get(0).asLong(), step)));
    }
    return new History(
        Optional.of(source), step, points.values().stream().flatMap(Collection::stream).toList());
  }

  private static List<History.At> empty(long begin, long step) {
    return List.of(
        new History.At(begin, OptionalDouble.empty()),
        new History.At(begin + step / 2, OptionalDouble.empty()));
  }

  private String book(String measurement) {
    return server.version() == InfluxServer.Version.V1
        ? quoted(InfluxSetup.LONG) + "." + quoted(measurement)
        : quoted(measurement);
  }

  private static String quoted(String measurement) {
    return '"' + Names.requireValid("measurement", measurement) + '"';
  }

  @Override
  public void close() {
    writer.close();
    bookkeeper.close();
  }
}
