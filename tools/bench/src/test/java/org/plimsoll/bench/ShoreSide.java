package org.plimsoll.bench;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.plimsoll.embedded.EmbeddedBroker;
import org.plimsoll.embedded.EmbeddedStore;
import org.plimsoll.shore.BrokerAddress;
import org.plimsoll.shore.BrokerConfig;
import org.plimsoll.shore.ShoreConfig;
import org.plimsoll.shore.ShoreStation;
import org.plimsoll.shore.StoreAddress;
import org.plimsoll.shore.StoreConfig;

/**
 * Everything ashore in this JVM: the embedded store, the embedded broker if wanted, the station.
 */
final class ShoreSide implements AutoCloseable {

  private final @Nullable EmbeddedBroker broker;
  private final EmbeddedStore store;
  private final ShoreStation station;

  private ShoreSide(@Nullable EmbeddedBroker broker, EmbeddedStore store, ShoreStation station) {
    this.broker = broker;
    this.store = store;
    this.station = station;
  }

  static ShoreSide start(ShoreConfig config) throws IOException {
    if (!(config.store() instanceof StoreConfig.Embedded wanted)) {
      throw new IllegalArgumentException("the tests keep the store inside: " + config.store());
    }
    EmbeddedStore store = new EmbeddedStore(wanted.directory(), wanted.host(), wanted.port());
    store.start();
    EmbeddedBroker broker = null;
    BrokerAddress address;
    if (config.broker() instanceof BrokerConfig.Embedded inside) {
      broker = new EmbeddedBroker(inside.directory(), inside.host(), inside.port());
      broker.start();
      address = new BrokerAddress(broker.host(), broker.port());
    } else {
      address = ((BrokerConfig.External) config.broker()).address();
    }
    ShoreStation station = new ShoreStation(config, address, new StoreAddress(store.url()));
    station.start();
    return new ShoreSide(broker, store, station);
  }

  URI store() {
    return store.url();
  }

  URI pages() {
    return station.pages();
  }

  ShoreStation station() {
    return station;
  }

  @Override
  public void close() {
    station.close();
    store.close();
    if (broker != null) {
      broker.close();
    }
  }
}
