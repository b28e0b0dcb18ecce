package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.plimsoll.bench.revision.Revision;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bench start}: how long after its start a vessel process has accepted its first reading,
 * with a backlog in its outbox that no shore has taken. Confined to its caller's thread.
 */
public final class StartBench {

  private static final Logger LOG = LoggerFactory.getLogger(StartBench.class);

  private static final int LOOKS_PER_GROUP = 20;
  private static final int GROUPS_PER_BLOCK = 10;
  private static final int UNSEALED_GROUPS = 100;
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final double MEGABYTE = 1e6;

  /**
   * @param backlog readings that wait, 1,000 to 1,000,000,000.
   * @param seed of what they say.
   */
  public record Options(long backlog, long seed) {

    public Options {
      if (backlog < 1_000 || backlog > 1_000_000_000) {
        throw new IllegalArgumentException(
            "backlog " + backlog + ", allowed 1,000 to 1,000,000,000");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public StartBench(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line; 0 within 10 s, else 1.
   *
   * @throws IOException if the vessel does not start at all.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plimsoll-start-");
    LOG.info("Everything of this run is in {}", directory);
    long backlog = build(directory.resolve("built"), directory.resolve("outbox"));
    long bytes = Files.size(directory.resolve("outbox").resolve(OutboxFile.FILE));
    try (Halves halves =
        new Halves(directory, programs, patience, false, Ordeal.READINGS_PER_SECOND)) {
      halves.instruments().plugIn(InstantSource.system());
      long begun = System.nanoTime();
      halves.startVessel(PATIENCE);
      halves.require("a reading is accepted", PATIENCE, () -> halves.accepted() > backlog);
      double seconds = (System.nanoTime() - begun) / 1e9;
      boolean well = seconds <= LIMIT.toSeconds();
      out.printf(
          Locale.ROOT,
          "bench start: backlog %d readings in %.1f MB, first reading accepted %.2f s after the start"
              + " of the process, limit %d s, seed %d, commit %s: %s%n",
          backlog,
          bytes / MEGABYTE,
          seconds,
          LIMIT.toSeconds(),
          options.seed(),
          Revision.of(programs.examples()),
          well ? "ok" : "ABOVE THE LIMIT");
      return well ? 0 : 1;
    }
  }

  /**
   * Writes the backlog through the outbox and copies its files while it is open, as a crash leaves
   * them: with a log that was not written back and groups that are in no block.
   */
  private long build(Path built, Path left) throws IOException {
    SimulatedTime time = new SimulatedTime();
    FleetingShip ship = new FleetingShip(options.seed());
    OutboxConfig config = new OutboxConfig(1L << 36, Duration.ofDays(30));
    try (Outbox outbox =
        SqliteOutbox.open(
            built, config, DataOrigin.SIMULATED, time, new SplittableRandom(options.seed()))) {
      ship.board(outbox);
      long groups = options.backlog() / ((long) FleetingShip.CHANNELS * LOOKS_PER_GROUP);
      for (long group = 0; group < groups; group++) {
        List<Sample> samples = new ArrayList<>();
        for (int look = 0; look < LOOKS_PER_GROUP; look++) {
          samples.addAll(ship.look(time.millis()));
          time.pass(Duration.ofSeconds(1));
        }
        outbox.append(CommitGroup.of(1, samples));
        if (group % GROUPS_PER_BLOCK == 0 && group < groups - UNSEALED_GROUPS) {
          outbox.seal();
        }
      }
      Files.createDirectories(left);
      try (DirectoryStream<Path> files = Files.newDirectoryStream(built, OutboxFile.FILE + "*")) {
        for (Path file : files) {
          if (!file.toString().endsWith("-shm")) {
            Files.copy(file, left.resolve(file.getFileName()));
          }
        }
      }
      return outbox.counts().accepted();
    } catch (OutboxFailure failed) {
      throw new IOException(failed);
    }
  }
}
