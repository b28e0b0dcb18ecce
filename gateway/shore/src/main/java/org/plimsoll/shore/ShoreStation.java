package org.plimsoll.shore;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.plimsoll.shore.api.Health;
import org.plimsoll.shore.api.ShoreApi;
import org.plimsoll.shore.api.ShoreMetrics;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.ingest.IngestCounts;
import org.plimsoll.shore.ingest.IngestLinks;
import org.plimsoll.shore.port.api.PortOffice;
import org.plimsoll.shore.store.InfluxStore;
import org.plimsoll.shore.store.QuestStore;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.VictoriaStore;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.web.HttpEdge;
import org.plimsoll.web.Page;
import org.plimsoll.web.Pages;
import org.plimsoll.web.signalk.SignalKApi;

/**
 * The shore's half of the line: broker &gt; ingest &gt; store &gt; receipts; store and fleet &gt;
 * API and pages; and the port's book, which is all that it keeps itself. It may be killed and
 * started again at any moment.
 *
 * <p>Confined to the thread that builds, starts and closes it; the questions are for any.
 */
public final class ShoreStation implements AutoCloseable {

  private static final long CLOSE_SECONDS = 10;

  private final IngestCounts counts = new IngestCounts();
  private final Fleet fleet = new Fleet();
  private final Vertx vertx = Vertx.vertx();
  private final Store store;
  private final IngestLinks ingest;
  private final PortOffice port;
  private final ShoreApi api;
  private final HttpEdge edge;

  /**
   * Wires everything and starts nothing.
   *
   * @param config what the station is told
   * @param broker where the broker listens, whoever runs it
   * @param at where the store listens, whoever runs it
   */
  public ShoreStation(ShoreConfig config, BrokerAddress broker, StoreAddress at) {
    InstantSource clock = InstantSource.system();
    store = store(config.store(), at, clock);
    ingest =
        new IngestLinks(
            config.ingest(),
            new Topics(config.topics()),
            broker.host(),
            broker.port(),
            new IngestLinks.Works(
                store, fleet, counts, clock, System::nanoTime, new SecureRandom()));
    SignalKApi signalK = ShoreApi.signalK(vertx, fleet, config.pages().signalKSelf(), clock);
    port = new PortOffice(config.port(), fleet, clock, System::nanoTime, new SecureRandom());
    ShoreMetrics metrics = new ShoreMetrics(counts, fleet, signalK, port, this::health);
    api = new ShoreApi(vertx, fleet, store, this::health, metrics, signalK, clock);
    Router router = HttpEdge.router(vertx, PortOffice.MAX_BODY_BYTES);
    api.mount(router);
    port.mount(router);
    Pages.mount(router, Page.SHORE, Page.PORT);
    edge = new HttpEdge(vertx, config.pages().host(), config.pages().port(), router);
  }

  private static Store store(StoreConfig config, StoreAddress at, InstantSource clock) {
    if (config instanceof StoreConfig.Influx influx) {
      return new InfluxStore(influx.server(), clock);
    }
    return config instanceof StoreConfig.Victoria victoria
        ? new VictoriaStore(victoria.server(), clock)
        : new QuestStore(at.url(), ((StoreConfig.Quest) config).retention(), clock);
  }

  /**
   * Starts everything. A broker or a store that does not answer yet is tried until it does.
   *
   * @throws IOException if pages and API cannot listen on their port
   */
  public void start() throws IOException {
    edge.start();
    port.start(vertx);
    ingest.start();
  }

  /** Where the pages are. */
  public URI pages() {
    return edge.address();
  }

  /** Whether broker and store are there, and how the port's book is. */
  public Health health() {
    return new Health(
        ingest.isConnected(), ingest.storeState(), port.book().isUp(), port.statusState());
  }

  /** What it has done since it started. */
  public ShoreCounts counts() {
    return new ShoreCounts(
        counts.blocks.sum(),
        counts.blocksStored.sum(),
        counts.readingsWritten.sum(),
        counts.duplicateReadings.sum(),
        counts.gapReadings.sum(),
        counts.deadLetters.sum(),
        counts.deadLettersNotKept.sum(),
        counts.pointsRefused.sum(),
        counts.storeFailures.sum(),
        counts.receipts.sum(),
        counts.requests.sum(),
        counts.messagesRefused.sum(),
        counts.brokerOutages.sum());
  }

  /** Stops everything; what was not acknowledged comes again to the next one. */
  @Override
  public void close() {
    ingest.close();
    api.close();
    edge.close();
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS)
        .join();
    port.close();
    store.close();
  }
}
