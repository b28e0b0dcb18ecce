package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight seconds without a broker, with each store. */
@Timeout(ShortTorture.LONGEST_SECONDS)
class OutageTortureIT {

  private final ShortTorture torture;

  OutageTortureIT() throws IOException {
    torture = new ShortTorture();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void nothingIsLostWhenTheBrokerIsAway(StoreKind store) throws Exception {
    Programs programs = torture.programs.with(store);
    Assumptions.assumeTrue(
        store == StoreKind.EMBEDDED || Influxd.program(programs.home()).isPresent(),
        "no influxd on this machine; ./plimsoll test unpacks Debian's");
    OutageTorture.Options options =
        new OutageTorture.Options(Duration.ofSeconds(8), OutageTorture.Broker.EMBEDDED);
    int exit = new OutageTorture(options, programs).run(torture.out);
    String said = torture.said();
    assertThat(exit).as(said).isZero();
    assertThat(said).contains("lost 0, surplus 0");
  }
}
