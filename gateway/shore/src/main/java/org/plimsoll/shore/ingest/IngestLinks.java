package org.plimsoll.shore.ingest;

import static org.plimsoll.shore.ingest.IngestCore.BACKLOG_WINDOW;
import static org.plimsoll.shore.ingest.IngestCore.LIVE_WINDOW;
import static org.plimsoll.shore.ingest.IngestCore.NEWS_WINDOW;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.store.Store;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.PahoSession;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/**
 * Ingest with its four connections: live blocks and backlog on shared subscriptions, so that
 * several stations divide them, news and what is overheard on plain ones, so that each of them
 * hears all. They are apart because a block may have to wait for a channel table, and must not
 * stand in its way, nor the backlog of a fleet in that of what is new.
 *
 * <p>Confined to the thread of the composition root; the questions are for any.
 */
public final class IngestLinks implements AutoCloseable {

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

  private final IngestCore core;
  private final BrokerLink live;
  private final BrokerLink backlog;
  private final BrokerLink news;
  private final BrokerLink overheard;

  /** Wires; starts nothing. */
  public IngestLinks(
      IngestConfig config, Topics topics, String brokerHost, int brokerPort, Works works) {
    core = new IngestCore(config, topics, works);
    String run = Long.toHexString(works.random().nextLong());
    SessionOptions options = options(brokerHost, brokerPort, "plimsoll-ingest-" + run, LIVE_WINDOW);
    live = link("ingest", options, core.liveFilters(), core.live(), works);
    options = options(brokerHost, brokerPort, "plimsoll-backlog-" + run, BACKLOG_WINDOW);
    backlog = link("backlog", options, core.backlogFilters(), core.backlog(), works);
    options = options(brokerHost, brokerPort, "plimsoll-news-" + run, NEWS_WINDOW);
    news = link("news", options, core.newsFilters(), core.news(), works);
    options = options(brokerHost, brokerPort, "plimsoll-overheard-" + run, LIVE_WINDOW);
    overheard = link("overheard", options, core.overheardFilters(), core.overheard(), works);
  }

  private static BrokerLink link(
      String name, SessionOptions options, List<String> filters, LinkWork work, Works works) {
    return new BrokerLink(
        name,
        PahoSession::new,
        options,
        filters,
        work,
        works.counts().brokerOutages,
        works.random());
  }

  /** What they work on and with. */
  public record Works(
      Store store,
      Fleet fleet,
      IngestCounts counts,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {}

  private static SessionOptions options(String host, int port, String clientId, int window) {
    return new SessionOptions(
        host,
        port,
        clientId,
        Optional.empty(),
        Optional.empty(),
        KEEP_ALIVE,
        window,
        SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES);
  }

  /** Starts them; a broker that is not there yet is tried until it is. */
  public void start() {
    news.start();
    overheard.start();
    live.start();
    backlog.start();
  }

  /** Whether all connections stand. */
  public boolean isConnected() {
    return live.isUp() && backlog.isUp() && news.isUp() && overheard.isUp();
  }

  /** How the store stands. */
  public StoreState storeState() {
    return core.storeState();
  }

  /** Ends them; what is not acknowledged comes again to the next station. */
  @Override
  public void close() {
    live.close();
    backlog.close();
    overheard.close();
    news.close();
  }
}
