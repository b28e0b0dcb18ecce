package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.WriteOutcome;

class IngestPausesTest {

  private static final WriteOutcome NO_CONNECTION = new WriteOutcome.Unavailable("refused", false);

  @TempDir Path directory;

  /** Its tables are there, but nothing can be written: that is no reason to knock faster. */
  @Test
  void attemptsAreSpacedWhenOnlyWritingFails() {
    TestIngest shore = new TestIngest(directory);
    shore.store.poison(Point.Reading.class::isInstance, NO_CONNECTION);
    shore.arrive(TestShip.block(1, 3));

    shore.live.work();
    for (int i = 0; i < 200; i++) {
      shore.live.work();
      shore.nanos += 100_000_000L;
      assertThat(shore.keeper.state()).isEqualTo(StoreState.DOWN);
    }
    assertThat(shore.counts.storeFailures.sum()).as("in 20 s").isBetween(3L, 12L);

    shore.store.poison(point -> false, NO_CONNECTION);
    shore.aMinutePasses();
    shore.live.work();
    assertThat(shore.keeper.state()).isEqualTo(StoreState.UP);
    assertThat(shore.store.readings()).hasSize(9);
  }
}
