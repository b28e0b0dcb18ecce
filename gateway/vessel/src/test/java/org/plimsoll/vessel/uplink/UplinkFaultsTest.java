package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.RequestMessage;
import org.plimsoll.telemetry.mqtt.SessionLimits;

/** Every fault of link, broker and store at random, from a seed: nothing is lost or altered. */
@Tag("slow")
class UplinkFaultsTest {

  private static final int SEEDS_PER_CASE = 15;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void nothingIsLostWhateverFails(long group) {
    for (long seed = group * SEEDS_PER_CASE; seed < (group + 1) * SEEDS_PER_CASE; seed++) {
      storm(seed);
    }
  }

  private static void storm(long seed) {
    UplinkWorld world = new UplinkWorld(seed);
    for (int turn = 0; turn < 60; turn++) {
      change(world);
      world.run(Duration.ofMillis(500 + world.random.nextInt(20_000)));
      forgottenOnlyWhatIsStored(world, seed);
    }
    calm(world);
    world.runSeconds(300);
    world.samplesPerSecond = 0;
    world.runSeconds(60);
    long last = world.outbox.counts().lastSequence();
    assertThat(world.outbox.counts().isDrained()).as("seed %d: drained", seed).isTrue();
    assertThat(world.shore.stored.ranges())
        .as("seed %d: stored", seed)
        .containsExactly(new Range(1, last));
    assertThat(world.shore.entries.values().stream().mapToLong(entry -> entry.readings()).sum())
        .as("seed %d: readings", seed)
        .isEqualTo(world.outbox.counts().accepted());
  }

  private static void change(UplinkWorld world) {
    switch (world.random.nextInt(10)) {
      case 0 -> world.broker.breakConnection();
      case 1 -> world.broker.reachable = world.random.nextInt(3) > 0;
      case 2 -> world.broker.answersConnect = world.random.nextInt(3) > 0;
      case 3 -> world.broker.answersPublish = world.random.nextInt(3) > 0;
      case 4 -> world.shore.storeWorks = world.random.nextInt(3) > 0;
      case 5 -> world.shore.receiptLoss = world.random.nextDouble();
      case 6 ->
          world.broker.delay(
              Duration.ofMillis(world.random.nextInt(900)),
              Duration.ofMillis(world.random.nextInt(2_000)));
      case 7 -> {
        world.broker.limits = new SessionLimits(1 + world.random.nextInt(30), Long.MAX_VALUE);
        world.broker.breakConnection();
      }
      case 8 -> {
        int code = List.of(0, 0x10, 0x80, 0x87, 0x97).get(world.random.nextInt(5));
        int odds = world.random.nextInt(4);
        world.broker.reasonFor = message -> world.random.nextInt(4) < odds ? code : 0;
      }
      default -> {
        long first = 1 + world.random.nextLong(world.outbox.counts().lastSequence() + 1);
        world.broker.toShip(
            world.topics.requests(UplinkWorld.VESSEL),
            Messages.toJson(
                new RequestMessage(world.outbox.stream(), List.of(new Range(first, first + 20)))));
        world.broker.breakConnection();
      }
    }
  }

  private static void calm(UplinkWorld world) {
    world.broker.reachable = true;
    world.broker.answersConnect = true;
    world.broker.answersPublish = true;
    world.broker.reasonFor = message -> 0;
    world.broker.delay(Duration.ofMillis(50), Duration.ZERO);
    world.shore.storeWorks = true;
    world.shore.receiptLoss = 0;
    world.broker.breakConnection();
  }

  private static void forgottenOnlyWhatIsStored(UplinkWorld world, long seed) {
    long storedReadings =
        world.shore.entries.values().stream().mapToLong(entry -> entry.readings()).sum();
    assertThat(world.outbox.counts().acknowledged())
        .as("seed %d: acknowledged, stored", seed)
        .isLessThanOrEqualTo(storedReadings);
  }

  @Test
  void aBacklogOfSmallBlocksIsJoinedWhileTheLinkIsDown() {
    UplinkWorld world = new UplinkWorld(1);
    world.broker.reachable = false;
    for (int i = 0; i < 500; i++) {
      world.append(1);
      world.outbox.seal();
    }
    world.runSeconds(600);
    assertThat(world.outbox.counts().pendingBlocks()).isLessThan(20);
    world.broker.reachable = true;
    world.runSeconds(30);
    world.samplesPerSecond = 0;
    world.runSeconds(10);
    assertThat(world.outbox.counts().isDrained()).isTrue();
    assertThat(world.shore.stored.contains(new Range(1, world.outbox.counts().lastSequence())))
        .isTrue();
  }
}
