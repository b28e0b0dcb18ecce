package org.plimsoll.vessel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineWatchTest {

  private static final long TICK = Duration.ofMillis(Line.TICK_MILLIS).toNanos();

  private long now = 7;
  private final LineWatch watch =
      new LineWatch(LineConfig.DEFAULT_SILENCE, false, now, new SplittableRandom(1));

  @Test
  void aLineIsOpenedAtOnceAndGreenWithItsFirstGoodFrame() {
    assertThat(watch.state()).isEqualTo(LineState.CONNECTING);
    assertThat(watch.tick(now, false)).isEqualTo(LineWatch.Act.OPEN);
    watch.opened(now);
    assertThat(watch.state()).isEqualTo(LineState.CONNECTING);
    watch.goodFrame(now);
    assertThat(watch.state()).isEqualTo(LineState.GREEN);
    assertThat(watch.detail()).isEmpty();
  }

  @Test
  void aSilentLineIsRedWithinThreeSeconds() {
    green();
    long silentFor = ticksUntil(LineState.RED) * TICK;
    assertThat(Duration.ofNanos(silentFor)).isLessThan(Duration.ofSeconds(3));
    assertThat(watch.detail()).contains("silent");
  }

  @Test
  void aLineThatVanishesIsRedAtOnceAndGreenSoonAfterItsReturn() {
    green();
    watch.closed(now, "lost: input/output error");
    assertThat(watch.state()).isEqualTo(LineState.RED);
    assertThat(watch.detail()).isEqualTo("lost: input/output error");
    for (int minutes = 0; minutes < 10; minutes++) {
      long waited = 0;
      while (watch.tick(now, false) != LineWatch.Act.OPEN) {
        now += TICK;
        waited += TICK;
      }
      assertThat(Duration.ofNanos(waited)).isLessThan(Duration.ofMillis(3500));
      watch.refused(now, "no such device");
    }
    assertThat(watch.state()).isEqualTo(LineState.RED);
    assertThat(watch.detail()).isEqualTo("no such device");
  }

  @Test
  void anAbsentDeviceIsTriedLessAndLessOftenAndNotInStep() {
    assertThat(attempts(1)).isNotEqualTo(attempts(2));
    assertThat(attempts(1)).hasSizeBetween(20, 30);
  }

  /** Ticks at which a device that is absent for a minute is tried. */
  private static List<Integer> attempts(int seed) {
    LineWatch absent =
        new LineWatch(LineConfig.DEFAULT_SILENCE, false, 0, new SplittableRandom(seed));
    List<Integer> ticks = new ArrayList<>();
    for (int tick = 0; tick < 240; tick++) {
      if (absent.tick(tick * TICK, false) == LineWatch.Act.OPEN) {
        ticks.add(tick);
        absent.refused(tick * TICK, "no such device");
      }
    }
    return ticks;
  }

  @Test
  void aSilentDeviceIsOpenedAfreshLessAndLessOften() {
    green();
    int reopened = 0;
    for (int i = 0; i < 4 * 600; i++) {
      now += TICK;
      LineWatch.Act act = watch.tick(now, false);
      if (act == LineWatch.Act.CLOSE) {
        watch.closed(now, "closed");
      } else if (act == LineWatch.Act.OPEN) {
        reopened++;
        watch.opened(now);
      }
      if (i > 12) {
        assertThat(watch.state()).isEqualTo(LineState.RED);
      }
    }
    assertThat(reopened).isBetween(5, 20);
    watch.goodFrame(now);
    assertThat(watch.state()).isEqualTo(LineState.GREEN);
  }

  @Test
  void aNameThatLeadsElsewhereIsFollowedAsSoonAsTheOldDeviceIsSilent() {
    green();
    assertThat(watch.tick(now, true)).isEqualTo(LineWatch.Act.NOTHING);
    now += Duration.ofSeconds(3).toNanos();
    assertThat(watch.tick(now, true)).isEqualTo(LineWatch.Act.CLOSE);
    watch.closed(now, "closed");
    assertThat(watch.tick(now, false)).isEqualTo(LineWatch.Act.OPEN);
  }

  @Test
  void garbageIsRedWithItsOwnReasonAndTheDeviceStaysOpen() {
    green();
    for (int i = 0; i < 100; i++) {
      now += TICK;
      watch.bytes(now);
      assertThat(watch.tick(now, false)).isEqualTo(LineWatch.Act.NOTHING);
    }
    assertThat(watch.state()).isEqualTo(LineState.RED);
    assertThat(watch.detail()).contains("no good frame");
  }

  @Test
  void aRemarkOnAGreenLineStaysUntilItIsTakenBack() {
    green();
    watch.remark("no answer from unit 3");
    watch.goodFrame(now);
    assertThat(watch.detail()).isEqualTo("no answer from unit 3");
    watch.remark("");
    assertThat(watch.detail()).isEmpty();
  }

  private void green() {
    assertThat(watch.tick(now, false)).isEqualTo(LineWatch.Act.OPEN);
    watch.opened(now);
    now += TICK;
    watch.goodFrame(now);
  }

  private int ticksUntil(LineState state) {
    int ticks = 0;
    while (watch.state() != state) {
      now += TICK;
      watch.tick(now, false);
      ticks++;
    }
    return ticks;
  }
}
