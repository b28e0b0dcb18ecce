package org.plimsoll.shore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.Problem;
import org.plimsoll.shore.port.api.PortConfig;
import org.plimsoll.shore.port.fence.PortMap;
import org.plimsoll.shore.store.VictoriaServer;
import org.plimsoll.telemetry.DataOrigin;

class ShoreConfigTest {

  private static final Path EXAMPLE = Path.of("../../tools/examples/shore.yaml");

  @Test
  void readsTheExample() {
    ConfigFile file = ConfigFile.read(EXAMPLE);
    ShoreConfig config = ShoreConfig.read(file.root());
    file.orThrow();

    assertThat(config.topics()).isEqualTo("plimsoll/v1");
    assertThat(config.broker())
        .isEqualTo(
            new BrokerConfig.Embedded(
                Path.of("../../data/shore/broker").toAbsolutePath().normalize(),
                "127.0.0.1",
                1883));
    assertThat(config.pages().port()).isEqualTo(8090);
    assertThat(config.ingest().accept()).containsExactlyInAnyOrder(DataOrigin.values());
    assertThat(config.ingest().deadLetterBytes()).isEqualTo(64L << 20);
  }

  @Test
  void theExampleSaysWhatIsAssumedWithoutIt() {
    ShoreConfig said = ShoreConfig.read(ConfigFile.read(EXAMPLE).root());
    ConfigFile empty = ConfigFile.of("shore.yaml", "data: ../../data/shore\n", EXAMPLE.getParent());
    ShoreConfig assumed = ShoreConfig.read(empty.root());
    empty.orThrow();

    assertThat(assumed.port().map()).isEqualTo(PortMap.NONE);
    assertThat(said.port().map().fences()).hasSize(4);
    PortConfig port =
        new PortConfig(
            assumed.port().data(),
            assumed.port().keys(),
            said.port().map(),
            assumed.port().rules(),
            assumed.port().webhooks(),
            assumed.port().subscriptionHosts(),
            assumed.port().ships(),
            assumed.port().statuses());
    assertThat(
            new ShoreConfig(
                assumed.topics(),
                assumed.broker(),
                assumed.store(),
                assumed.pages(),
                assumed.ingest().accepting(said.ingest().accept()),
                port))
        .isEqualTo(said);
    assertThat(assumed.ingest().accept()).containsExactly(DataOrigin.LIVE);
  }

  @Test
  void readsServersElsewhere() {
    ConfigFile file =
        ConfigFile.of(
            "shore.yaml",
            """
            broker: {mode: external, host: broker.example}
            store: {mode: external, url: "http://store.example:9000"}
            """);
    ShoreConfig config = ShoreConfig.read(file.root());
    file.orThrow();

    assertThat(config.broker())
        .isEqualTo(new BrokerConfig.External(new BrokerAddress("broker.example", 1883)));
    assertThat(config.store())
        .isEqualTo(
            new StoreConfig.External(
                new StoreAddress(URI.create("http://store.example:9000")), Optional.empty()));
  }

  @Test
  void readsAVictoriaMetrics() {
    ConfigFile file =
        ConfigFile.of(
            "shore.yaml",
            """
            store: {mode: external, kind: victoria-metrics, url: "http://store.example:8428", user: u}
            """);
    ShoreConfig config = ShoreConfig.read(file.root());
    file.orThrow();

    assertThat(config.store())
        .isEqualTo(
            new StoreConfig.Victoria(
                new VictoriaServer(URI.create("http://store.example:8428"), "u", "")));
  }

  @Test
  void aQuestDbMayForget() {
    ConfigFile file =
        ConfigFile.of("shore.yaml", "store: {mode: embedded, port: 0, retention: 90d}");
    ShoreConfig config = ShoreConfig.read(file.root());
    file.orThrow();

    assertThat(((StoreConfig.Quest) config.store()).retention()).contains(Duration.ofDays(90));
  }

  @Test
  void aRetentionIsNotForVictoriaMetrics() {
    ConfigFile file =
        ConfigFile.of(
            "shore.yaml",
            """
            store: {mode: external, kind: victoria-metrics, url: "http://store:8428", retention: 90d}
            """);
    ShoreConfig.read(file.root());

    assertThat(file.finish())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("retention");
  }

  @Test
  void findsEveryProblemInOneRun() {
    ConfigFile file =
        ConfigFile.of(
            "shore.yaml",
            """
            topics: plimsoll//v1
            accept: [live, invented]
            broker: {mode: embeded}
            store: {mode: external, url: "ftp://store"}
            pages: {port: 70000, hots: 127.0.0.1, signal-k-self: imo9876544}
            """);
    ShoreConfig.read(file.root());

    assertThat(file.finish()).extracting(Problem::line).containsExactly(1, 2, 3, 4, 5, 5, 5);
  }
}
