package org.plimsoll.shore;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.plimsoll.configuration.Section;
import org.plimsoll.shore.store.InfluxServer;
import org.plimsoll.shore.store.Names;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.VictoriaServer;

/** Which store keeps the readings. */
public sealed interface StoreConfig {

  /** A QuestDB. */
  sealed interface Quest extends StoreConfig {

    /** How long readings are kept as they came; empty for ever, or as the server was told. */
    Optional<Duration> retention();
  }

  /**
   * One inside this process.
   *
   * @param directory where its tables live
   * @param host address that it listens on; it does not authenticate
   * @param port TCP port, 0 for a free one
   */
  record Embedded(Path directory, String host, int port, Optional<Duration> retention)
      implements Quest {}

  /** One that runs elsewhere. */
  record External(StoreAddress address, Optional<Duration> retention) implements Quest {}

  /** An InfluxDB that runs elsewhere. */
  record Influx(InfluxServer server) implements StoreConfig {}

  /** A VictoriaMetrics that runs elsewhere. */
  record Victoria(VictoriaServer server) implements StoreConfig {}

  /** What speaks at the address of an external store. */
  enum Kind {
    QUESTDB,
    INFLUXDB_1,
    INFLUXDB_2,
    INFLUXDB_3,
    VICTORIA_METRICS
  }

  /** The keys of {@code store}. */
  enum Mode {
    EMBEDDED,
    EXTERNAL
  }

  /** A hundred years: longer is for ever. */
  Duration MAX_RETENTION = Duration.ofDays(36_500);

  /** The default port of the embedded store. */
  int DEFAULT_PORT = 9000;

  /** Reads {@code store}; embedded on loopback when it is missing. */
  static StoreConfig read(Section root, Path data) {
    Optional<Section> section = root.optionalSection("store");
    Path directory = data.resolve("store");
    if (section.isEmpty()) {
      return new Embedded(directory, ShoreConfig.LOOPBACK, DEFAULT_PORT, Optional.empty());
    }
    Section store = section.get();
    if (store.choice("mode", Mode.class, Mode.EMBEDDED) == Mode.EMBEDDED) {
      return new Embedded(
          directory,
          store.text("host", ShoreConfig.LOOPBACK),
          store.integer("port", 0, 65535, DEFAULT_PORT),
          retention(store));
    }
    Kind kind = store.choice("kind", Kind.class, Kind.QUESTDB);
    return switch (kind) {
      case QUESTDB -> new External(address(store), retention(store));
      case INFLUXDB_1 -> new Influx(influx(store, InfluxServer.Version.V1));
      case INFLUXDB_2 -> new Influx(influx(store, InfluxServer.Version.V2));
      case INFLUXDB_3 -> new Influx(influx(store, InfluxServer.Version.V3));
      case VICTORIA_METRICS ->
          new Victoria(
              new VictoriaServer(
                  address(store).url(),
                  store.text("user", ""),
                  store.secret("password").orElse("")));
    };
  }

  private static InfluxServer influx(Section store, InfluxServer.Version version) {
    boolean first = version == InfluxServer.Version.V1;
    boolean second = version == InfluxServer.Version.V2;
    String key = second ? "bucket" : "database";
    String database = store.text(key, "plimsoll");
    if (!Names.isValid(database)) {
      store.problem(key, "'" + database + "'", "want letters, digits or _ . -");
      database = "plimsoll";
    }
    return new InfluxServer(
        address(store).url(),
        version,
        database,
        second ? store.text("organisation") : "",
        first ? store.text("user", "") : "",
        store.secret(first ? "password" : "token").orElse(""),
        retention(store));
  }

  private static Optional<Duration> retention(Section store) {
    return store.has("retention")
        ? Optional.of(store.duration("retention", Store.MIN_RETENTION, MAX_RETENTION))
        : Optional.empty();
  }

  private static StoreAddress address(Section store) {
    String text = store.text("url");
    try {
      URI url = URI.create(text);
      if (StoreAddress.isValid(url)) {
        return new StoreAddress(url);
      }
    } catch (IllegalArgumentException e) {
      // Reported below, in the words of the other reason.
    }
    store.problem("url", "'" + text + "' is not the address of a store", "want http://host:port");
    return new StoreAddress(URI.create("http://" + ShoreConfig.LOOPBACK + ":" + DEFAULT_PORT));
  }
}
