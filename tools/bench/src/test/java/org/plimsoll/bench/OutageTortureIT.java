package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Eight seconds without a broker. */
@Timeout(ShortTorture.LONGEST_SECONDS)
class OutageTortureIT {

  private final ShortTorture torture;

  OutageTortureIT() throws IOException {
    torture = new ShortTorture();
  }

  @Test
  void nothingIsLostWhenTheBrokerIsAway() throws Exception {
    OutageTorture.Options options =
        new OutageTorture.Options(Duration.ofSeconds(8), OutageTorture.Broker.EMBEDDED);
    int exit = new OutageTorture(options, torture.programs).run(torture.out);
    String said = torture.said();
    assertThat(exit).as(said).isZero();
    assertThat(said).contains("lost 0, surplus 0");
  }
}
