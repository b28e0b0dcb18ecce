package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NavalSpreadTest {

  private static final String METRICS =
      """
      # TYPE plimsoll_naval_computations gauge
      plimsoll_naval_computations{span="after"} 540.0
      plimsoll_naval_computations{span="first-minute"} 60.0
      plimsoll_naval_seconds{quantile="0.5",span="after"} 3.5E-4
      plimsoll_naval_seconds{quantile="0.5",span="first-minute"} 0.0015
      plimsoll_naval_seconds{quantile="0.99",span="after"} 9.0E-4
      plimsoll_naval_seconds{quantile="1",span="after"} 0.0021
      """;

  @Test
  void readsEachSpanByItself() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    NavalSpread.of(METRICS, "after").print("after it", new PrintStream(said, true));
    assertThat(said.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "naval computation after it: median 0.350, p99 0.900, max 2.100 ms of 540 seconds");
    assertThat(NavalSpread.of(METRICS, "first-minute").medianMillis()).isEqualTo(1.5);
  }

  @Test
  void doesNotInventWhatIsNotThere() {
    assertThat(NavalSpread.of(METRICS, "first-minute").p99Millis()).isNaN();
  }
}
