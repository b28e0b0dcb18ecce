package org.plimsoll.shore;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import org.plimsoll.web.HttpEdge;
import org.plimsoll.web.Page;
import org.plimsoll.web.Pages;

/**
 * The shore's half of the line: ingest, store, fleet, API and pages.
 *
 * <p>Confined to the thread that builds, starts and closes it; {@link #counts} may be asked by any.
 */
public final class ShoreStation implements AutoCloseable {

  private final BrokerAddress broker;
  private final StoreAddress store;
  private final Vertx vertx = Vertx.vertx();
  private final HttpEdge edge;

  /**
   * Wires everything and starts nothing.
   *
   * @param config what the station is told
   * @param broker where the broker listens, whoever runs it
   * @param store where the store listens, whoever runs it
   */
  public ShoreStation(ShoreConfig config, BrokerAddress broker, StoreAddress store) {
    this.broker = broker;
    this.store = store;
    Router router = HttpEdge.router(vertx);
    Pages.mount(router, Page.SHORE);
    edge = new HttpEdge(vertx, config.pagesHost(), config.pagesPort(), router);
  }

  /**
   * Starts everything. A broker or a store that does not answer yet is tried until it does.
   *
   * @throws IOException if pages and API cannot listen on their port
   */
  public void start() throws IOException {
    edge.start();
  }

  /** Where the pages are. */
  public URI pages() {
    return edge.address();
  }

  /** What it has done since it started. */
  public ShoreCounts counts() {
    return new ShoreCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Stops everything; what was not acknowledged comes again to the next one. */
  @Override
  public void close() {
    edge.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public String toString() {
    return "ShoreStation[broker=" + broker + ", store=" + store.url() + "]";
  }
}
