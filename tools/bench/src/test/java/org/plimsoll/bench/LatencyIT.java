package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bench of latency goes through, whatever it measures on a machine that builds. */
@Timeout(300)
class LatencyIT {

  private final Programs programs =
      Programs.ofThisJvm(Half.class.getName(), List.of("-Xmx384m"), OneMachine.EXAMPLES);

  @Test
  void anAlarmIsTimedToTheBridgeAndToTheShore() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new LatencyBench(new LatencyBench.Options(2, 1, Duration.ZERO), programs)
        .run(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("to the bridge page's events, 2: median \\d")
        .containsPattern("to the shore's API, 2: median \\d");
  }
}
