package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plimsoll.bench.fleet.FleetStorm;

/** A fleet storms a cluster of two brokers; of two stations one is killed in its midst. */
@Timeout(ShortTorture.LONGEST_SECONDS)
class FleetBenchIT {

  private final ShortTorture torture;

  FleetBenchIT() throws IOException {
    torture = new ShortTorture();
  }

  /** Its figures are the bench's; what counts here is that every reading is stored once. */
  @Test
  void nothingIsLostWhenOneOfTwoStationsIsKilledInAStorm() throws Exception {
    FleetStorm.Options fleet =
        new FleetStorm.Options(
            200, 10, Duration.ofMinutes(48), Duration.ofSeconds(60), Duration.ofSeconds(10), 1);
    new FleetBench(fleet, new FleetBench.Shore(2, 2, true), torture.programs).run(torture.out);
    assertThat(torture.said())
        .contains("shares until station 2 was killed")
        .contains("nothing lost");
  }
}
