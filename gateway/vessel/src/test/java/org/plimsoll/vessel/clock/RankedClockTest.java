package org.plimsoll.vessel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plimsoll.vessel.clock.ClockEvent.Kind;
import org.plimsoll.vessel.clock.ClockState.Source;
import org.plimsoll.vessel.outbox.ManualTime;

/** The clock with satellite receivers and an operating system that is wrong now and then. */
class RankedClockTest {

  private static final Duration WEEKS_1024 = Duration.ofDays(7 * 1024);

  private final ManualTime os = new ManualTime();
  private Instant truth = os.instant();
  private final List<ClockEvent> events = new ArrayList<>();
  private GatewayClock clock = new GatewayClock(os, os::nanos, LastKnown.nothing());

  @Test
  void receiversThatAgreeChangeNothing() {
    passWith(30, Duration.ofMillis(-400));
    assertThat(clock.state()).isEqualTo(new ClockState(Source.SATELLITES, ""));
    assertThat(wrongByMillis()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void withoutReceiversTheSystemIsFollowed() {
    pass(30);
    assertThat(clock.state()).isEqualTo(ClockState.SYSTEM);
    os.set(truth.plusSeconds(7));
    pass(1);
    assertThat(kinds()).containsExactly(Kind.FORWARD_STEP);
  }

  @Test
  void aSystemThatIsSetWrongIsNotFollowed() {
    passWith(30, Duration.ofMillis(-200));
    for (Duration wrong :
        List.of(
            Duration.ofHours(1),
            Duration.ofSeconds(-3),
            Duration.ofDays(7300),
            WEEKS_1024.negated())) {
      os.set(truth.plus(wrong));
      passWith(20, Duration.ofMillis(-200));
      assertThat(clock.state().source()).isEqualTo(Source.SATELLITES);
      assertThat(clock.state().doubt()).contains("the system's clock is").contains("satellites");
      assertThat(wrongByMillis()).as("set by " + wrong).isZero();
    }
    assertThat(events).isEmpty();
    os.set(truth);
    passWith(2, Duration.ofMillis(-200));
    assertThat(clock.state().doubt()).isEmpty();
  }

  @Test
  void aSystemThatWasWrongIsNotFollowedWhenTheReceiversFallSilent() {
    passWith(30, Duration.ZERO);
    os.set(truth.minusSeconds(3600));
    passWith(20, Duration.ZERO);
    pass(3600);
    assertThat(clock.state().source()).isEqualTo(Source.HELD);
    assertThat(clock.state().doubt()).startsWith("nothing confirms the system's 2026-");
    assertThat(wrongByMillis()).isZero();
    os.set(truth);
    pass(2);
    assertThat(clock.state()).isEqualTo(ClockState.SYSTEM);
    assertThat(events).isEmpty();
  }

  @Test
  void whenTheReceiversAreSilentTheSystemIsFollowedByLessThanADay() {
    passWith(30, Duration.ZERO);
    pass(20);
    os.set(truth.minusSeconds(3600));
    pass(2);
    assertThat(kinds()).containsExactly(Kind.BACKWARD_STEP);
    os.set(truth.plus(Duration.ofDays(300)));
    pass(2);
    assertThat(clock.state().source()).isEqualTo(Source.HELD);
    assertThat(events).hasSize(1);
  }

  @Test
  void aWrongSystemIsCorrectedByReceiversAtTheStart() {
    os.set(truth.minusSeconds(3600));
    clock = new GatewayClock(os, os::nanos, LastKnown.nothing());
    passWith(5, Duration.ofMillis(-300));
    assertThat(kinds()).containsExactly(Kind.FORWARD_STEP);
    assertThat(wrongByMillis()).isBetween(-300L, 0L);
    assertThat(clock.now().clockEpoch()).isEqualTo(1);
  }

  @Test
  void withoutABatteryTimeGoesOnFromTheLastKnownUntilSomebodyKnows() {
    Instant last = truth.minus(Duration.ofDays(3));
    os.set(Instant.EPOCH);
    clock = new GatewayClock(os, os::nanos, lastKnown(last));
    assertThat(clock.now()).isEqualTo(new Stamp(last.toEpochMilli(), 5));
    pass(5);
    assertThat(kinds()).containsExactly(Kind.STARTED_WITHOUT_TIME);
    assertThat(clock.state().source()).isEqualTo(Source.HELD);
    passWith(5, Duration.ofMillis(-100));
    assertThat(kinds()).containsExactly(Kind.STARTED_WITHOUT_TIME, Kind.FORWARD_STEP);
    assertThat(clock.now().clockEpoch()).isEqualTo(5);
    assertThat(wrongByMillis()).isBetween(-100L, 0L);
  }

  @Test
  void withoutABatteryTheNetworkMayKnow() {
    os.set(Instant.EPOCH);
    clock = new GatewayClock(os, os::nanos, LastKnown.nothing());
    assertThat(clock.now().epochMillis()).isEqualTo(GatewayClock.EARLIEST.toEpochMilli());
    pass(5);
    os.set(truth);
    pass(1);
    assertThat(kinds()).containsExactly(Kind.STARTED_WITHOUT_TIME, Kind.FORWARD_STEP);
    assertThat(clock.state()).isEqualTo(ClockState.SYSTEM);
  }

  @Test
  void aReceiverThatIs1024WeeksBehindIsUnderstood() {
    passWith(30, WEEKS_1024.negated().minusMillis(300));
    assertThat(clock.state())
        .isEqualTo(new ClockState(Source.SATELLITES, "a satellite receiver is 1024 weeks behind"));
    assertThat(wrongByMillis()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void aReceiverIsNotBelievedAloneFarFromAConfirmedTime() {
    passWith(30, Duration.ZERO);
    pass(15);
    passWith(60, Duration.ofDays(400));
    assertThat(clock.state().source()).isEqualTo(Source.SYSTEM);
    assertThat(clock.state().doubt()).startsWith("a satellite receiver says 2027-");
    assertThat(events).isEmpty();
  }

  @Test
  void anOldLogThatIsPlayedBackIsNoClock() {
    passWith(30, Duration.ofDays(-3500));
    assertThat(clock.state().source()).isEqualTo(Source.SYSTEM);
    assertThat(clock.state().doubt()).startsWith("a satellite receiver says 20");
    assertThat(events).isEmpty();
  }

  @Test
  void receiversThatDisagreeDecideNothing() {
    for (int second = 0; second < 20; second++) {
      tick();
      clock.hear("one", truth);
      clock.hear("two", truth.plusSeconds(5));
      observe();
    }
    assertThat(clock.state())
        .isEqualTo(new ClockState(Source.SYSTEM, "satellite receivers disagree"));
    assertThat(events).isEmpty();
  }

  @Test
  void timeNeverGoesBackWithinAnEpoch() {
    Stamp before = clock.now();
    SplittableRandom random = new SplittableRandom(11);
    for (int second = 0; second < 20_000; second++) {
      tick();
      if (random.nextInt(50) == 0) {
        os.set(truth.plusMillis(random.nextLong(-100_000, 100_000)));
      }
      if (second / 100 % 3 > 0 && random.nextInt(100) < 60) {
        clock.hear("gps", truth.plusMillis(random.nextLong(-900, 0)));
      }
      observe();
      Stamp now = clock.now();
      if (now.clockEpoch() == before.clockEpoch()) {
        assertThat(now.epochMillis()).isGreaterThanOrEqualTo(before.epochMillis());
      }
      before = now;
    }
    assertThat(events).isNotEmpty();
  }

  private static LastKnown lastKnown(Instant time) {
    return new LastKnown(OptionalInt.of(4), OptionalLong.of(time.toEpochMilli()));
  }

  private List<Kind> kinds() {
    return events.stream().map(ClockEvent::kind).toList();
  }

  private long wrongByMillis() {
    return clock.now().epochMillis() - truth.toEpochMilli();
  }

  private void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      tick();
      observe();
    }
  }

  /** Seconds in which a receiver says a time that is ahead of the truth by so much. */
  private void passWith(int seconds, Duration ahead) {
    for (int second = 0; second < seconds; second++) {
      tick();
      clock.hear("gps.GPRMC", truth.plus(ahead));
      observe();
    }
  }

  private void tick() {
    os.pass(Duration.ofSeconds(1));
    truth = truth.plusSeconds(1);
  }

  private void observe() {
    clock.observe().ifPresent(events::add);
  }
}
