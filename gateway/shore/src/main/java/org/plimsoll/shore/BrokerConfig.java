package org.plimsoll.shore;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.configuration.Section;

/** Which broker carries ship and shore. */
public sealed interface BrokerConfig {

  /**
   * One inside this process.
   *
   * @param directory where its journal lives
   * @param host address that it listens on; it does not authenticate
   * @param port TCP port, 0 for a free one
   */
  record Embedded(Path directory, String host, int port) implements BrokerConfig {}

  /** One that runs elsewhere. */
  record External(BrokerAddress address) implements BrokerConfig {}

  /** The keys of {@code broker}. */
  enum Mode {
    EMBEDDED,
    EXTERNAL
  }

  /** The default port of MQTT. */
  int DEFAULT_PORT = 1883;

  /** Reads {@code broker}; embedded on loopback when it is missing. */
  static BrokerConfig read(Section root, Path data) {
    Optional<Section> section = root.optionalSection("broker");
    Path directory = data.resolve("broker");
    if (section.isEmpty()) {
      return new Embedded(directory, ShoreConfig.LOOPBACK, DEFAULT_PORT);
    }
    Section broker = section.get();
    if (broker.choice("mode", Mode.class, Mode.EMBEDDED) == Mode.EMBEDDED) {
      return new Embedded(
          directory,
          broker.text("host", ShoreConfig.LOOPBACK),
          broker.integer("port", 0, 65535, DEFAULT_PORT));
    }
    return new External(
        new BrokerAddress(broker.text("host"), broker.integer("port", 1, 65535, DEFAULT_PORT)));
  }
}
