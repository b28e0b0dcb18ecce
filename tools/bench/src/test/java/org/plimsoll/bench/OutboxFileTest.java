package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

class OutboxFileTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T17:45:00Z"));

  @TempDir Path directory;

  @Test
  void readsWhatTheOutboxHolds() throws Exception {
    try (Outbox outbox =
        SqliteOutbox.open(
            directory,
            OutboxConfig.defaults(),
            DataOrigin.SIMULATED,
            CLOCK,
            new SplittableRandom(1))) {
      int depth =
          outbox.channelId(
              new ChannelKey(Quantities.DEPTH_BELOW_TRANSDUCER.path(), "gps"),
              Quantities.DEPTH_BELOW_TRANSDUCER);
      outbox.append(CommitGroup.of(1, List.of(depth(depth, 1_000, 501), depth(depth, 1_100, 502))));
      outbox.append(CommitGroup.of(1, List.of(depth(depth, 1_200, 503))));
      outbox.seal();
      outbox.acknowledge(List.of(new Range(1, 2)));
      outbox.append(CommitGroup.of(1, List.of(depth(depth, 1_200, 504))));
      outbox.seal();
      outbox.append(CommitGroup.of(2, List.of(depth(depth, 1_200, 505))));
    }

    OutboxFile file = OutboxFile.read(directory);

    assertThat(file.accepted()).isEqualTo(5);
    assertThat(file.acknowledged()).isEqualTo(3);
    assertThat(file.pending()).isEqualTo(2);
    assertThat(file.gapRecorded()).isZero();
    List<String> readings = new ArrayList<>();
    file.readings(
        (sequence, identity, value) ->
            readings.add(
                sequence
                    + " "
                    + identity.channel()
                    + " "
                    + identity.epoch()
                    + " "
                    + identity.timeMillis()
                    + " "
                    + value.orElseThrow()));
    String channel =
        new OutboxFile.ChannelName("environment.depth.belowTransducer", "gps", 0.01).toString();
    assertThat(readings)
        .containsExactly(
            "1 " + channel + " 1 1000 501",
            "1 " + channel + " 1 1100 502",
            "2 " + channel + " 1 1200 503",
            "3 " + channel + " 1 1200 504",
            "4 " + channel + " 2 1200 505");
  }

  private static Sample depth(int channel, long timeMillis, long centimetres) {
    return new Sample(channel, timeMillis, Quality.GOOD, OptionalLong.of(centimetres));
  }
}
