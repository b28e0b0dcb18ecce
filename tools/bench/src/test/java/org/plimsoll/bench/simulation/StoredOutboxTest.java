package org.plimsoll.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.StoredOutbox;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** The product's outbox on a disk whose synchronisation fails or whose power goes. */
class StoredOutboxTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z"));

  private final List<Long> durable = new ArrayList<>();

  private SimulatedDisk disk(long seed) {
    durable.clear();
    return new SimulatedDisk(new SplittableRandom(seed), row -> durable.add(row.sequence()));
  }

  private static Outbox open(SimulatedDisk disk) throws OutboxFailure {
    Outbox outbox = StoredOutbox.open(disk, OutboxConfig.defaults(), DataOrigin.SIMULATED, CLOCK);
    outbox.channelId(new ChannelKey("hull.trim", "line"), Quantities.TRIM);
    return outbox;
  }

  private static CommitGroup group(int number) {
    return new CommitGroup(
        1,
        List.of(new Sample(0, number * 1000L, Quality.GOOD, OptionalLong.of(number))),
        Map.of("newest", Integer.toString(number)));
  }

  /** Half of these commits are durable all the same, half are not. */
  @Test
  void whatIsGivenAgainAfterAFailedSynchronisationIsThereOnce() throws OutboxFailure {
    int kept = 0;
    for (int seed = 0; seed < 40; seed++) {
      SimulatedDisk disk = disk(seed);
      Outbox outbox = open(disk);
      outbox.append(group(1));
      disk.failNextSync();
      assertThatThrownBy(() -> outbox.append(group(2))).isInstanceOf(OutboxFailure.class);
      kept += durable.size() - 1;
      disk.turn(SimulatedDisk.Health.FAILING);
      assertThatThrownBy(() -> outbox.append(group(2))).isInstanceOf(OutboxFailure.class);
      disk.turn(SimulatedDisk.Health.GOOD);
      assertThat(outbox.append(group(2))).isEqualTo(2);
      assertThat(outbox.append(group(3))).isEqualTo(3);
      assertThat(durable).containsExactly(1L, 2L, 3L);
      assertThat(outbox.memory()).containsEntry("newest", "3");
      assertThat(outbox.counts().accepted()).isEqualTo(3);
    }
    assertThat(kept).isBetween(10, 30);
  }

  @Test
  void aLossThatIsGivenAgainIsRecordedOnce() throws OutboxFailure {
    for (int seed = 0; seed < 20; seed++) {
      SimulatedDisk disk = disk(seed);
      Outbox outbox = open(disk);
      disk.failNextSync();
      assertThatThrownBy(() -> outbox.recordLoss(7, GapReason.UNWRITTEN))
          .isInstanceOf(OutboxFailure.class);
      outbox.recordLoss(7, GapReason.UNWRITTEN);
      assertThat(outbox.recordLoss(7, GapReason.UNWRITTEN)).as("another seven").isEqualTo(2);
      assertThat(outbox.counts().gapRecorded()).isEqualTo(14);
    }
  }

  @Test
  void aPowerCutAtAnyOperationLeavesWhatWasAccepted() throws OutboxFailure {
    for (int seed = 0; seed < 300; seed++) {
      SimulatedDisk disk = disk(seed);
      Outbox outbox = open(disk);
      disk.cutPowerWithin(150);
      long accepted = 0;
      try {
        for (int number = 1; number < 60; number++) {
          accepted = outbox.append(group(number));
          if (number % 5 == 0) {
            outbox.seal();
          }
          if (number % 20 == 0) {
            outbox.repack();
          }
        }
      } catch (PowerCut cut) {
        disk.powerIsGone();
      }
      Outbox next = open(disk);
      assertThat(next.counts().lastSequence()).isBetween(accepted, accepted + 1);
      assertThat(next.counts().pending()).isEqualTo(next.counts().lastSequence());
    }
  }
}
