package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.bench.fleet.FleetCounts;
import org.plimsoll.bench.fleet.FleetStorm;
import org.plimsoll.bench.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bench fleet}: the links of a whole fleet come back at once, each ship with a backlog, and
 * go on measuring. Stations, brokers and store are processes of their own. Confined to its caller's
 * thread.
 */
public final class FleetBench {

  private static final Logger LOG = LoggerFactory.getLogger(FleetBench.class);

  private static final Duration START = Duration.ofSeconds(300);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_A_WORD = 10;
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration SETTLE = Duration.ofMinutes(10);

  /** The part of the backlog after which a station is lost. */
  private static final double LOST_AFTER = 0.4;

  /**
   * @param stations that divide the blocks, 1 to 8
   * @param brokers that the stations and the ships take by turns, 1 to 4; several are a cluster
   * @param losesOne whether the last station is killed in the midst of the storm
   */
  public record Shore(int stations, int brokers, boolean losesOne) {

    public Shore {
      if (stations < 1 || stations > 8) {
        throw new IllegalArgumentException("stations: " + stations + ", allowed 1 to 8");
      }
      if (brokers < 1 || brokers > 4) {
        throw new IllegalArgumentException("brokers: " + brokers + ", allowed 1 to 4");
      }
      if (losesOne && stations < 2) {
        throw new IllegalArgumentException("of a single station none can be lost");
      }
    }
  }

  private final FleetStorm.Options options;
  private final Shore shore;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public FleetBench(FleetStorm.Options options, Shore shore, Programs programs) {
    this.options = options;
    this.shore = shore;
    this.programs = programs;
  }

  /** Runs and prints a few lines; 0 within the limits and with nothing lost, else 1. */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-fleet-");
    LOG.info("Everything of this run is in {}", directory);
    out.printf(
        Locale.ROOT,
        "bench fleet: vessels %d, backlog %d s in rows of %d readings every %d s, a live row every"
            + " %d s, seed %d; stations %d, brokers %d, store %s, commit %s%n",
        options.vessels(),
        options.backlog().toSeconds(),
        options.channels(),
        options.rowEvery().toSeconds(),
        options.liveEvery().toSeconds(),
        options.seed(),
        shore.stations(),
        shore.brokers(),
        programs.store(),
        Revision.of(programs.examples()));
    try (Stations stations =
        new Stations(directory, programs, patience, shore.brokers(), shore.stations())) {
      stations.start(START);
      try (FleetStorm storm = new FleetStorm(stations.brokers(), options, InstantSource.system())) {
        return storm(out, stations, storm);
      }
    }
  }

  private int storm(PrintStream out, Stations stations, FleetStorm storm)
      throws IOException, InterruptedException {
    FleetReport report = new FleetReport(out, stations);
    storm.announce();
    if (!patience.await(START, storm::isAway)) {
      throw new IOException("within " + START.toSeconds() + " s not every ship was receipted");
    }
    LOG.info("{} ships have announced themselves; their links come back", options.vessels());
    storm.comeBack();
    long begun = System.nanoTime();
    for (int looks = 0; storm.behind() > 0 && System.nanoTime() - begun < LONGEST.toNanos(); ) {
      patience.pass(LOOK);
      if (shore.losesOne() && report.lost().isEmpty() && isMidst(storm)) {
        report.lose(shore.stations() - 1);
      }
      report.look();
      if (++looks % LOOKS_A_WORD == 0) {
        LOG.info(
            "{} of {} ships behind, {} readings sent",
            storm.behind(),
            options.vessels(),
            storm.counts().readings());
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    report.look();
    List<FleetCounts.LiveRow> live = storm.counts().live();
    storm.stopMeasuring();
    boolean drained = patience.await(SETTLE, () -> storm.undrained() == 0);
    List<Boolean> verdicts = new ArrayList<>();
    verdicts.add(drained);
    report.storm(storm.counts(), seconds);
    verdicts.add(report.live(live, begun));
    verdicts.add(report.memory());
    verdicts.add(report.shares());
    long sent = storm.counts().readings();
    patience.await(SETTLE, () -> stations.ashore().rows() >= sent);
    verdicts.add(report.whole(sent));
    return verdicts.contains(false) ? 1 : 0;
  }

  private boolean isMidst(FleetStorm storm) {
    double backlog =
        (double) options.vessels()
            * options.channels()
            * options.backlog().dividedBy(options.rowEvery());
    return storm.counts().readings() >= LOST_AFTER * backlog;
  }
}
