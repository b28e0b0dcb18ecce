package org.plimsoll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Range;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.PendingBlock;
import org.plimsoll.vessel.outbox.PendingOrder;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bench drain}: the backlog of an outage, built in simulated time through the outbox as the
 * uplink does it without a link, and drained block by block. Confined to its caller's thread.
 */
public final class DrainBench {

  private static final Logger LOG = LoggerFactory.getLogger(DrainBench.class);

  private static final long LIMIT_BYTES_A_WEEK = 16_000_000;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int DAYS_PER_WEEK = 7;
  private static final int SEAL_EVERY_SECONDS = 60;
  private static final int BITS_PER_SECOND = 64_000;
  private static final double MEGABYTE = 1e6;

  /**
   * @param days of outage, 1 to 365.
   * @param directory of the outbox; in memory if that is where it is.
   * @param seed of what the readings say.
   */
  public record Options(int days, Path directory, long seed) {

    public Options {
      if (days < 1 || days > 365) {
        throw new IllegalArgumentException("days " + days + ", allowed 1 to 365");
      }
    }
  }

  private final Options options;
  private final Path home;

  /**
   * @param home the tree whose commit is printed.
   */
  public DrainBench(Options options, Path home) {
    this.options = options;
    this.home = home;
  }

  /** Runs and prints one line; 0 within the limit and with nothing lost, else 1. */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(options.directory(), "plimsoll-drain-");
    LOG.info("The outbox of this run is in {}", directory);
    SimulatedTime time = new SimulatedTime();
    FleetingShip ship = new FleetingShip(options.seed());
    try (Outbox outbox =
        SqliteOutbox.open(
            directory,
            OutboxConfig.defaults(),
            DataOrigin.SIMULATED,
            time,
            new SplittableRandom(options.seed()))) {
      long begun = System.nanoTime();
      build(outbox, ship, time);
      double buildSeconds = (System.nanoTime() - begun) / 1e9;
      OutboxCounts built = outbox.counts();
      long fileBytes = Files.size(directory.resolve(OutboxFile.FILE));
      long drained = drain(outbox);
      boolean small = built.pendingBytes() * DAYS_PER_WEEK <= LIMIT_BYTES_A_WEEK * options.days();
      boolean whole = drained == ship.readings() && outbox.counts().isDrained();
      out.printf(
          Locale.ROOT,
          "bench drain: %d days, %d readings in %d blocks, %.2f MB (%.3f a reading), limit %.2f MB,"
              + " file %.2f MB, built in %.0f s, drained %d, at 64 kbit/s in %.0f min, seed %d, commit"
              + " %s: %s%n",
          options.days(),
          ship.readings(),
          built.pendingBlocks(),
          built.pendingBytes() / MEGABYTE,
          (double) built.pendingBytes() / ship.readings(),
          LIMIT_BYTES_A_WEEK * options.days() / MEGABYTE / DAYS_PER_WEEK,
          fileBytes / MEGABYTE,
          buildSeconds,
          drained,
          built.pendingBytes() * 8.0 / BITS_PER_SECOND / 60,
          options.seed(),
          Revision.of(home),
          !whole ? "LOST" : small ? "ok" : "ABOVE THE LIMIT");
      return whole && small ? 0 : 1;
    } catch (OutboxFailure failed) {
      throw new IOException(failed);
    } finally {
      Ordeal.delete(directory);
    }
  }

  private void build(Outbox outbox, FleetingShip ship, SimulatedTime time) throws OutboxFailure {
    ship.board(outbox);
    for (long second = 1; second <= (long) options.days() * SECONDS_PER_DAY; second++) {
      outbox.append(CommitGroup.of(1, ship.look(time.millis())));
      time.pass(Duration.ofSeconds(1));
      if (second % SEAL_EVERY_SECONDS == 0) {
        outbox.seal();
        outbox.repack();
      }
    }
  }

  /** Returns the readings of all blocks, each decoded before it is receipted. */
  private static long drain(Outbox outbox) throws OutboxFailure {
    long drained = 0;
    List<Range> next = outbox.pending(PendingOrder.OLDEST_FIRST, 1);
    while (!next.isEmpty()) {
      Optional<PendingBlock> block = outbox.load(next.get(0).first());
      if (block.isPresent()
          && new BlockCodec().decode(block.get().body()) instanceof BlockResult.Good good) {
        drained += good.block().readings();
      }
      outbox.acknowledge(next);
      next = outbox.pending(PendingOrder.OLDEST_FIRST, 1);
    }
    return drained;
  }
}
