package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.bench.fleet.FleetCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is seen of a shore while a fleet storms it, and what is said of it. Confined to the run. */
final class FleetReport {

  private static final Logger LOG = LoggerFactory.getLogger(FleetReport.class);

  private static final double LIVE_LIMIT_SECONDS = 10;
  private static final double RESIDENT_LIMIT_MEGABYTES = 512;

  /** A share may be so much larger or smaller than an even one. */
  private static final double UNEVEN = 0.2;

  private static final Duration PART_OF_STORM = Duration.ofSeconds(30);
  private static final double MEGABYTE = 1e6;
  private static final String WRITTEN = "plimsoll_shore_readings_written_total";
  private static final String PUT_BACK = "plimsoll_shore_blocks_put_back_total";

  /** What a station had done when it was last asked, and what it took. */
  private static final class Seen {
    private long written;
    private long writtenUntilLoss;
    private long putBack;
    private long residentBytes;
    private double cpuSeconds;
  }

  private final PrintStream out;
  private final Stations stations;
  private final Http http = new Http();
  private final List<Seen> seen = new ArrayList<>();
  private long brokersBytes;
  private long storeBytes;
  private OptionalInt lost = OptionalInt.empty();

  FleetReport(PrintStream out, Stations stations) {
    this.out = out;
    this.stations = stations;
    stations.stations().forEach(each -> seen.add(new Seen()));
  }

  /** The station that was lost, from 0. */
  OptionalInt lost() {
    return lost;
  }

  /** Kills a station, having looked at it. */
  void lose(int station) throws IOException, InterruptedException {
    look();
    LOG.info("Station {} is killed", station + 1);
    stations.stations().get(station).kill();
    lost = OptionalInt.of(station);
  }

  /** Notes what there is to note of every process. After a loss the shares stay as they were. */
  void look() throws IOException, InterruptedException {
    for (int i = 0; i < seen.size(); i++) {
      if (lost.orElse(-1) != i) {
        look(i, seen.get(i));
      }
    }
    long sum = 0;
    for (ChildProcess broker : stations.brokerProcesses()) {
      sum += mostResidentBytes(broker);
    }
    brokersBytes = sum;
    storeBytes = mostResidentBytes(stations.storeProcess());
  }

  private static long mostResidentBytes(ChildProcess process) throws IOException {
    return new ProcessCost(process.processId()).mostResidentBytes().orElse(0);
  }

  private void look(int station, Seen at) throws IOException, InterruptedException {
    ProcessCost cost = new ProcessCost(stations.stations().get(station).processId());
    at.residentBytes = cost.mostResidentBytes().orElse(0);
    at.written = http.counter(stations.pages(station), WRITTEN);
    if (lost.isEmpty()) {
      at.cpuSeconds = cost.cpu().toMillis() / 1e3;
      at.writtenUntilLoss = at.written;
    }
    at.putBack = http.counter(stations.pages(station), PUT_BACK);
  }

  void storm(FleetCounts counts, double seconds) {
    long written = seen.stream().mapToLong(each -> each.written).sum();
    out.printf(
        Locale.ROOT,
        "the storm took %.0f s, %.0f readings a second; connections %d, lost %d, messages refused"
            + " %d, blocks sent again %d, readings written %d, blocks let go for want of a"
            + " channel table %d%n",
        seconds,
        counts.readingsOfStorm() / seconds,
        counts.connections(),
        counts.lostConnections(),
        counts.messagesRefused(),
        counts.repeated(),
        written,
        seen.stream().mapToLong(each -> each.putBack).sum());
  }

  /** Those of the whole storm, and by the time when they were measured: a stall shows there. */
  boolean live(List<FleetCounts.LiveRow> rows, long begunNanos) {
    Distribution live = distribution(rows);
    boolean fresh = live.percentile(0.95) < LIVE_LIMIT_SECONDS;
    out.printf(
        Locale.ROOT,
        "live rows, from measurement to receipt aboard, %s, limit of p95 %.0f s: %s%n",
        live.inSeconds(),
        LIVE_LIMIT_SECONDS,
        fresh ? "ok" : "TOO OLD");
    Map<Long, List<FleetCounts.LiveRow>> byTime =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> (row.measuredNanos() - begunNanos) / PART_OF_STORM.toNanos(),
                    TreeMap::new,
                    Collectors.toList()));
    byTime.forEach(
        (part, some) ->
            out.printf(
                Locale.ROOT,
                "  measured from %4d s: %s%n",
                part * PART_OF_STORM.toSeconds(),
                distribution(some).inSeconds()));
    return fresh;
  }

  private static Distribution distribution(List<FleetCounts.LiveRow> rows) {
    return new Distribution(rows.stream().map(FleetCounts.LiveRow::seconds).toList());
  }

  boolean memory() {
    long most = seen.stream().mapToLong(each -> each.residentBytes).max().orElse(0);
    boolean small = most / MEGABYTE < RESIDENT_LIMIT_MEGABYTES;
    out.printf(
        Locale.ROOT,
        "a station: at most %.0f MB resident, limit %.0f: %s (brokers together %.0f, store %.0f)%n",
        most / MEGABYTE,
        RESIDENT_LIMIT_MEGABYTES,
        small ? "ok" : "TOO LARGE",
        brokersBytes / MEGABYTE,
        storeBytes / MEGABYTE);
    return small;
  }

  /** Of the readings until one was lost, or until the end. */
  boolean shares() {
    long sum = seen.stream().mapToLong(each -> each.writtenUntilLoss).sum();
    boolean even = true;
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < seen.size(); i++) {
      Seen each = seen.get(i);
      double share = sum == 0 ? 0 : each.writtenUntilLoss / (double) sum;
      even &= Math.abs(share * seen.size() - 1) <= UNEVEN;
      line.append(
          String.format(
              Locale.ROOT,
              "%sstation %d %.1f %% (%.0f readings a second of its processor time)",
              i == 0 ? "" : ", ",
              i + 1,
              share * 100,
              each.writtenUntilLoss / each.cpuSeconds));
    }
    out.printf(
        Locale.ROOT,
        "shares%s: %s, each within %.0f %% of an even one: %s%n",
        lost.isPresent() ? " until station " + (lost.getAsInt() + 1) + " was killed" : "",
        line,
        UNEVEN * 100,
        even ? "ok" : "UNEVEN");
    return even;
  }

  boolean whole(long sent) throws IOException, InterruptedException {
    Ashore ashore = stations.ashore();
    long stored = ashore.rows();
    long identities = ashore.identities();
    boolean whole = stored == sent && identities == sent;
    out.printf(
        "all of it: sent %d, stored %d, identities %d: %s%n",
        sent, stored, identities, whole ? "nothing lost" : "LOST OR DOUBLED");
    return whole;
  }
}
