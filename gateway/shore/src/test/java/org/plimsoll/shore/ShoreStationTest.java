package org.plimsoll.shore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.embedded.EmbeddedBroker;
import org.plimsoll.embedded.EmbeddedStore;
import org.plimsoll.shore.ingest.IngestConfig;
import org.plimsoll.shore.ingest.StoreState;
import org.plimsoll.shore.port.api.PortConfig;
import org.plimsoll.shore.store.QuestStore;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.testing.UnhurriedTests;

/** The whole station against a real broker and a real store. */
@Tag("slow")
class ShoreStationTest {

  private static final Path PAGES = Path.of("../web");

  @TempDir Path directory;
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedBroker broker;
  private EmbeddedStore store;
  private ShoreStation station;

  @BeforeEach
  void start() throws Exception {
    startBroker(0);
    startStore(0);
    startStation();
  }

  @AfterEach
  void stop() {
    station.close();
    broker.close();
    store.close();
  }

  @Test
  void whatItReceiptsIsInTheStoreOnce() throws Exception {
    try (TestShip ship = new TestShip("127.0.0.1", broker.port())) {
      ship.sayWhoSheIs();
      ship.send(TestShip.block(1, 10));
      assertThat(ship.receipt()).containsExactly(new Range(1, 10));
      ship.send(TestShip.block(1, 10));
      assertThat(ship.receipt()).containsExactly(new Range(1, 10));
      ship.send(TestShip.block(14, 15));
      assertThat(ship.receipt()).containsExactly(new Range(14, 15));

      assertStored(12 * TestShip.CHANNELS);
      assertThat(station.counts().duplicateReadings()).isEqualTo(10 * TestShip.CHANNELS);
      JsonNode stream = get("/api/v1/vessels/imo9876543/completeness").path("streams").path(0);
      assertThat(stream.path("stored").asLong()).isEqualTo(12 * TestShip.CHANNELS);
      assertThat(stream.path("holes").toString()).isEqualTo("[{\"first\":11,\"last\":13}]");
    }
  }

  @Test
  void aRefusedBlockDoesNotBlockTheNext() throws Exception {
    try (TestShip ship = new TestShip("127.0.0.1", broker.port())) {
      ship.sayWhoSheIs();
      ship.say(
          TestShip.TOPICS.blocks(TestShip.ID), "poison".getBytes(StandardCharsets.UTF_8), false);
      ship.send(TestShip.block(1, 1, DataOrigin.REPLAYED));
      ship.send(TestShip.block(2, 2));
      assertThat(ship.receipt()).containsExactly(new Range(2, 2));
      assertThat(station.counts().deadLetters()).isEqualTo(2);
      try (Stream<Path> files = Files.list(directory.resolve("dead-letters"))) {
        assertThat(files).hasSize(4);
      }
    }
  }

  @Test
  void everyoneOfThemMayBeRestarted() throws Exception {
    int brokerPort = broker.port();
    int storePort = store.port();
    try (TestShip ship = new TestShip("127.0.0.1", brokerPort)) {
      ship.sayWhoSheIs();
      ship.send(TestShip.block(1, 5));
      assertThat(ship.receipt()).containsExactly(new Range(1, 5));

      station.close();
      startStation();
      await().until(() -> get("/api/v1/vessels").path("vessels").size() == 1);
      JsonNode vessel = get("/api/v1/vessels/imo9876543");
      assertThat(vessel.path("stored").asLong()).isEqualTo(5 * TestShip.CHANNELS);
      assertThat(vessel.path("channels")).hasSize(TestShip.CHANNELS);
      assertThat(vessel.path("channels").path(0).path("value").asDouble()).isEqualTo(4.05);

      store.close();
      ship.send(TestShip.block(6, 6));
      await().until(() -> station.health().store() == StoreState.DOWN);
      assertThat(station.counts().storeFailures()).isPositive();
      startStore(storePort);
      assertThat(ship.receipt()).containsExactly(new Range(6, 6));
    }
    broker.close();
    startBroker(brokerPort);
    try (TestShip ship = new TestShip("127.0.0.1", brokerPort)) {
      IntervalSet receipted = new IntervalSet();
      await()
          .until(
              () -> {
                // nobody may listen yet, and nothing is kept for a shore that the broker forgot
                ship.send(TestShip.block(7, 8));
                ship.receipt(1).forEach(receipted::add);
                return receipted.contains(new Range(7, 8));
              });
    }
    assertStored(8 * TestShip.CHANNELS);
    assertThat(station.counts().brokerOutages()).isPositive();
  }

  @Test
  void showsAHistoryWithItsGaps() throws Exception {
    try (TestShip ship = new TestShip("127.0.0.1", broker.port())) {
      ship.sayWhoSheIs();
      ship.send(TestShip.block(1, 30));
      ship.receipt();
      ship.send(TestShip.block(90, 120));
      ship.receipt();
    }
    assertStored(61 * TestShip.CHANNELS);
    long from = TestShip.T0;
    JsonNode history =
        get(
            "/api/v1/vessels/imo9876543/history?path=test.value0&from="
                + from
                + "&to="
                + (from + 200_000));
    assertThat(history.path("points")).hasSize(62);
    assertThat(history.path("points").path(0).toString()).isEqualTo("[" + (from + 1000) + ",4.01]");
    assertThat(history.path("gaps").toString())
        .isEqualTo("[[" + (from + 30_000) + "," + (from + 90_000) + "]]");
    assertThat(history.path("unit").asText()).isEqualTo("m");

    String path = "/api/v1/vessels/imo9876543/history?path=";
    assertThat(status(path + "test.value0&points=1")).isEqualTo(400);
    assertThat(status(path + "test.value0'%3B%20drop%20table%20readings")).isEqualTo(400);
    assertThat(status(path + "test.value0&from=yesterday")).isEqualTo(400);
    assertThat(status(path + "never.sent")).isEqualTo(404);
    assertThat(status("/api/v1/vessels/imo1234567/completeness")).isEqualTo(404);
  }

  @Test
  void theDocumentIsTrue() throws Exception {
    try (TestShip ship = new TestShip("127.0.0.1", broker.port())) {
      ship.sayWhoSheIs();
      ship.send(TestShip.block(1, 3));
      ship.receipt();
    }
    String document = text("/openapi.yaml");
    List<String> paths = new ArrayList<>();
    document
        .lines()
        .filter(line -> line.matches("  /.*:"))
        // The port's resources are held to the document by a test of their own.
        .filter(line -> !line.matches("  /api/v1/(voyage|port-|crossings|subscriptions|health).*"))
        .forEach(line -> paths.add(line.strip().replace(":", "")));
    assertThat(paths).hasSize(10);
    for (String path : paths) {
      String concrete = path.replace("{id}", "imo9876543");
      if (path.endsWith("history")) {
        concrete += "?path=test.value0";
      }
      assertThat(head(concrete)).as(path).isEqualTo(200);
    }
    assertThat(fields(get("/api/v1/vessels").path("vessels").path(0)))
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "online",
            "origin",
            "since",
            "lastHeard",
            "ageSeconds",
            "position",
            "stored",
            "holes",
            "alerts");
    assertThat(fields(get("/api/v1/vessels/imo9876543").path("channels").path(0)))
        .containsExactlyInAnyOrder(
            "path",
            "title",
            "unit",
            "source",
            "value",
            "quality",
            "time",
            "ageSeconds",
            "preferred");
    assertThat(get("/api/v1/port-calls").path("items")).isEmpty();
    assertThat(get("/health").path("portBook").asText()).isEqualTo("UP");
    assertThat(get("/health").path("vesselStatus").asText()).isEqualTo("OFF");
    assertThat(text("/metrics")).contains("plimsoll_shore_readings_written_total 9.0");
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aClientGeneratedFromTheDocumentWalksAPortsDay() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(PAGES.resolve("node_modules/openapi-typescript")),
        "the packages of the pages are not installed (exec.skip)");
    try (TestShip ship = new TestShip("127.0.0.1", broker.port())) {
      ship.sayWhoSheIs();
    }
    Path said = directory.resolve("client.log");
    ProcessBuilder node =
        new ProcessBuilder("node", "--test", "--test-reporter=tap", "test/client.test.mjs")
            .directory(PAGES.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    node.environment().put("PLIMSOLL_PORT", station.pages().toString());
    Process walk = node.start();
    try {
      assertThat(walk.waitFor(3, TimeUnit.MINUTES)).as("the walk took too long").isTrue();
      String told = Files.readString(said);
      assertThat(walk.exitValue()).as(told).isZero();
      assertThat(told).contains("# pass 10\n", "# skipped 0\n");
    } finally {
      walk.destroyForcibly();
    }
  }

  private void assertStored(long readings) {
    try (QuestStore reader =
        new QuestStore(store.url(), Optional.empty(), InstantSource.system())) {
      await().untilAsserted(() -> assertThat(reader.count()).isEqualTo(readings));
    }
  }

  private void startBroker(int port) throws Exception {
    broker = new EmbeddedBroker(directory.resolve("broker"), "127.0.0.1", port);
    broker.start();
  }

  private void startStore(int port) throws Exception {
    store = new EmbeddedStore(directory.resolve("store"), "127.0.0.1", port);
    store.start();
  }

  private void startStation() throws Exception {
    ShoreConfig config =
        new ShoreConfig(
            "plimsoll/v1",
            new BrokerConfig.External(new BrokerAddress("127.0.0.1", broker.port())),
            new StoreConfig.External(new StoreAddress(store.url()), Optional.empty()),
            new PagesConfig("127.0.0.1", 0, Optional.empty()),
            new IngestConfig(
                Set.of(DataOrigin.LIVE), directory.resolve("dead-letters"), 10, 1 << 20),
            PortConfig.plain(directory.resolve("port")));
    station =
        new ShoreStation(
            config, new BrokerAddress("127.0.0.1", broker.port()), new StoreAddress(store.url()));
    station.start();
    await().until(() -> status("/health") == 200);
  }

  private JsonNode get(String path) throws Exception {
    return mapper.readTree(text(path));
  }

  private String text(String path) throws Exception {
    return http.send(request(path), HttpResponse.BodyHandlers.ofString()).body();
  }

  private int status(String path) throws Exception {
    return http.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** The status of an answer that may never end. */
  private int head(String path) throws Exception {
    HttpResponse<InputStream> answer =
        http.send(request(path), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(station.pages() + path.substring(1)))
        .timeout(UnhurriedTests.PATIENCE)
        .build();
  }
}
