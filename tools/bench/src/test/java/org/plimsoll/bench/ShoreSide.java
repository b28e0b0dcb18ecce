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

/** Everything ashore in this JVM: the embedded store and broker, if wanted, and the station. */
final class ShoreSide implements AutoCloseable {

  private final @Nullable EmbeddedBroker broker;
  private final @Nullable EmbeddedStore store;
  private final StoreAddress address;
  private final ShoreStation station;

  private ShoreSide(
      @Nullable EmbeddedBroker broker,
      @Nullable EmbeddedStore store,
      StoreAddress address,
      ShoreStation station) {
    this.broker = broker;
    this.store = store;
    this.address = address;
    this.station = station;
  }

  static ShoreSide start(ShoreConfig config) throws IOException {
    EmbeddedStore store = null;
    StoreAddress stored;
    if (config.store() instanceof StoreConfig.Embedded inside) {
      store = new EmbeddedStore(inside.directory(), inside.host(), inside.port());
      store.start();
      stored = new StoreAddress(store.url());
    } else if (config.store() instanceof StoreConfig.External apart) {
      stored = apart.address();
    } else {
      stored = new StoreAddress(((StoreConfig.Influx) config.store()).server().url());
    }
    EmbeddedBroker broker = null;
    BrokerAddress address;
    if (config.broker() instanceof BrokerConfig.Embedded inside) {
      broker = new EmbeddedBroker(inside.directory(), inside.host(), inside.port());
      broker.start();
      address = new BrokerAddress(broker.host(), broker.port());
    } else {
      address = ((BrokerConfig.External) config.broker()).address();
    }
    ShoreStation station = new ShoreStation(config, address, stored);
    station.start();
    return new ShoreSide(broker, store, stored, station);
  }

  URI store() {
    return address.url();
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
    if (store != null) {
      store.close();
    }
    if (broker != null) {
      broker.close();
    }
  }
}
