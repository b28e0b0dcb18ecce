package org.plimsoll.shore;

import java.nio.file.Path;
import java.util.Set;
import org.plimsoll.configuration.Section;
import org.plimsoll.shore.ingest.IngestConfig;
import org.plimsoll.shore.port.api.PortConfig;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Topics;

/**
 * Everything that a shore process is told, read once from {@code shore.yaml}.
 *
 * @param topics prefix of every topic
 * @param broker which broker; the one who starts the station runs an embedded one
 * @param store which store; likewise
 * @param pages where pages and API listen
 * @param ingest what is taken in and what is refused
 * @param port the port's book, keys and map
 */
public record ShoreConfig(
    String topics,
    BrokerConfig broker,
    StoreConfig store,
    PagesConfig pages,
    IngestConfig ingest,
    PortConfig port) {

  /** Where everything listens unless configured. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Reads the whole file; problems are noted at the section. */
  public static ShoreConfig read(Section root) {
    String topics = root.text("topics", Topics.DEFAULT_PREFIX);
    if (!Topics.isValidPrefix(topics)) {
      root.problem(
          "topics", "'" + topics + "' is not a topic prefix", "want levels such as plimsoll/v1");
      topics = Topics.DEFAULT_PREFIX;
    }
    Path data = root.path("data", "data/shore");
    BrokerConfig broker = BrokerConfig.read(root, data);
    StoreConfig store = StoreConfig.read(root, data);
    IngestConfig ingest = IngestConfig.read(root, data);
    PortConfig port = PortConfig.read(root, data);
    return new ShoreConfig(topics, broker, store, PagesConfig.read(root), ingest, port);
  }

  /** The same, accepting readings of these origins. */
  public ShoreConfig accepting(Set<DataOrigin> origins) {
    return new ShoreConfig(topics, broker, store, pages, ingest.accepting(origins), port);
  }
}
