package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred power cuts, two of them of a whole vessel, where the machine can. */
@Timeout(ShortTorture.LONGEST_SECONDS)
class PowercutTortureIT {

  private static final int CUTS = 100;
  private static final int CUTS_OF_A_VESSEL = 2;

  private final ShortTorture torture;

  PowercutTortureIT() throws IOException {
    torture = new ShortTorture();
  }

  @Test
  void nothingIsLostWhenThePowerFails() throws Exception {
    Optional<String> whyNot = PowercutTorture.whyNot();
    Assumptions.assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
    PowercutTorture.Options options = new PowercutTorture.Options(CUTS, CUTS_OF_A_VESSEL, 1);
    int exit = new PowercutTorture(options, torture.programs).run(torture.out);
    String said = torture.said();
    assertThat(exit).as(said).isZero();
    assertThat(said)
        .contains("cuts 100 (outbox 98, vessel 2)")
        .contains("lost 0, altered 0, not opened 0, vessel: forgotten 0,")
        .contains("lost 0, surplus 0");
  }
}
