package org.plimsoll.shore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.embedded.EmbeddedBroker;
import org.plimsoll.embedded.EmbeddedStore;
import org.plimsoll.shore.ingest.IngestConfig;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.api.Keys;
import org.plimsoll.shore.port.api.PortConfig;
import org.plimsoll.shore.port.api.ShipPapers;
import org.plimsoll.shore.port.fence.FenceRules;
import org.plimsoll.shore.port.fence.PortMap;
import org.plimsoll.shore.port.hook.Hosts;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vocabulary.Quality;

/**
 * A port's day in a browser, over the whole station: the page asks, a ferry says over MQTT where
 * she is, comes once she has a call, and goes once her departure is recorded.
 */
@Tag("slow")
class PortDayTest {

  private static final Path PAGES = Path.of("../web");
  private static final String PORT_KEY = "key-of-the-harbour-office";
  private static final String SHIP_KEY = "key-of-the-ship-imo9876543";
  private static final Duration DWELL = Duration.ofSeconds(4);
  private static final Duration LONGEST = Duration.ofMinutes(8);
  private static final double ALONGSIDE = 42.24;
  private static final double AT_SEA = 42.2;

  /** Positions by which the station knows that she is outside. */
  private static final int SEEN_AT_SEA = 10;

  /** Of the public key in X.509, the last are the key itself. */
  private static final int KEY_BYTES = 32;

  @TempDir Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private long sequence;

  @Test
  void aPortsDayInABrowser() throws Exception {
    Path browser =
        Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    Assumptions.assumeTrue(Files.isExecutable(browser), "no browser at " + browser);
    Assumptions.assumeTrue(
        Files.isDirectory(PAGES.resolve("node_modules/playwright-core"))
            && getClass().getResource("/org/plimsoll/web/port.html") != null,
        "the pages are not built (exec.skip)");
    KeyPair signing = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    try (EmbeddedBroker broker = new EmbeddedBroker(directory.resolve("broker"), "127.0.0.1", 0);
        EmbeddedStore store = new EmbeddedStore(directory.resolve("store"), "127.0.0.1", 0)) {
      broker.start();
      store.start();
      BrokerAddress address = new BrokerAddress("127.0.0.1", broker.port());
      StoreAddress at = new StoreAddress(store.url());
      try (ShoreStation station = new ShoreStation(config(address, at, signing), address, at)) {
        station.start();
        try (TestShip ship = new TestShip("127.0.0.1", broker.port())) {
          walk(station.pages(), ship, signing);
        }
      }
    }
  }

  private ShoreConfig config(BrokerAddress broker, StoreAddress store, KeyPair signing)
      throws Exception {
    PortConfig port =
        new PortConfig(
            directory.resolve("port"),
            new Keys(
                List.of(
                    Keys.Key.of(
                        new Author(
                            "office", Role.PORT_AUTHORITY, Optional.empty(), Optional.empty()),
                        PORT_KEY),
                    Keys.Key.of(
                        new Author("ship", Role.SHIP, Optional.of(TestShip.ID), Optional.empty()),
                        SHIP_KEY))),
            PortMap.read(Path.of("../../tools/examples/port.geojson")),
            new FenceRules(DWELL, FenceRules.USUAL.marginMetres()),
            List.of(),
            Hosts.NONE,
            new ShipPapers(Map.of(TestShip.ID, publicKey(signing)), Map.of()),
            Optional.empty());
    return new ShoreConfig(
        "plimsoll/v1",
        new BrokerConfig.External(broker),
        new StoreConfig.External(store, Optional.empty()),
        new PagesConfig("127.0.0.1", 0, Optional.empty()),
        new IngestConfig(Set.of(DataOrigin.LIVE), directory.resolve("dead-letters"), 10, 1 << 20),
        port);
  }

  private static String publicKey(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] key = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  private void walk(URI station, TestShip ship, KeyPair signing) throws Exception {
    ship.say(TestShip.TOPICS.status(TestShip.ID), Messages.toJson(TestShip.status(true)), true);
    ship.say(TestShip.TOPICS.channels(TestShip.ID), Messages.toDeflatedJson(channels()), true);
    ProcessBuilder node =
        new ProcessBuilder("node", "--test", "--test-reporter=tap", "test/portday.test.mjs")
            .directory(PAGES.toFile());
    node.environment().put("PLIMSOLL_PORT", station.toString());
    node.environment().put("PLIMSOLL_PORT_KEY", PORT_KEY);
    node.environment().put("PLIMSOLL_SHIP_KEY", SHIP_KEY);
    node.environment()
        .put(
            "PLIMSOLL_SIGNING_KEY",
            Base64.getEncoder().encodeToString(signing.getPrivate().getEncoded()));
    File said = directory.resolve("walk.log").toFile();
    Process walk = node.redirectErrorStream(true).redirectOutput(said).start();
    try {
      long end = System.nanoTime() + LONGEST.toNanos();
      boolean called = false;
      boolean left = false;
      while (!walk.waitFor(1, TimeUnit.SECONDS) && System.nanoTime() < end) {
        called = called || (sequence > SEEN_AT_SEA && !first(station, "port-calls").isEmpty());
        left = left || (called && isLeaving(station));
        ship.send(row(called && !left ? ALONGSIDE : AT_SEA, called && !left ? 20 : 6000));
      }
      assertThat(walk.isAlive()).as("the walk took too long").isFalse();
      String told = Files.readString(said.toPath());
      assertThat(walk.exitValue()).as(told).isZero();
      assertThat(told).contains("# pass 9\n", "# skipped 0\n");
    } finally {
      walk.destroyForcibly();
    }
  }

  /** Once the manifest was reconciled with the departure record there is nothing to stay for. */
  private boolean isLeaving(URI station) throws Exception {
    String voyage = first(station, "voyages");
    return !voyage.isEmpty() && !first(station, "voyages/" + voyage + "/reconciliations").isEmpty();
  }

  /** The first id of the first record of a list; empty when it has none. */
  private String first(URI station, String list) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(station.resolve("/api/v1/" + list))
            .header("Authorization", "Bearer " + PORT_KEY)
            .build();
    String json = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    int at = json.indexOf("\"first\":\"");
    return at < 0 ? "" : json.substring(at + 9, at + 9 + 36);
  }

  private static ChannelTable channels() {
    return new ChannelTable(
        TestShip.STREAM,
        List.of(
            new Channel(0, "navigation.position.latitude", "gps", "deg", 1e-7, 100, "Latitude"),
            new Channel(1, "navigation.position.longitude", "gps", "deg", 1e-7, 100, "Longitude"),
            new Channel(2, "navigation.speedOverGround", "gps", "m/s", 0.001, 100, "Speed")));
  }

  /** One reading of each channel, now. */
  private Block row(double latitude, long millimetresPerSecond) {
    long now = Instant.now().toEpochMilli() / 100 * 100;
    List<Sample> samples = new ArrayList<>();
    long[] values = {Math.round(latitude * 1e7), Math.round(130.3 * 1e7), millimetresPerSecond};
    for (int channel = 0; channel < values.length; channel++) {
      samples.add(new Sample(channel, now, Quality.GOOD, OptionalLong.of(values[channel])));
    }
    sequence++;
    return new Block(
        TestShip.STREAM, values.length, DataOrigin.LIVE, List.of(new Row(sequence, 0, samples)));
  }
}
