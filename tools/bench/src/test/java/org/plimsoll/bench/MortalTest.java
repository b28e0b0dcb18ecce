package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that sleeps, killed and started in virtual time. */
@Timeout(300)
class MortalTest {

  private static final Duration LIFE = Duration.ofSeconds(6);
  private static final Duration START = Duration.ofSeconds(120);

  @TempDir Path directory;

  private ChildProcess process;
  private long nowNanos = 3;
  private int looks;
  private int needed = 3;

  @BeforeEach
  void start() throws IOException {
    process = new ChildProcess(List.of("sleep", "600"), directory.resolve("log"));
  }

  @AfterEach
  void end() {
    process.close();
  }

  private final Mortal.Rebirth rebirth =
      new Mortal.Rebirth() {
        @Override
        public void begin() {
          looks = 0;
        }

        @Override
        public boolean isClean() throws IOException {
          if (++looks < needed) {
            throw new IOException("starting");
          }
          return true;
        }
      };

  private Mortal mortal(long seed) {
    return new Mortal(
        "half", process, rebirth, LIFE, START, new SplittableRandom(seed), () -> nowNanos);
  }

  private void run(Mortal mortal, Duration time, boolean mayKill) throws Exception {
    long end = nowNanos + time.toNanos();
    while (nowNanos < end) {
      mortal.look(mayKill);
      nowNanos += Duration.ofMillis(200).toNanos();
    }
  }

  @Test
  void everyKillIsFollowedByACleanStart() throws Exception {
    Mortal mortal = mortal(1);
    run(mortal, Duration.ofMinutes(5), true);
    run(mortal, Duration.ofMinutes(1), false);
    assertThat(mortal.isAlive()).isTrue();
    assertThat(mortal.kills()).isBetween(40, 120).isEqualTo(mortal.cleanStarts());
    assertThat(mortal.cutStarts()).as("one in ten, if it has not come up before").isPositive();
    assertThat(mortal.longestStartSeconds()).isGreaterThanOrEqualTo(0.4);
  }

  @Test
  void nobodyIsKilledWhenNobodyMay() throws Exception {
    Mortal mortal = mortal(1);
    run(mortal, Duration.ofMinutes(5), false);
    assertThat(mortal.kills()).isZero();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aHalfThatDoesNotComeUpNeedsHelp() {
    needed = Integer.MAX_VALUE;
    assertThatThrownBy(() -> run(mortal(2), Duration.ofMinutes(10), true))
        .isInstanceOf(IOException.class)
        .hasMessage("the half does not start within 120 s");
  }

  @Test
  void aHalfThatEndsByItselfNeedsHelp() throws Exception {
    Mortal mortal = mortal(1);
    process.kill();
    assertThatThrownBy(() -> mortal.look(true))
        .isInstanceOf(IOException.class)
        .hasMessage("the half ended by itself after 0 kills");
  }
}
