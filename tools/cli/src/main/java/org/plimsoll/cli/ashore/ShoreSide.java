package org.plimsoll.cli.ashore;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.plimsoll.embedded.EmbeddedBroker;
import org.plimsoll.embedded.EmbeddedStore;
import org.plimsoll.shore.BrokerAddress;
import org.plimsoll.shore.BrokerConfig;
import org.plimsoll.shore.ShoreConfig;
import org.plimsoll.shore.ShoreCounts;
import org.plimsoll.shore.ShoreStation;
import org.plimsoll.shore.StoreAddress;
import org.plimsoll.shore.StoreConfig;

/**
 * A shore station with the broker and the store that its configuration wants inside the process.
 *
 * <p>Confined to the thread that makes and closes it.
 */
public final class ShoreSide implements AutoCloseable {

  private @Nullable EmbeddedBroker embeddedBroker;
  private @Nullable EmbeddedStore embeddedStore;
  private final BrokerAddress broker;
  private final StoreAddress store;
  private final ShoreStation station;

  /**
   * Starts everything, and nothing is left running if a part cannot start.
   *
   * @throws IOException naming the part: a port that is busy, a directory that is in use
   */
  public ShoreSide(ShoreConfig config) throws IOException {
    try {
      broker = broker(config.broker());
      store = store(config.store());
    } catch (IOException | RuntimeException failure) {
      closeEmbedded();
      throw failure;
    }
    station = new ShoreStation(config, broker, store);
    try {
      station.start();
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  public URI pages() {
    return station.pages();
  }

  public BrokerAddress broker() {
    return broker;
  }

  public StoreAddress store() {
    return store;
  }

  public ShoreCounts counts() {
    return station.counts();
  }

  /** Ends the ingest first, then what it writes to, then what it reads from. */
  @Override
  public void close() {
    station.close();
    closeEmbedded();
  }

  private void closeEmbedded() {
    if (embeddedStore != null) {
      embeddedStore.close();
    }
    if (embeddedBroker != null) {
      embeddedBroker.close();
    }
  }

  private BrokerAddress broker(BrokerConfig config) throws IOException {
    if (config instanceof BrokerConfig.External external) {
      return external.address();
    }
    if (config instanceof BrokerConfig.Embedded wanted) {
      EmbeddedBroker started = new EmbeddedBroker(wanted.directory(), wanted.host(), wanted.port());
      started.start();
      embeddedBroker = started;
      return new BrokerAddress(started.host(), started.port());
    }
    throw new AssertionError(config);
  }

  private StoreAddress store(StoreConfig config) throws IOException {
    if (config instanceof StoreConfig.External external) {
      return external.address();
    }
    if (config instanceof StoreConfig.Influx influx) {
      return new StoreAddress(influx.server().url());
    }
    if (config instanceof StoreConfig.Victoria victoria) {
      return new StoreAddress(victoria.server().url());
    }
    if (config instanceof StoreConfig.Embedded wanted) {
      EmbeddedStore started = new EmbeddedStore(wanted.directory(), wanted.host(), wanted.port());
      started.start();
      embeddedStore = started;
      return new StoreAddress(started.url());
    }
    throw new AssertionError(config);
  }
}
