package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.SqliteOutbox;

/**
 * A simulated day of an outbox on a disk that somebody else fills after an hour and tidies an hour
 * before the end, whatever the outbox gives back. What was offered is what the file holds and what
 * its gap records stand for, or the outbox is at fault.
 *
 * @param hours simulated.
 * @param offered readings.
 * @param stored readings that the file holds in the end, decoded.
 * @param gaps readings of its gap records.
 * @param failures calls that the disk refused.
 * @param newestKept whether the last group is there.
 */
record FullDiskDay(
    int hours, long offered, long stored, long gaps, long failures, boolean newestKept) {

  private static final int SECONDS_PER_HOUR = 3600;
  private static final int SEAL_EVERY_SECONDS = 60;
  private static final long RESERVE = 4L << 20;

  static FullDiskDay of(SmallDisk disk, Path directory, int hours, long seed)
      throws IOException, InterruptedException {
    SimulatedTime time = new SimulatedTime();
    FleetingShip ship = new FleetingShip(seed);
    long failures = 0;
    long lost = 0;
    boolean newest;
    long end = (long) hours * SECONDS_PER_HOUR;
    OutboxConfig config =
        new OutboxConfig(1L << 30, Duration.ofDays(30), Duration.ofDays(365), RESERVE);
    try (Outbox outbox =
        SqliteOutbox.open(
            directory, config, DataOrigin.SIMULATED, time, new SplittableRandom(seed))) {
      ship.board(outbox);
      for (long second = 0; second < end; second++) {
        boolean full = second >= SECONDS_PER_HOUR && second < end - SECONDS_PER_HOUR;
        if (full && second % SEAL_EVERY_SECONDS == 0) {
          disk.fill();
        } else if (second == end - SECONDS_PER_HOUR) {
          disk.tidy();
        }
        CommitGroup group =
            new CommitGroup(1, ship.look(time.millis()), Map.of("second", Long.toString(second)));
        try {
          if (lost > 0) {
            outbox.recordLoss(lost, GapReason.UNWRITTEN);
            lost = 0;
          }
          outbox.append(group);
        } catch (OutboxFailure refused) {
          failures++;
          lost += group.samples().size();
        }
        failures += second % SEAL_EVERY_SECONDS == 0 ? seal(outbox) : 0;
        time.pass(Duration.ofSeconds(1));
      }
      newest = Long.toString(end - 1).equals(outbox.memory().get("second"));
    } catch (OutboxFailure failed) {
      throw new IOException(failed);
    }
    OutboxFile file = OutboxFile.read(directory);
    return new FullDiskDay(
        hours, ship.readings(), file.pending(), file.gapRecorded(), failures, newest);
  }

  private static int seal(Outbox outbox) {
    try {
      outbox.seal();
      outbox.repack();
      return 0;
    } catch (OutboxFailure refused) {
      return 1;
    }
  }

  boolean isWell() {
    return offered == stored + gaps && newestKept;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "outbox alone: %d h, offered %d, stored %d, gap-recorded %d, refused calls %d, newest %s",
        hours,
        offered,
        stored,
        gaps,
        failures,
        newestKept ? "kept" : "LOST");
  }
}
