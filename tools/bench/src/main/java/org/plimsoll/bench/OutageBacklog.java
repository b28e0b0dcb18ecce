package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.plimsoll.bench.wire.RecordedShip;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.SqliteOutbox;

/**
 * The backlog of an outage, built in simulated time through the outbox as the uplink does it
 * without a link: one commit a second, sealed every minute, joined to larger blocks.
 *
 * @param readings in it.
 * @param blocks that they are in.
 * @param bytes of these blocks.
 * @param fileBytes of the outbox's file.
 * @param lastSequence of the outbox.
 */
record OutageBacklog(long readings, long blocks, long bytes, long fileBytes, long lastSequence) {

  private static final int SEAL_EVERY_SECONDS = 60;

  /**
   * Builds it.
   *
   * @param end when the outage ends, a whole second.
   */
  static OutageBacklog build(
      Path directory, RecordedShip ship, Duration outage, Instant end, long seed)
      throws IOException {
    SimulatedTime time = new SimulatedTime(end.minus(outage));
    try (Outbox outbox =
        SqliteOutbox.open(
            directory,
            OutboxConfig.defaults(),
            DataOrigin.SIMULATED,
            time,
            new SplittableRandom(seed))) {
      ship.board(outbox);
      for (long second = 1; second <= outage.toSeconds(); second++) {
        outbox.append(CommitGroup.of(1, ship.next(time.millis())));
        time.pass(Duration.ofSeconds(1));
        if (second % SEAL_EVERY_SECONDS == 0) {
          outbox.seal();
          outbox.repack();
        }
      }
      OutboxCounts counts = outbox.counts();
      return new OutageBacklog(
          ship.readings(),
          counts.pendingBlocks(),
          counts.pendingBytes(),
          Files.size(directory.resolve(OutboxFile.FILE)),
          counts.lastSequence());
    } catch (OutboxFailure failed) {
      throw new IOException(failed);
    }
  }

  double bytesPerReading() {
    return (double) bytes / readings;
  }
}
