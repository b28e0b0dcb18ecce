package org.plimsoll.shore.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * VictoriaMetrics: written as line protocol, asked in MetricsQL.
 *
 * <p>It keeps what the others keep, at the price of rules that it does not say itself. It answers a
 * write before it is durable, so each write is followed by a snapshot. It drops what is older than
 * its retention or two days ahead without a word, so {@link #prepare} tries the retention and
 * {@link #write} refuses what is ahead. It keeps what is written twice, unless it was told not to,
 * so {@link #prepare} tries that too. Values are exact to twelve digits.
 */
public final class VictoriaStore implements Store {

  /** What the server throws away begins two days ahead of its own clock. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** 1980-01-01 UTC: a server that keeps this keeps the ledger too, whose times begin in 2000. */
  private static final long PROBE_MILLIS = 315_532_800_000L;

  private static final String PROBE = "plimsoll_probe";

  /** Most streams whose shelf is remembered; beyond it one more sample is written now and then. */
  private static final int MAX_REMEMBERED = 10_000;

  private static final long NO_SHELF = Long.MIN_VALUE;

  private static final String WANTED =
      "want -retentionPeriod=100y and -dedup.minScrapeInterval=1ms";

  private final VictoriaServer server;
  private final InstantSource clock;
  private final MetricsQl victoria;
  private final VictoriaLedger ledger;
  private final VictoriaHistory history;
  private final InfluxWriter writer;
  private final Map<StreamId, Long> shelves = new ConcurrentHashMap<>();

  /** A store at this address; nothing is asked of it yet. */
  public VictoriaStore(VictoriaServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.victoria = new MetricsQl(server);
    this.ledger = new VictoriaLedger(victoria);
    this.history = new VictoriaHistory(victoria);
    this.writer = InfluxWriter.of(server);
  }

  /** There is nothing to create; whether the server keeps what it is given is tried. */
  @Override
  public WriteOutcome prepare() {
    shelves.clear();
    // Just after a full second: thinning would take both for one.
    String line = PROBE + " kept=1 ";
    String later = line + (PROBE_MILLIS + 2) + "\n";
    WriteOutcome outcome = synced(line + (PROBE_MILLIS + 1) + "\n" + later);
    if (outcome instanceof WriteOutcome.Written) {
      outcome = synced(later);
    }
    return outcome instanceof WriteOutcome.Written ? tried() : outcome;
  }

  private WriteOutcome tried() {
    try {
      List<Long> times = new ArrayList<>();
      for (MetricsQl.Series series :
          victoria.samples(PROBE + "_kept", PROBE_MILLIS, PROBE_MILLIS + 2)) {
        series.samples().forEach(sample -> times.add(sample.timeMillis()));
      }
      if (times.isEmpty()) {
        return misconfigured("does not keep what is of 1980");
      }
      if (new HashSet<>(times).size() < 2) {
        return misconfigured("keeps one of two readings within 1 ms");
      }
      return times.size() == 2
          ? new WriteOutcome.Written()
          : misconfigured("keeps twice what is written twice");
    } catch (StoreUnavailable e) {
      return away(e);
    }
  }

  private WriteOutcome misconfigured(String why) {
    return new WriteOutcome.Misconfigured(server + " " + why + "; " + WANTED);
  }

  @Override
  public WriteOutcome write(List<? extends Point> points) {
    if (points.size() > MAX_BATCH) {
      throw new IllegalArgumentException(points.size() + " points, allowed " + MAX_BATCH);
    }
    if (points.isEmpty()) {
      return new WriteOutcome.Written();
    }
    long latest = clock.millis() + AHEAD.toMillis();
    for (Point point : points) {
      if (point instanceof Point.Reading reading
          && (reading.timeMillis() < VictoriaLines.MIN_TIME_MILLIS
              || reading.timeMillis() > latest)) {
        return new WriteOutcome.Refused(
            "VictoriaMetrics keeps times from 1970-01-03 to a day from now, not "
                + reading.timeMillis()
                + " ms");
      }
    }
    Map<StreamId, Long> now = new HashMap<>();
    StringBuilder lines = new StringBuilder(VictoriaLines.of(points));
    for (Point point : points) {
      if (point instanceof Point.Ledger row && row.kind() == Point.Kind.ROW) {
        long shelf = VictoriaLedger.shelf(row.first());
        long known = now.getOrDefault(row.stream(), shelves.getOrDefault(row.stream(), NO_SHELF));
        if (known != shelf) {
          VictoriaLines.appendShelf(lines, row, shelf);
        }
        now.put(row.stream(), shelf);
      }
    }
    WriteOutcome outcome = synced(lines.toString());
    if (outcome instanceof WriteOutcome.Written) {
      remember(now);
    }
    return outcome;
  }

  private void remember(Map<StreamId, Long> now) {
    if (shelves.size() + now.size() > MAX_REMEMBERED) {
      shelves.clear();
    }
    shelves.putAll(now);
  }

  private WriteOutcome synced(String lines) {
    WriteOutcome outcome = writer.write(lines);
    if (!(outcome instanceof WriteOutcome.Written)) {
      return outcome;
    }
    try {
      victoria.sync();
      return outcome;
    } catch (StoreUnavailable e) {
      return away(e);
    }
  }

  private static WriteOutcome away(StoreUnavailable e) {
    String why = String.valueOf(e.getMessage());
    boolean forbidden = why.startsWith("HTTP 401") || why.startsWith("HTTP 403");
    return forbidden
        ? new WriteOutcome.Misconfigured(why)
        : new WriteOutcome.Unavailable(why, false);
  }

  @Override
  public List<Point.Ledger> ledger() throws StoreUnavailable {
    return ledger.read(clock.millis());
  }

  @Override
  public List<Point.ChannelEntry> channels() throws StoreUnavailable {
    List<Point.ChannelEntry> entries = new ArrayList<>();
    long base = VictoriaLines.BASE_MILLIS;
    for (String vessel : victoria.labels("vessel", VictoriaLines.CHANNELS, base, clock.millis())) {
      entries.addAll(channels(new VesselId(vessel)));
    }
    return entries;
  }

  private List<Point.ChannelEntry> channels(VesselId vessel) throws StoreUnavailable {
    List<Point.ChannelEntry> entries = new ArrayList<>();
    long base = VictoriaLines.BASE_MILLIS;
    for (MetricsQl.Series series :
        victoria.samples(of(VictoriaLines.CHANNELS, vessel), base, base)) {
      Channel channel =
          new Channel(
              Integer.parseInt(series.label("id")),
              series.label("path"),
              series.label("source"),
              series.label("unit"),
              Double.parseDouble(series.label("resolution")),
              Integer.parseInt(series.label("time_resolution")),
              series.label("title"));
      entries.add(new Point.ChannelEntry(vessel, new StreamId(series.label("stream")), channel));
    }
    entries.sort(
        Comparator.comparing((Point.ChannelEntry entry) -> entry.stream().hex())
            .thenComparing(entry -> entry.channel().id()));
    return entries;
  }

  @Override
  public List<Point.Reading> latest(VesselId vessel) throws StoreUnavailable {
    return new VictoriaLatest(victoria, vessel).read(clock.millis() + AHEAD.toMillis());
  }

  @Override
  public long count() throws StoreUnavailable {
    long until = clock.millis() + AHEAD.toMillis();
    return history
        .counts(VictoriaLines.SEQUENCE, "vessel", VictoriaLines.MIN_TIME_MILLIS, until)
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public History history(HistoryQuery query) throws StoreUnavailable {
    return history.history(query);
  }

  private static String of(String metric, VesselId vessel) {
    return metric + "{vessel=\"" + vessel.text() + "\"}";
  }

  @Override
  public void close() {
    writer.close();
  }
}
