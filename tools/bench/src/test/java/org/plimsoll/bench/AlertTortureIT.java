package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One death of either kind in every state of an alert; power cuts where the machine can. */
@Timeout(ShortTorture.LONGEST_SECONDS)
class AlertTortureIT {

  /** A machine that builds is busy; on a quiet one {@link AlertTorture#WITHIN} holds. */
  private static final Duration RESTORED = AlertTorture.WITHIN.multipliedBy(6);

  private final ShortTorture torture;

  AlertTortureIT() throws IOException {
    torture = new ShortTorture();
  }

  @ParameterizedTest
  @EnumSource
  void everyStateOfAnAlertIsThereAgain(AlertTorture.Death death) throws Exception {
    if (death == AlertTorture.Death.POWERCUT) {
      Optional<String> whyNot = PowercutTorture.whyNot();
      Assumptions.assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
    }
    AlertTorture.Options options = new AlertTorture.Options(death, 1, RESTORED);
    int exit = new AlertTorture(options, torture.programs).run(torture.out);
    String said = torture.said();
    assertThat(said).contains("died 8, altered 0");
    assertThat(exit).as(said).isZero();
  }
}
