package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One death in every state of an alert: by a power cut, which kills too, where the machine can. */
@Timeout(ShortTorture.LONGEST_SECONDS)
class AlertTortureIT {

  /** A machine that builds is busy; on a quiet one {@link AlertTorture#WITHIN} holds. */
  private static final Duration RESTORED = AlertTorture.WITHIN.multipliedBy(6);

  private final ShortTorture torture;

  AlertTortureIT() throws IOException {
    torture = new ShortTorture();
  }

  @Test
  void everyStateOfAnAlertIsThereAgain() throws Exception {
    AlertTorture.Death death =
        PowercutTorture.whyNot().isEmpty() ? AlertTorture.Death.POWERCUT : AlertTorture.Death.KILL;
    AlertTorture.Options options = new AlertTorture.Options(death, 1, RESTORED);
    int exit = new AlertTorture(options, torture.programs).run(torture.out);
    String said = torture.said();
    assertThat(said).contains("died 8, altered 0");
    assertThat(exit).as(said).isZero();
  }
}
