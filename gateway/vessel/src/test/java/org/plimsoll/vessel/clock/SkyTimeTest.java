package org.plimsoll.vessel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkyTimeTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long UTC = GatewayClock.EARLIEST.toEpochMilli() + 1_000_000_000L;

  private final SkyTime sky = new SkyTime();

  @Test
  void oneSayingIsNoneAndThreeAre() {
    for (int i = 0; i < SkyTime.ENOUGH - 1; i++) {
      hear("gps", i, 0);
      assertThat(look(i)).isEqualTo(SkyTime.Sight.NOTHING);
    }
    hear("gps", 2, 0);
    assertThat(look(2).utcMillis()).hasValue(UTC + 2_000);
    assertThat(look(3).utcMillis()).as("it goes on meanwhile").hasValue(UTC + 3_000);
    assertThat(look(14)).as("10 s are over").isEqualTo(SkyTime.Sight.NOTHING);
  }

  @Test
  void theLeastLateIsTakenAndWhatIsTooLateDoesNotCount() {
    hear("gps", 0, -400);
    hear("gps", 1, -20);
    hear("gps", 2, -2_000);
    assertThat(look(2)).isEqualTo(SkyTime.Sight.NOTHING);
    hear("gps", 3, -300);
    assertThat(look(3).utcMillis()).hasValue(UTC + 2_980);
  }

  @Test
  void aJumpBackCountsWhenTheTimeBeforeIsOver() {
    for (int i = 0; i < 30; i++) {
      hear("gps", i, i < 10 ? 0 : -60_000);
      long ahead = look(i).utcMillis().orElse(UTC + 1000L * i) - UTC - 1000L * i;
      assertThat(ahead).isEqualTo(i <= 17 ? 0 : look(i).utcMillis().isEmpty() ? 0 : -60_000);
    }
    assertThat(look(29).utcMillis()).hasValue(UTC + 29_000 - 60_000);
  }

  @Test
  void aReceiverThatTalksFastAndTheSeventeenthReceiverCostNothing() {
    for (int i = 0; i < 1_000; i++) {
      sky.hear("fast", UTC + i, i * SECOND / 1000);
    }
    assertThat(look(1).utcMillis()).hasValue(UTC + 1_000);
    for (int i = 0; i < 100; i++) {
      for (int second = 0; second < 3; second++) {
        hear("more" + i, second, i < SkyTime.MAX_RECEIVERS - 1 ? 0 : 3_600_000);
      }
    }
    assertThat(look(2).disputed()).isFalse();
  }

  private SkyTime.Sight look(long second) {
    return sky.look(second * SECOND, GatewayClock.EARLIEST.toEpochMilli());
  }

  private void hear(String receiver, long second, long aheadMillis) {
    sky.hear(receiver, UTC + second * 1_000 + aheadMillis, second * SECOND);
  }
}
