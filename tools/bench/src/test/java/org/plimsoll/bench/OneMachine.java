package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.shore.ShoreConfig;
import org.plimsoll.vessel.VesselConfig;
import org.plimsoll.vessel.VesselGateway;

/**
 * Vessel, satellite link, broker, shore and store in this JVM, talking over their sockets and
 * terminals only, configured by the examples. Each part starts when the test says so.
 */
final class OneMachine implements AutoCloseable {

  static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  private final Path directory;
  private final Http http = new Http();
  private final int brokerPort;
  private final SatelliteLink link;
  private ExampleFile vesselFile;
  private @Nullable ShoreSide shore;
  private @Nullable VesselGateway vessel;

  OneMachine(Path directory) throws IOException {
    this.directory = directory;
    brokerPort = FreePorts.take(1).get(0);
    link = new SatelliteLink(0, new InetSocketAddress("127.0.0.1", brokerPort), LinkShape.WIRE);
    ExampleFile example = ExampleFile.read(EXAMPLES.resolve("vessel.yaml"));
    for (String line : new String[] {"gps", "draught", "weighbridge", "deck", "counter", "hull"}) {
      example = example.with("lines." + line + ".device", lines().resolve(line));
    }
    vesselFile =
        example
            .with("outbox.directory", outbox())
            .withTablesOf(EXAMPLES)
            .with("records.directory", directory.resolve("records"))
            .with("uplink.port", link.tcpPort())
            .with("bridge.port", 0);
  }

  /** Changes the vessel's configuration before she starts. */
  OneMachine with(String path, Object value) {
    vesselFile = vesselFile.with(path, value);
    return this;
  }

  /** Where the devices of the example's lines are looked for. */
  Path lines() {
    return directory.resolve("lines");
  }

  Path outbox() {
    return directory.resolve("outbox");
  }

  void startVessel() throws Exception {
    ConfigFile read = ConfigFile.read(vesselFile.write(directory.resolve("vessel.yaml")));
    VesselConfig config = VesselConfig.read(read.root());
    read.orThrow();
    VesselGateway started = new VesselGateway(config);
    vessel = started;
    started.start();
  }

  void startShore() throws IOException {
    ExampleFile example =
        ShoreFile.of(EXAMPLES, directory.resolve("shore"), 0)
            .with("broker.port", brokerPort)
            .with("store.port", 0);
    ConfigFile read = ConfigFile.read(example.write(directory.resolve("shore.yaml")));
    ShoreConfig config = ShoreConfig.read(read.root());
    read.orThrow();
    shore = ShoreSide.start(config);
  }

  VesselGateway vessel() {
    VesselGateway started = vessel;
    if (started == null) {
      throw new IllegalStateException("the vessel is not started");
    }
    return started;
  }

  ShoreSide shore() {
    ShoreSide started = shore;
    if (started == null) {
      throw new IllegalStateException("the shore is not started");
    }
    return started;
  }

  SatelliteLink link() {
    return link;
  }

  int brokerPort() {
    return brokerPort;
  }

  JsonNode aboard(String path) throws IOException, InterruptedException {
    return http.get(vessel().bridge(), path);
  }

  JsonNode ashore(String path) throws IOException, InterruptedException {
    return http.get(shore().pages(), path);
  }

  Http http() {
    return http;
  }

  /** A line as the bridge shows it. */
  JsonNode line(String id) throws IOException, InterruptedException {
    return find(aboard("/api/v1/lines"), "id", id);
  }

  /** The channel of a path that the bridge shows first. */
  JsonNode channel(String path) throws IOException, InterruptedException {
    return find(aboard("/api/v1/state").path("channels"), "path", path);
  }

  /** A check as the bridge shows it. */
  JsonNode check(String id) throws IOException, InterruptedException {
    return find(aboard("/api/v1/state").path("checks"), "id", id);
  }

  /** The element whose field has this value; a missing node if there is none. */
  static JsonNode find(JsonNode array, String field, String value) {
    for (JsonNode each : array) {
      if (each.path(field).asText().equals(value)) {
        return each;
      }
    }
    return array.path(-1);
  }

  /** Stops the intake, drains, closes the vessel, and holds the store against her outbox. */
  Reckoning reckon() throws IOException, InterruptedException {
    VesselGateway ending = vessel();
    ending.stopIntake();
    ending.drain(Duration.ofSeconds(60));
    long claimed = ending.counts().accepted();
    ending.close();
    vessel = null;
    Ashore ashore = new QuestAshore(http, shore().store(), Halves.VESSEL);
    return Reckoning.of(outbox(), ashore, claimed, new Patience(System::nanoTime));
  }

  @Override
  public void close() {
    if (vessel != null) {
      vessel.close();
    }
    if (shore != null) {
      shore.close();
    }
    link.close();
  }
}
