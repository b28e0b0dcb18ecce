package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.simulator.Simulator;
import org.plimsoll.simulator.SimulatorConfig;

/**
 * The simulated ferry loads, and the running gateway measures what she carries from live channels.
 * {@code -Dplimsoll.loading.seconds=220} takes the whole loading.
 */
@Timeout(900)
class LoadingIT {

  private static final int SECONDS = Integer.getInteger("plimsoll.loading.seconds", 45);

  /**
   * Of the seconds in which the residual lies within its U95. Lorry by lorry all do; a load of 70 t
   * in five seconds runs away from a filter of a minute for a while.
   */
  private static final double LEAST_SHARE = 0.95;

  @TempDir Path directory;

  /** One second as the bridge has it, tonnes. */
  private record Second(
      double truth, double weighed, double measured, double residual, double u95, String verdict) {

    boolean isWithin() {
      return Math.abs(residual) <= u95;
    }
  }

  @Test
  void cargoMeasuredFollowsCargoWeighedWithinTheBand() throws Exception {
    try (OneMachine machine = new OneMachine(directory);
        Simulator ferry = new Simulator(SimulatorConfig.voyage(3, machine.lines()))) {
      machine.startVessel();
      ferry.start();
      await().until(() -> isSettled(machine));
      List<Second> seconds = new ArrayList<>();
      await()
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                seconds.add(second(machine, ferry));
                return seconds.size() == SECONDS;
              });

      double furthest =
          seconds.stream().mapToDouble(one -> Math.abs(one.residual())).max().orElseThrow();
      System.out.printf(
          Locale.ROOT,
          "loading: %.1f t in %d s; measured less weighed at most %.1f t, U95 %.1f to %.1f t,"
              + " %d s within%n",
          seconds.get(seconds.size() - 1).weighed(),
          SECONDS,
          furthest,
          seconds.stream().mapToDouble(Second::u95).min().orElseThrow(),
          seconds.stream().mapToDouble(Second::u95).max().orElseThrow(),
          seconds.stream().filter(Second::isWithin).count());
      assertThat(seconds.get(seconds.size() - 1).weighed()).isGreaterThan(100);
      double share = (double) seconds.stream().filter(Second::isWithin).count() / SECONDS;
      assertThat(share).as("of %s", seconds).isGreaterThanOrEqualTo(LEAST_SHARE);
      assertThat(seconds)
          .as("the weighbridge has all that is aboard, but for one unit on the ramp")
          .allSatisfy(one -> assertThat(one.truth() - one.weighed()).isBetween(-71.0, 71.0));
      assertThat(seconds).allSatisfy(one -> assertThat(one.u95()).isBetween(10.0, 120.0));

      JsonNode carried = cargo(machine);
      assertThat(carried.path("papersVerdict").asText()).isEqualTo("DISCREPANCY");
      assertThat(carried.path("papersText").asText()).contains("unit 2 weighs 3");
      assertThat(carried.path("measuredVerdict").asText()).isEqualTo("MATCH");
      assertThat(machine.check("cargo-weights").path("verdict").asText()).isEqualTo("FAIL");
      assertThat(machine.check("under-keel").path("verdict").asText()).isEqualTo("PASS");
      assertThat(machine.check("draught-limit").path("verdict").asText()).isEqualTo("PASS");
    }
  }

  /** Whether the draughts outlast the swell; before that the survey says that it is not ready. */
  private static boolean isSettled(OneMachine machine) throws Exception {
    JsonNode naval = machine.aboard("/api/v1/state").path("naval");
    return naval.path("survey").isObject() && !naval.path("remarks").toString().contains("swell");
  }

  private static JsonNode cargo(OneMachine machine) throws Exception {
    return machine.aboard("/api/v1/state").path("naval").path("cargo");
  }

  private static Second second(OneMachine machine, Simulator ferry) throws Exception {
    JsonNode cargo = cargo(machine);
    Second second =
        new Second(
            ferry.truth().cargo().massTonnes(),
            cargo.path("weighed").path("tonnes").asDouble(0),
            cargo.path("measured").path("tonnes").asDouble(Double.NaN),
            cargo.path("residual").path("tonnes").asDouble(Double.NaN),
            cargo.path("residual").path("u95Tonnes").asDouble(Double.NaN),
            cargo.path("verdict").asText());
    return second;
  }
}
