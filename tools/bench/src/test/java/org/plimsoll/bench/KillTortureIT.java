package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred kills, as {@code torture kill} does by itself, but of shorter lives. */
@Timeout(ShortTorture.LONGEST_SECONDS)
class KillTortureIT {

  private static final int KILLS = 100;
  private static final int READINGS_PER_SECOND = 150;

  /** Long enough that the vessel sends and the shore stores before some of the kills. */
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(2);

  private final ShortTorture torture;

  KillTortureIT() throws IOException {
    torture = new ShortTorture();
  }

  @Test
  void nothingIsLostWhenHalvesAreKilled() throws Exception {
    KillTorture.Options options =
        new KillTorture.Options(KILLS, READINGS_PER_SECOND, LONGEST_LIFE, ShortTorture.PATIENCE, 1);
    int exit = new KillTorture(options, torture.programs).run(torture.out);
    String said = torture.said();
    assertThat(exit).as(said).isZero();
    assertThat(said)
        .contains("kills 100 of 100 ")
        .contains("clean starts 100 ")
        .contains("lost 0, surplus 0");
  }
}
