package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.simulator.Simulator;
import org.plimsoll.simulator.SimulatorConfig;

/** The whole line: simulated ferry, terminals, vessel, link, broker, shore, store. */
@Timeout(600)
class WholeLineIT {

  private static final long READINGS = 1_000;

  @TempDir Path directory;

  @Test
  void whatIsAcceptedAboardIsStoredAshoreOnce() throws Exception {
    try (OneMachine machine = new OneMachine(directory);
        Simulator ferry = new Simulator(SimulatorConfig.voyage(1, machine.lines()))) {
      ferry.start();
      machine.startShore();
      machine.startVessel();
      await().until(() -> machine.vessel().counts().accepted() > READINGS);

      assertThat(machine.aboard("/api/v1/lines"))
          .hasSize(6)
          .allSatisfy(line -> assertThat(line.path("state").asText()).isEqualTo("GREEN"))
          .allSatisfy(WholeLineIT::framesAreConserved);
      JsonNode cargo = machine.check("cargo-limit");
      assertThat(cargo.path("verdict").asText()).as("%s", cargo).isEqualTo("PASS");

      Reckoning reckoning = machine.reckon();

      assertThat(reckoning.isComplete()).as("%s", reckoning).isTrue();
      assertThat(reckoning.tally().accepted()).isGreaterThan(READINGS);
      assertThat(reckoning.tally().gapRecorded()).isZero();
      JsonNode known =
          OneMachine.find(machine.ashore("/api/v1/vessels").path("vessels"), "id", Halves.VESSEL);
      assertThat(known.path("stored").asLong()).isEqualTo(reckoning.tally().accepted());
      assertThat(known.path("holes").asLong()).isZero();
    }
  }

  static void framesAreConserved(JsonNode line) {
    assertThat(line.path("frames").asLong())
        .isPositive()
        .isEqualTo(
            line.path("decoded").asLong()
                + line.path("unsupported").asLong()
                + line.path("malformed").asLong());
  }
}
