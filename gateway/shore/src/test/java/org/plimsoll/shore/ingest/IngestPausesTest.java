package org.plimsoll.shore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;

class IngestPausesTest {

  private static final WriteOutcome NO_CONNECTION = new WriteOutcome.Unavailable("refused", false);

  @TempDir Path directory;
  private long nanos = 42;

  /** Its tables are there, but nothing can be written: that is no reason to knock faster. */
  @Test
  void attemptsAreSpacedWhenOnlyWritingFails() {
    MemoryStore store = new MemoryStore();
    ChannelTables tables = new ChannelTables();
    tables.put(TestShip.ID, TestShip.channels());
    IngestCounts counts = new IngestCounts();
    Ingest.Shore shore =
        new Ingest.Shore(
            store,
            new Fleet(),
            InstantSource.fixed(Instant.ofEpochMilli(TestShip.T0)),
            () -> nanos,
            new Random(1));
    IngestConfig config = new IngestConfig(EnumSet.of(DataOrigin.LIVE), directory, 10, 1 << 20);
    Ingest ingest = new Ingest(shore, config, TestShip.TOPICS, tables, counts);
    ingest.connected(new RecordingLink());
    store.poison(Point.Reading.class::isInstance, NO_CONNECTION);
    byte[] block = new BlockCodec().encode(TestShip.block(1, 3));
    String topic = TestShip.TOPICS.topic(TestShip.ID, Topics.Kind.BLOCKS);
    ingest.arrived(new InboundMessage(topic, block, false, 1, 1));

    ingest.work();
    for (int i = 0; i < 200; i++) {
      ingest.work();
      nanos += 100_000_000L;
      assertThat(ingest.storeState()).isEqualTo(StoreState.DOWN);
    }
    assertThat(counts.storeFailures.sum()).as("in 20 s").isBetween(3L, 12L);

    store.poison(point -> false, NO_CONNECTION);
    nanos += 60_000_000_000L;
    ingest.work();
    assertThat(ingest.storeState()).isEqualTo(StoreState.UP);
    assertThat(store.readings()).hasSize(9);
  }
}
