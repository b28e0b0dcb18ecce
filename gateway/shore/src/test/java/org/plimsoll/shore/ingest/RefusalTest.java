package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.Range;

/** Whole rows that no store will have, as of a ship whose clock stands in 2000. */
class RefusalTest {

  @TempDir Path directory;

  @Test
  void aBlockThatIsRefusedAsAWholeDoesNotHoldUpTheNext() {
    TestIngest shore = new TestIngest(directory);
    shore.store.poison(point -> isOfRows(point, 10), new WriteOutcome.Refused("HTTP 400: too old"));
    shore.arrive(TestShip.block(1, 10));
    shore.arrive(TestShip.block(11, 20));
    shore.live.work();

    assertThat(shore.store.readings()).hasSize(30).noneMatch(point -> isOfRows(point, 10));
    assertThat(shore.counts.pointsRefused.sum()).isEqualTo(30);
    assertThat(shore.link.acknowledged).hasSize(2);
  }

  @Test
  void whatWouldExpireAtOnceIsSetAsideAndNeverSent() throws Exception {
    TestIngest shore = new TestIngest(directory);
    shore.store.objectTo(point -> isOfRows(point, 1), "older than readings are kept");
    shore.arrive(TestShip.block(1, 1));
    shore.live.work();

    assertThat(shore.store.readings()).isEmpty();
    assertThat(shore.fleet.ledger(TestShip.ID, TestShip.STREAM).refused()).isEqualTo(3);
    assertThat(shore.link.receipted.ranges()).containsExactly(new Range(1, 1));
    assertThat(reasons()).hasSize(3).allMatch(said -> said.contains("older than readings"));

    shore.arrive(TestShip.block(2, 2));
    shore.live.work();
    assertThat(shore.store.readings()).hasSize(3);
  }

  private List<String> reasons() throws IOException {
    List<String> reasons = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.reason")) {
      for (Path file : files) {
        reasons.add(Files.readString(file));
      }
    }
    return reasons;
  }

  private static boolean isOfRows(Point point, long last) {
    return point instanceof Point.Reading reading && reading.sequence() <= last;
  }
}
