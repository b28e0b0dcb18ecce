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
    world.runSeconds(6);
    assertThat(world.outbox.counts().pendingBlocks()).as("still draining").isGreaterThan(500);
    assertThat(world.shore.stored.contains(new Range(before + 1, before + 5))).isTrue();
  }
}
