package org.plimsoll.vessel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plimsoll.vessel.outbox.ManualTime;

class GatewayClockTest {

  private final ManualTime time = new ManualTime();
  private final Instant start = time.instant();
  private final GatewayClock clock = clock(LastKnown.nothing());

  @Test
  void runsWithTheMonotonicClock() {
    assertThat(clock.now()).isEqualTo(new Stamp(start.toEpochMilli(), 1));
    time.pass(Duration.ofMillis(1_234));
    assertThat(clock.now()).isEqualTo(new Stamp(start.toEpochMilli() + 1_234, 1));
    assertThat(clock.observe()).isEmpty();
  }

  @Test
  void noReadingSeesAStepBetweenObservations() {
    time.set(start.plus(Duration.ofHours(3)));
    time.pass(Duration.ofMillis(100));
    assertThat(clock.now()).isEqualTo(new Stamp(start.toEpochMilli() + 100, 1));
  }

  @Test
  void aForwardStepStaysInTheEpoch() {
    time.set(start.plusSeconds(3_600));
    assertThat(clock.observe())
        .contains(
            new ClockEvent(
                ClockEvent.Kind.FORWARD_STEP,
                start.toEpochMilli(),
                start.toEpochMilli() + 3_600_000,
                1));
    assertThat(clock.now()).isEqualTo(new Stamp(start.toEpochMilli() + 3_600_000, 1));
    assertThat(clock.observe()).isEmpty();
  }

  @Test
  void aBackwardStepOpensANewEpoch() {
    time.pass(Duration.ofSeconds(10));
    time.set(start.minus(Duration.ofDays(1)));
    ClockEvent event = clock.observe().orElseThrow();
    assertThat(event.kind()).isEqualTo(ClockEvent.Kind.BACKWARD_STEP);
    assertThat(event.stepMillis()).isEqualTo(-86_410_000);
    assertThat(clock.now()).isEqualTo(new Stamp(start.minus(Duration.ofDays(1)).toEpochMilli(), 2));
    assertThat(clock.observe()).isEmpty();
  }

  @Test
  void aSmallLeadIsGivenBackWithoutGoingBack() {
    time.set(start.minusMillis(300));
    long before = clock.now().epochMillis();
    int observations = 0;
    while (clock.now().epochMillis() != time.millis()) {
      time.pass(Duration.ofSeconds(1));
      assertThat(clock.observe()).isEmpty();
      Stamp now = clock.now();
      assertThat(now.epochMillis()).isGreaterThanOrEqualTo(before);
      assertThat(now.clockEpoch()).isOne();
      before = now.epochMillis();
      assertThat(++observations).isLessThan(100);
    }
    assertThat(observations).as("10 ms each").isBetween(30, 31);
  }

  @Test
  void aSmallLagIsCaughtUpAtOnce() {
    time.set(start.plusMillis(999));
    assertThat(clock.observe()).isEmpty();
    assertThat(clock.now().epochMillis()).isEqualTo(start.toEpochMilli() + 999);
  }

  @Test
  void aRestartContinuesTheEpoch() {
    Map<String, String> memory = LastKnown.memory(new Stamp(start.toEpochMilli(), 4));
    GatewayClock again = clock(LastKnown.from(memory));
    assertThat(again.observe()).isEmpty();
    assertThat(again.now().clockEpoch()).isEqualTo(4);
  }

  @Test
  void aRestartBeforeTheLastStoredTimeOpensANewEpoch() {
    Map<String, String> memory = LastKnown.memory(new Stamp(start.toEpochMilli() + 1, 4));
    GatewayClock again = clock(LastKnown.from(memory));
    assertThat(again.now().clockEpoch()).isEqualTo(5);
    assertThat(again.observe().orElseThrow().kind()).isEqualTo(ClockEvent.Kind.STARTED_IN_THE_PAST);
    assertThat(again.observe()).isEmpty();
  }

  @Test
  void anUnreadableMemoryCountsAsNone() {
    assertThat(LastKnown.from(Map.of("clock.epoch", "x", "clock.time", "1")))
        .isEqualTo(LastKnown.nothing());
    assertThat(LastKnown.from(Map.of())).isEqualTo(LastKnown.nothing());
  }

  @Test
  void thisSoftwareIsNotYoungerThanItsEarliestTime() throws Exception {
    Path pom = Path.of("../../pom.xml");
    assertThat(Files.readString(pom))
        .contains(
            "<project.build.outputTimestamp>"
                + GatewayClock.EARLIEST
                + "</project.build.outputTimestamp>");
  }

  private GatewayClock clock(LastKnown last) {
    return new GatewayClock(time, time::nanos, last);
  }
}
