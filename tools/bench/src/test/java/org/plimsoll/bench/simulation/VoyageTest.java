package org.plimsoll.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class VoyageTest {

  private static final Duration WEEK = Duration.ofDays(7);

  /** Voyages know nothing of each other. */
  private static final int THREADS = 2;

  @TempDir Path scratch;

  @BeforeAll
  static void silence() {
    product().setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    product().setLevel(null);
  }

  private static Logger product() {
    return (Logger) LoggerFactory.getLogger("org.plimsoll");
  }

  @Test
  @Tag("slow")
  void twoHundredWeeksKeepEveryPromise() throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        new SimulationTorture(new SimulationTorture.Options(1, 200, 7, THREADS), scratch)
            .run(new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  /**
   * 1673: a stranger asked for what the ship had let go of, and was told of it a second time.
   * 32098: the same, and the block that held it was damaged later. 32525: the broker lost the
   * status, and the shore asked for no hole of a ship that it believed to be away. 58227: the last
   * fault restored the store, and the books were compared before the shore had read it again.
   */
  @ParameterizedTest
  @ValueSource(longs = {1673, 32098, 32525, 58227})
  void weeksThatOnceBrokeAPromiseKeepIt(long seed) {
    assertThat(Voyage.sail(seed, WEEK, scratch).broken()).isEmpty();
  }

  @Test
  void aSeedReplaysBitForBit() {
    Voyage.Outcome once = Voyage.sail(11, WEEK, scratch);
    Voyage.Outcome again = Voyage.sail(11, WEEK, scratch);
    assertThat(once.events()).isGreaterThan(50);
    assertThat(once.faults()).isGreaterThan(10);
    assertThat(again).isEqualTo(once);
    assertThat(Voyage.sail(12, WEEK, scratch).digest()).isNotEqualTo(once.digest());
  }
}
