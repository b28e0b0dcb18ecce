package org.plimsoll.vessel.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.Range;

class LiveLaneTest {

  private final UplinkWorld world = new UplinkWorld(1);

  @Test
  void whatIsMeasuredWhileTheUplinkSleepsIsLiveToo() {
    world.outbox.joinsUpTo = 1;
    world.broker.reachable = false;
    for (int i = 0; i < 2_000; i++) {
      world.append(1);
      world.outbox.seal();
    }
    world.runSeconds(1);
    world.broker.reachable = true;
    world.broker.delay(Duration.ofMillis(600), Duration.ZERO);
    world.runSeconds(20);
    long before = world.outbox.counts().lastSequence();
    for (int i = 0; i < 5; i++) {
      world.append(1);
      world.outbox.seal();
    }
    int arrivals = world.shore.arrivals.size();
    int ofBacklog = world.shore.backlogArrivals;
    world.runSeconds(6);
    assertThat(world.outbox.counts().pendingBlocks()).as("still draining").isGreaterThan(500);
    assertThat(world.shore.arrivals.size() - arrivals - world.shore.backlogArrivals + ofBacklog)
        .as("on the topic of what is new: these and one a second; hundreds of others beside")
        .isBetween(5, 11);
    assertThat(world.shore.stored.contains(new Range(before + 1, before + 5))).isTrue();
  }

  @Test
  void theNewestBlockIsAshoreWithinFiveSecondsOfTheLinksReturn() {
    world.runSeconds(10);
    world.broker.reachable = false;
    world.broker.breakConnection();
    world.runSeconds(600);
    int before = world.shore.arrivals.size();
    long newest = world.outbox.counts().lastSequence();
    world.broker.reachable = true;
    world.runSeconds(5);
    assertThat(world.shore.arrivals.subList(before, world.shore.arrivals.size()))
        .anyMatch(block -> block.range().last() >= newest);
  }

  @Test
  void theNewestBlockIsAshoreWithinFiveSecondsOverASatelliteToo() {
    for (int seed = 1; seed <= 50; seed++) {
      UplinkWorld far = new UplinkWorld(seed);
      far.broker.delay(Duration.ofMillis(1_200), Duration.ZERO);
      far.broker.reachable = false;
      far.run(Duration.ofMillis(120_000 + 37L * seed));
      far.broker.reachable = true;
      // a wait of at most 2 s, the connection, the block
      far.runSeconds(5);
      assertThat(far.shore.arrivals).as("seed %d", seed).isNotEmpty();
    }
  }
}
