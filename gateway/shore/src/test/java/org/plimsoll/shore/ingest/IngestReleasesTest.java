package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.StreamLedger;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Range;

class IngestReleasesTest {

  @TempDir Path directory;

  @Test
  void whatTheShipLetGoOfIsLostOnlyWhereItIsMissing() {
    TestIngest shore = new TestIngest(directory);

    Block released = gap(new Gap(1, 5, 0, GapReason.RELEASED));
    for (Block block :
        List.of(
            TestShip.block(1, 2), gap(new Gap(4, 6, 9, GapReason.DAMAGED)), released, released)) {
      shore.arrive(block);
      shore.live.work();
    }

    assertThat(shore.fleet.ledger(TestShip.ID, TestShip.STREAM).gaps())
        .containsExactly(
            new StreamLedger.Gap(new Range(3, 3), 0, "RELEASED"),
            new StreamLedger.Gap(new Range(4, 6), 9, "DAMAGED"));
    assertThat(shore.link.receipted.ranges()).as("whoever asked").containsExactly(new Range(1, 6));
    assertThat(shore.link.acknowledged).hasSize(4);
  }

  private static Block gap(Gap gap) {
    return new Block(TestShip.STREAM, 0, DataOrigin.LIVE, List.of(gap));
  }
}
