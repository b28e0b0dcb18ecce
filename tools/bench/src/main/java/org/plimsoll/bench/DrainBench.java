package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.bench.revision.Revision;
import org.plimsoll.bench.wire.RecordedShip;
import org.plimsoll.telemetry.VesselId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bench drain}: how large the backlog of an outage is, and what becomes of live data while
 * it drains. The backlog is built in simulated time; then a vessel process starts on it, goes on
 * measuring, and the link returns. Confined to its caller's thread.
 */
public final class DrainBench {

  private static final Logger LOG = LoggerFactory.getLogger(DrainBench.class);

  private static final long LIMIT_BYTES_A_WEEK = 16_000_000;
  private static final double NEWEST_LIMIT_SECONDS = 5;
  private static final double LIVE_LIMIT_SECONDS = 10;
  private static final double SECONDS_A_WEEK = Duration.ofDays(7).toSeconds();
  private static final double MEGABYTE = 1e6;

  private static final int READINGS_PER_SECOND = 50;
  private static final Duration START = Duration.ofSeconds(300);

  /** The outage goes on for so long after the vessel has started. */
  private static final Duration STILL_DOWN = Duration.ofSeconds(20);

  private static final Duration SETTLE = Duration.ofMinutes(5);

  /** Slower than this part of the link's capacity the drain may not be. */
  private static final double LEAST_USE = 0.25;

  /** And not slower than this where the link has no limit. */
  private static final double LEAST_BYTES_PER_SECOND = 5_000;

  /**
   * @param recording a recorded ship; the simulated ferry without one.
   * @param outage 1 h to 365 days.
   * @param link over which it drains.
   * @param directory of the outbox; in memory if that is where it is.
   * @param seed of the simulated ferry.
   */
  public record Options(
      Optional<Path> recording, Duration outage, LinkShape link, Path directory, long seed) {

    public Options {
      if (outage.toHours() < 1 || outage.toDays() > 365) {
        throw new IllegalArgumentException("outage " + outage + ", allowed 1 h to 365 days");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public DrainBench(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /** Runs and prints a few lines; 0 within the limits and with nothing lost, else 1. */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(options.directory(), "plimsoll-drain-");
    LOG.info("Everything of this run is in {}", directory);
    RecordedShip ship = RecordedShip.of(options.recording(), options.seed());
    out.printf(
        "bench drain: %s; seed %d, commit %s%n",
        ship.title(), options.seed(), Revision.of(programs.examples()));
    long begun = System.nanoTime();
    Instant end = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    OutageBacklog backlog =
        OutageBacklog.build(
            directory.resolve("outbox"), ship, options.outage(), end, options.seed());
    boolean small = say(out, backlog, (System.nanoTime() - begun) / 1e9);
    boolean well = drain(out, directory, backlog);
    if (small && well) {
      Ordeal.delete(directory);
    }
    return small && well ? 0 : 1;
  }

  private boolean say(PrintStream out, OutageBacklog backlog, double seconds) {
    double limit = LIMIT_BYTES_A_WEEK * (options.outage().toSeconds() / SECONDS_A_WEEK);
    boolean small = backlog.bytes() <= limit;
    out.printf(
        Locale.ROOT,
        "backlog of %.1f days: %d readings (%.1f a second) in %d blocks, %.2f MB, %.3f bytes a"
            + " reading, limit %.2f MB, file %.2f MB, built in %.0f s: %s%n",
        options.outage().toHours() / 24.0,
        backlog.readings(),
        backlog.readings() / (double) options.outage().toSeconds(),
        backlog.blocks(),
        backlog.bytes() / MEGABYTE,
        backlog.bytesPerReading(),
        limit / MEGABYTE,
        backlog.fileBytes() / MEGABYTE,
        seconds,
        small ? "ok" : "ABOVE THE LIMIT");
    return small;
  }

  private boolean drain(PrintStream out, Path directory, OutageBacklog backlog)
      throws IOException, InterruptedException {
    InstantSource clock = InstantSource.system();
    try (Halves halves = new Halves(directory, programs, patience, false, READINGS_PER_SECOND);
        SatelliteLink link =
            new SatelliteLink(
                0, new InetSocketAddress("127.0.0.1", halves.brokerPort()), options.link())) {
      halves.configure("uplink.port", link.tcpPort());
      link.down(Outage.RESET);
      halves.instruments().plugIn(clock);
      halves.startShore(START);
      try (LinkWatch watch =
          new LinkWatch(halves.brokerPort(), new VesselId(Halves.VESSEL), clock)) {
        halves.startVessel(START);
        long live = READINGS_PER_SECOND * STILL_DOWN.toSeconds();
        halves.require(
            "live readings are accepted",
            START,
            () -> halves.accepted() > backlog.readings() + live);
        watch.begin(halves.outboxNow().path("lastSequence").asLong());
        long begun = System.nanoTime();
        link.up();
        LOG.info("The link is back");
        boolean drained = patience.await(longest(backlog), halves::isDrained);
        double seconds = (System.nanoTime() - begun) / 1e9;
        watch.end();
        boolean inTime = say(out, watch, link.traffic(), backlog, drained ? seconds : -1);
        Tally tally = halves.settle(SETTLE);
        // on a slow link the last seconds before her end may still be aboard
        boolean whole = tally.lost() == 0 && tally.surplus() == 0;
        Resident resident = halves.vesselResident();
        out.printf(
            "all of it: %s%s: %s%n", tally, resident, whole ? "nothing lost" : "LOST OR DOUBLED");
        return inTime && drained && whole && resident.isWithinLimit();
      }
    }
  }

  private boolean say(
      PrintStream out,
      LinkWatch watch,
      LinkTraffic traffic,
      OutageBacklog backlog,
      double seconds) {
    Distribution live = watch.liveBlocks();
    Distribution ages = watch.ages();
    double newest = watch.newestAfterSeconds().orElse(Double.POSITIVE_INFINITY);
    boolean first = newest <= NEWEST_LIMIT_SECONDS;
    boolean fresh = live.percentile(0.95) <= LIVE_LIMIT_SECONDS;
    // a packet that is lost three times in a row holds up all behind it, whatever a gateway does
    boolean lossy = options.link().loss() > 0;
    boolean young = (lossy ? ages.percentile(0.95) : ages.longest()) <= LIVE_LIMIT_SECONDS;
    out.printf(
        Locale.ROOT,
        "link: %d bit/s, delay %d ms each way, loss %.1f %%, by a proxy%n",
        options.link().bitsPerSecond(),
        options.link().delay().toMillis(),
        options.link().loss() * 100);
    out.printf(
        Locale.ROOT,
        "newest block ashore %.2f s after the link's return, limit %.0f s: %s%n",
        newest,
        NEWEST_LIMIT_SECONDS,
        first ? "ok" : "TOO LATE");
    out.printf(
        Locale.ROOT,
        "blocks of live readings while it drained, from measurement to receipt, %s, limit of p95"
            + " %.0f s: %s%n",
        live.inSeconds(),
        LIVE_LIMIT_SECONDS,
        fresh ? "ok" : "TOO OLD");
    out.printf(
        Locale.ROOT,
        "oldest that the newest reading ashore was, from receipt to receipt, %s, limit of %s %.0f"
            + " s: %s%n",
        ages.inSeconds(),
        lossy ? "p95" : "all",
        LIVE_LIMIT_SECONDS,
        young ? "ok" : "TOO OLD");
    out.printf(
        Locale.ROOT,
        "drained in %.0f s: %d blocks of the backlog, %.2f MB to the shore, %.2f MB to the ship,"
            + " %.0f bytes of blocks a second%n",
        seconds,
        watch.backlogBlocks(),
        traffic.bytesToShore() / MEGABYTE,
        traffic.bytesToShip() / MEGABYTE,
        backlog.bytes() / seconds);
    return first && fresh && young;
  }

  private Duration longest(OutageBacklog backlog) {
    double bytesPerSecond =
        options.link().bitsPerSecond() == 0
            ? LEAST_BYTES_PER_SECOND
            : options.link().bitsPerSecond() / 8.0 * LEAST_USE;
    return SETTLE.plusSeconds((long) (backlog.bytes() / bytesPerSecond));
  }
}
