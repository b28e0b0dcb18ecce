package org.plimsoll.shore.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.store.Store;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.PahoSession;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/**
 * Ingest with its two connections: blocks on a shared subscription, so that several stations divide
 * them, and news on a plain one, so that each of them hears all. They are apart because a block may
 * have to wait for a channel table, and must not stand in its way.
 *
 * <p>Confined to the thread of the composition root; the questions are for any.
 */
public final class IngestLinks implements AutoCloseable {

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

  private final IngestCore core;
  private final BrokerLink blocks;
  private final BrokerLink news;

  /** Wires; starts nothing. */
  public IngestLinks(
      IngestConfig config, Topics topics, String brokerHost, int brokerPort, Works works) {
    core = new IngestCore(config, topics, works);
    SessionFactory sessions = PahoSession::new;
    String run = Long.toHexString(works.random().nextLong());
    blocks =
        new BrokerLink(
            "ingest",
            sessions,
            options(brokerHost, brokerPort, "plimsoll-ingest-" + run),
            core.blockFilters(),
            core.blocks(),
            works.counts().brokerOutages,
            works.random());
    news =
        new BrokerLink(
            "news",
            sessions,
            options(brokerHost, brokerPort, "plimsoll-news-" + run),
            core.newsFilters(),
            core.news(),
            works.counts().brokerOutages,
            works.random());
  }

  /** What both work on and with. */
  public record Works(
      Store store,
      Fleet fleet,
      IngestCounts counts,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {}

  private static SessionOptions options(String host, int port, String clientId) {
    return new SessionOptions(
        host,
        port,
        clientId,
        Optional.empty(),
        Optional.empty(),
        KEEP_ALIVE,
        IngestCore.RECEIVE_MAXIMUM,
        SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES);
  }

  /** Starts both; a broker that is not there yet is tried until it is. */
  public void start() {
    news.start();
    blocks.start();
  }

  /** Whether both connections stand. */
  public boolean isConnected() {
    return blocks.isUp() && news.isUp();
  }

  /** How the store stands. */
  public StoreState storeState() {
    return core.storeState();
  }

  /** Ends both; what is not acknowledged comes again to the next station. */
  @Override
  public void close() {
    blocks.close();
    news.close();
  }
}
