package org.plimsoll.shore.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Random;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/**
 * Everything that one station does with messages, on a store in memory, with time that a test
 * moves.
 */
final class TestIngest {

  final MemoryStore store;
  final Fleet fleet = new Fleet();
  final ChannelTables tables = new ChannelTables();
  final IngestCounts counts = new IngestCounts();
  final RecordingLink link = new RecordingLink();
  final StoreKeeper keeper;
  final Ingest live;
  final Ingest backlog;
  final LinkWork news;
  final LinkWork overheard;
  long nanos = 42;

  /** Dead letters go to the directory; the channel table of {@link TestShip} is known. */
  TestIngest(Path directory) {
    this(directory, new MemoryStore());
  }

  /** One more station on the same store. */
  TestIngest(Path directory, MemoryStore store) {
    this.store = store;
    IngestConfig config = new IngestConfig(EnumSet.of(DataOrigin.LIVE), directory, 10, 1 << 20);
    DeadLetters deadLetters = new DeadLetters(config);
    keeper = new StoreKeeper(store, tables, deadLetters, fleet, counts, () -> nanos, new Random(1));
    InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(TestShip.T0));
    Ingest.Ashore ashore =
        new Ingest.Ashore(TestShip.TOPICS, tables, deadLetters, fleet, counts, clock);
    BlockIntake intake = new BlockIntake(config, TestShip.TOPICS, tables);
    live = new Ingest(ashore, keeper, intake, IngestCore.LIVE_WINDOW, () -> {});
    backlog = new Ingest(ashore, keeper, intake, IngestCore.BACKLOG_WINDOW, keeper::catchUp);
    news = new Hearing(TestShip.TOPICS, counts, new News(ashore));
    Overheard others = new Overheard(ashore, keeper, intake, () -> nanos);
    overheard = new Hearing(TestShip.TOPICS, counts, others);
    live.connected(link);
    backlog.connected(link);
    tables.put(TestShip.ID, TestShip.channels());
  }

  /** A live block arrives and is not yet worked on. */
  InboundMessage arrive(Block block) {
    InboundMessage message = RecordingLink.arrival(block);
    live.arrived(message);
    return message;
  }

  /** A block of backlog likewise. */
  InboundMessage arriveLate(Block block) {
    byte[] payload = RecordingLink.arrival(block).payload();
    InboundMessage message =
        RecordingLink.message(TestShip.TOPICS.topic(TestShip.ID, Topics.Kind.BACKLOG), payload);
    backlog.arrived(message);
    return message;
  }

  /** Much time passes. */
  void aMinutePasses() {
    nanos += 60_000_000_000L;
  }
}
