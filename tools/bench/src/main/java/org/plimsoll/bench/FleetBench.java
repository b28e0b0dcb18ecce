package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.plimsoll.bench.fleet.FleetCounts;
import org.plimsoll.bench.fleet.FleetStorm;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bench fleet}: the links of a whole fleet come back at once, each ship with a backlog, and
 * go on measuring. The shore is a process of its own with its broker and its store. Confined to its
 * caller's thread.
 */
public final class FleetBench {

  private static final Logger LOG = LoggerFactory.getLogger(FleetBench.class);

  private static final Duration START = Duration.ofSeconds(300);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration SETTLE = Duration.ofMinutes(10);
  private static final double LIVE_LIMIT_SECONDS = 10;
  private static final double RESIDENT_LIMIT_MEGABYTES = 512;
  private static final double MEGABYTE = 1e6;
  private static final String FLEET = "from readings where vessel like 'mmsi97%'";

  private final FleetStorm.Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);
  private final Http http = new Http();

  public FleetBench(FleetStorm.Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /** Runs and prints a few lines; 0 within the limits and with nothing lost, else 1. */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-fleet-");
    LOG.info("Everything of this run is in {}", directory);
    out.printf(
        "bench fleet: vessels %d, backlog %d s in rows of %d readings every %d s, a live row every"
            + " %d s, seed %d, commit %s%n",
        options.vessels(),
        options.backlog().toSeconds(),
        options.channels(),
        options.rowEvery().toSeconds(),
        options.liveEvery().toSeconds(),
        options.seed(),
        Revision.of(programs.examples()));
    try (Halves halves = new Halves(directory, programs, patience, false, 1)) {
      ChildProcess shore = halves.startShore(START);
      ProcessCost cost = new ProcessCost(shore.processId());
      try (FleetStorm storm =
          new FleetStorm(
              new InetSocketAddress("127.0.0.1", halves.brokerPort()),
              options,
              InstantSource.system())) {
        return storm(out, halves, storm, cost);
      }
    }
  }

  private int storm(PrintStream out, Halves halves, FleetStorm storm, ProcessCost cost)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    storm.start();
    long most = 0;
    while (storm.behind() > 0 && System.nanoTime() - begun < LONGEST.toNanos()) {
      patience.pass(LOOK);
      most = Math.max(most, cost.residentBytes());
      LOG.info(
          "{} of {} ships behind, {} readings sent, shore {} MB",
          storm.behind(),
          options.vessels(),
          storm.counts().readings(),
          Math.round(most / MEGABYTE));
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Distribution live = new Distribution(storm.counts().live());
    storm.stopMeasuring();
    boolean drained = patience.await(SETTLE, () -> storm.undrained() == 0);
    return say(out, halves, storm.counts(), live, most, seconds) && drained ? 0 : 1;
  }

  private boolean say(
      PrintStream out,
      Halves halves,
      FleetCounts counts,
      Distribution live,
      long mostBytes,
      double seconds)
      throws IOException, InterruptedException {
    boolean fresh = live.percentile(0.95) < LIVE_LIMIT_SECONDS;
    boolean small = mostBytes / MEGABYTE < RESIDENT_LIMIT_MEGABYTES;
    out.printf(
        Locale.ROOT,
        "the storm took %.0f s, %.0f readings a second; connections %d, lost %d, blocks sent again"
            + " %d, readings stored again %d%n",
        seconds,
        counts.readings() / seconds,
        counts.connections(),
        counts.lostConnections(),
        counts.repeated(),
        halves.counter(halves.shorePages(), "plimsoll_shore_readings_repeated_total"));
    out.printf(
        Locale.ROOT,
        "live rows, from measurement to receipt aboard, %s, limit of p95 %.0f s: %s%n",
        live.inSeconds(),
        LIVE_LIMIT_SECONDS,
        fresh ? "ok" : "TOO OLD");
    out.printf(
        Locale.ROOT,
        "shore with broker and store: at most %.0f MB resident, limit %.0f: %s%n",
        mostBytes / MEGABYTE,
        RESIDENT_LIMIT_MEGABYTES,
        small ? "ok" : "TOO LARGE");
    return whole(out, halves, counts.readings()) && fresh && small;
  }

  private boolean whole(PrintStream out, Halves halves, long sent)
      throws IOException, InterruptedException {
    patience.await(SETTLE, () -> count(halves, "count() " + FLEET) >= sent);
    long stored = count(halves, "count() " + FLEET);
    long identities =
        count(
            halves,
            "count() from (select distinct timestamp, path, vessel, source, epoch " + FLEET + ")");
    boolean whole = stored == sent && identities == sent;
    out.printf(
        "all of it: sent %d, stored %d, identities %d: %s%n",
        sent, stored, identities, whole ? "nothing lost" : "LOST OR DOUBLED");
    return whole;
  }

  private long count(Halves halves, String what) throws IOException, InterruptedException {
    JsonNode answer = http.sql(halves.store(), "select " + what);
    return answer.path("dataset").path(0).path(0).asLong(-1);
  }
}
