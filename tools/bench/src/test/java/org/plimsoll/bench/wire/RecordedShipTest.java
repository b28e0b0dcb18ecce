package org.plimsoll.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.SqliteOutbox;

class RecordedShipTest {

  @TempDir Path directory;

  private Outbox open() throws Exception {
    return SqliteOutbox.open(
        directory.resolve("outbox"),
        OutboxConfig.defaults(),
        DataOrigin.SIMULATED,
        InstantSource.system(),
        new SplittableRandom(1));
  }

  @Test
  void saysWhatTheFileSaysSecondBySecondAndOverAgain() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("ship.txt"),
            """
            # 0,hull.trim,draught,0.001
            # 1,environment.depth.belowTransducer,sounder,0.01
            150 0:7
            990 1:500
            2010 0:8 1:-3
            """);
    RecordedShip ship = RecordedShip.of(Optional.of(file), 1);
    try (Outbox outbox = open()) {
      ship.board(outbox);
      assertThat(outbox.channels().channels())
          .extracting(
              channel -> channel.path() + " " + channel.source() + " " + channel.resolution())
          .containsExactly(
              "hull.trim draught 0.001", "environment.depth.belowTransducer sounder 0.01");
    }
    for (long begin = 0; begin < 60_000; begin += 3_000) {
      assertThat(said(ship, begin)).containsExactly("0 100 7", "1 900 500");
      assertThat(said(ship, begin + 1_000)).isEmpty();
      assertThat(said(ship, begin + 2_000)).containsExactly("0 2000 8", "1 2000 -3");
    }
    assertThat(ship.readings()).isEqualTo(80);
    assertThat(ship.title()).contains("ship.txt", "2 channels");
  }

  private static List<String> said(RecordedShip ship, long nowMillis) {
    long loop = nowMillis / 3_000 * 3_000;
    return ship.next(nowMillis).stream().map(sample -> text(sample, loop)).toList();
  }

  private static String text(Sample sample, long loop) {
    return sample.channel()
        + " "
        + (sample.timeMillis() - loop)
        + " "
        + sample.value().orElseThrow();
  }

  @Test
  void theSimulatedFerryNeverSaysTheSameTwoHoursTwice() throws Exception {
    RecordedShip ship = RecordedShip.of(Optional.empty(), 1);
    try (Outbox outbox = open()) {
      ship.board(outbox);
    }
    List<Sample> first = ship.next(0);
    assertThat(first).hasSizeBetween(50, 56);
    long readings = 0;
    for (long second = 1; second < 7_200; second++) {
      readings += ship.next(1_000 * second).size();
    }
    assertThat(readings / 7_199.0).isBetween(55.0, 56.0);
    ship.next(7_200_000); // the last frames of the recording may come late
    List<Sample> later = ship.next(7_201_000);
    assertThat(later.stream().map(Sample::value))
        .isNotEqualTo(first.stream().map(Sample::value).toList());
  }
}
