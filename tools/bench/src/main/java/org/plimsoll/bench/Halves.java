package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A vessel and a shore as two processes with the example configurations, devices that talk on
 * pseudo-terminals, and what a run asks of them.
 *
 * <p>Everything lives below one directory; ports are free ones, the same over restarts. Confined to
 * the run's thread.
 */
final class Halves implements AutoCloseable {

  /** The vessel of the examples. */
  static final String VESSEL = "imo9876543";

  private static final String LOOPBACK = "127.0.0.1";

  /** Younger than this, what waits is on its way and no backlog. */
  private static final Duration YOUNG = Duration.ofSeconds(2);

  private final Path directory;
  private final Programs programs;
  private final Http http = new Http();
  private final Patience patience;
  private final Instruments instruments;
  private final int brokerPort;
  private final int storePort;
  private final int shorePort;
  private final int bridgePort;
  private final Path vesselFile;
  private final Path shoreFile;
  private @Nullable ChildProcess vessel;
  private @Nullable ChildProcess shore;
  private @Nullable ChildProcess broker;
  private @Nullable ChildProcess store;

  /**
   * Writes the configurations.
   *
   * @param ownBroker whether the run brings the broker, on {@link #brokerPort()}; otherwise the
   *     shore has it inside.
   * @param readingsPerSecond that the instruments shall give.
   */
  Halves(
      Path directory,
      Programs programs,
      Patience patience,
      boolean ownBroker,
      int readingsPerSecond)
      throws IOException {
    this.directory = directory;
    this.programs = programs;
    this.patience = patience;
    List<Integer> tcpPorts = FreePorts.take(4);
    brokerPort = tcpPorts.get(0);
    storePort = tcpPorts.get(1);
    shorePort = tcpPorts.get(2);
    bridgePort = tcpPorts.get(3);
    instruments = new Instruments(directory.resolve("lines"), readingsPerSecond);
    shoreFile = writeShore(ownBroker);
    vesselFile = writeVessel();
  }

  private Path writeShore(boolean ownBroker) throws IOException {
    ExampleFile example =
        ShoreFile.of(programs.examples(), shoreData(), shorePort)
            .with("broker.mode", ownBroker ? "external" : "embedded")
            .with("broker.port", brokerPort);
    example =
        programs.store() == StoreKind.EMBEDDED
            ? example.with("store.port", storePort)
            : ShoreFile.withStore(example, programs.store(), store());
    return example.write(directory.resolve("shore.yaml"));
  }

  private Path writeVessel() throws IOException {
    Path examples = programs.examples().toAbsolutePath();
    return instruments
        .connect(ExampleFile.read(examples.resolve("vessel.yaml")))
        .with("outbox.directory", outbox())
        .withTablesOf(examples)
        .with("records.directory", directory.resolve("records"))
        .with("uplink.port", brokerPort)
        .with("bridge.port", bridgePort)
        .write(directory.resolve("vessel.yaml"));
  }

  /** Changes the vessel's configuration before she starts. */
  void configure(String path, Object value) throws IOException {
    ExampleFile.read(vesselFile).with(path, value).write(vesselFile);
  }

  /** Starts the broker that the run brings, which ends after both halves have. */
  ChildProcess startBroker(List<String> command) throws IOException {
    ChildProcess started = new ChildProcess(command, directory.resolve("broker.log"));
    broker = started;
    return started;
  }

  ChildProcess startShore(Duration atMost) throws IOException, InterruptedException {
    return startShore(atMost, "");
  }

  /**
   * Starts the store where it is apart, then the shore, and waits until it answers.
   *
   * @param javaOptions of the shore's JVM, if it shall have further ones.
   */
  ChildProcess startShore(Duration atMost, String javaOptions)
      throws IOException, InterruptedException {
    if (programs.store() == StoreKind.INFLUXDB) {
      ChildProcess influxd =
          new ChildProcess(
              Influxd.command(programs.home(), storeDirectory(), storePort),
              directory.resolve("store.log"));
      store = influxd;
      requireUp("the store", influxd, atMost, store());
    }
    ChildProcess started = start(programs.shore(), shoreFile, "shore.log", javaOptions);
    shore = started;
    requireUp("the shore", started, atMost, shorePages());
    return started;
  }

  ChildProcess startVessel(Duration atMost) throws IOException, InterruptedException {
    return startVessel(atMost, "");
  }

  /** Starts the vessel, with further options of her JVM, and waits until she answers. */
  ChildProcess startVessel(Duration atMost, String javaOptions)
      throws IOException, InterruptedException {
    ChildProcess started = start(programs.vessel(), vesselFile, "vessel.log", javaOptions);
    vessel = started;
    requireUp("the vessel", started, atMost, bridge());
    return started;
  }

  /** Waits until a half answers, and no longer than it lives. */
  private void requireUp(String half, ChildProcess process, Duration atMost, URI pages)
      throws IOException, InterruptedException {
    require(half + " answers", atMost, () -> !process.isAlive() || http.answers(pages));
    if (!process.isAlive()) {
      throw new IOException(half + " ended before it answered: " + process.lastWords());
    }
  }

  private ChildProcess start(List<String> program, Path file, String log, String javaOptions)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    Collections.addAll(command, "-c", file.toString());
    return new ChildProcess(command, directory.resolve(log), javaOptions);
  }

  /**
   * Stops the intake, lets everything drain, ends the vessel and reckons.
   *
   * @param atMost time to drain.
   */
  Reckoning reckon(Duration atMost) throws IOException, InterruptedException {
    long claimed = end(atMost);
    return Reckoning.of(outbox(), ashore(), claimed, patience);
  }

  /** The same with the counts alone, where reading by reading would take too long. */
  Tally settle(Duration atMost) throws IOException, InterruptedException {
    end(atMost);
    return Reckoning.settled(OutboxFile.read(outbox()), ashore(), patience);
  }

  private long end(Duration atMost) throws IOException, InterruptedException {
    instruments.close();
    patience.await(atMost, this::isDrained);
    // What was sealed only when the link came back is young, however long it waits. Not twice.
    patience.pass(YOUNG.plusSeconds(1));
    patience.await(atMost, this::isDrained);
    long claimed = accepted();
    ChildProcess running = vessel;
    if (running != null) {
      running.end();
    }
    return claimed;
  }

  /** What her processes took of memory, of those that were killed or told to end. */
  Resident vesselResident() {
    ChildProcess started = vessel;
    return new Resident(started == null ? OptionalLong.empty() : started.mostResidentBytes());
  }

  /** The vessel's own channels never fall silent: what is a few seconds old goes when she stops. */
  boolean isDrained() throws IOException, InterruptedException {
    JsonNode outbox = outboxNow();
    return outbox.path("pending").asLong(-1) == 0
        || outbox.path("oldestPendingSeconds").asDouble(Double.MAX_VALUE) <= YOUNG.toSeconds();
  }

  /** Waits for it; the run fails if it does not come. */
  void require(String what, Duration atMost, Patience.Look look)
      throws IOException, InterruptedException {
    if (!patience.await(atMost, look)) {
      throw new IOException(
          "within " + atMost.toSeconds() + " s it did not come that " + what + "; " + directory);
    }
  }

  /** Readings that the vessel says she has accepted. */
  long accepted() throws IOException, InterruptedException {
    return outboxNow().path("accepted").asLong(-1);
  }

  /** Readings that the vessel says the shore has receipted. */
  long acknowledged() throws IOException, InterruptedException {
    return outboxNow().path("acknowledged").asLong(-1);
  }

  /** Readings that the vessel was to keep and that are nowhere: 0, by her own account. */
  long unaccounted() throws IOException, InterruptedException {
    JsonNode outbox = outboxNow();
    return Math.abs(
        outbox.path("given").asLong(-1)
            - outbox.path("accepted").asLong()
            - outbox.path("waiting").asLong());
  }

  /** A counter of a half's metrics; 0 as long as it has none of that name. */
  long counter(URI half, String name) throws IOException, InterruptedException {
    return http.counter(half, name);
  }

  /** Whether both halves answer. */
  boolean areUp() throws IOException, InterruptedException {
    return http.answers(shorePages()) && http.answers(bridge());
  }

  /** Whether a half says that it works. */
  boolean isHealthy(URI half) throws IOException, InterruptedException {
    return http.get(half, "/health").path("status").asText().equals("UP");
  }

  JsonNode outboxNow() throws IOException, InterruptedException {
    return http.get(bridge(), "/api/v1/outbox");
  }

  /** Files in the dead-letter directory: blocks that the shore could not take. */
  long deadLetterFiles() throws IOException {
    if (!Files.isDirectory(deadLetters())) {
      return 0;
    }
    try (var files = Files.list(deadLetters())) {
      return files.count();
    }
  }

  /** The vessel's metrics as Prometheus reads them. */
  String metrics() throws IOException, InterruptedException {
    return http.text(bridge(), "/metrics");
  }

  Instruments instruments() {
    return instruments;
  }

  /** State of a line as the vessel's API has it. */
  String lineState(String line) throws IOException, InterruptedException {
    for (JsonNode each : http.get(bridge(), "/api/v1/lines")) {
      if (each.path("id").asText().equals(line)) {
        return each.path("state").asText();
      }
    }
    return "";
  }

  /** Name of the vessel's thread that owns a line. */
  static String threadOf(String line) {
    return "line-" + line;
  }

  Http http() {
    return http;
  }

  int brokerPort() {
    return brokerPort;
  }

  URI bridge() {
    return URI.create("http://" + LOOPBACK + ":" + bridgePort);
  }

  URI shorePages() {
    return URI.create("http://" + LOOPBACK + ":" + shorePort);
  }

  URI store() {
    return URI.create("http://" + LOOPBACK + ":" + storePort);
  }

  /** What the store holds of the vessel. */
  Ashore ashore() {
    return programs.store() == StoreKind.EMBEDDED
        ? new QuestAshore(http, store(), VESSEL)
        : new InfluxAshore(http, store(), Influxd.DATABASE, VESSEL);
  }

  /** The store's process, once the shore was started; none where it is inside the shore. */
  Optional<ChildProcess> storeApart() {
    return Optional.ofNullable(store);
  }

  /** All that the store keeps. */
  Path storeDirectory() {
    return programs.store() == StoreKind.EMBEDDED
        ? shoreData().resolve("store")
        : directory.resolve("influxdb");
  }

  private Path shoreData() {
    return directory.resolve("shore");
  }

  private Path deadLetters() {
    return ShoreFile.deadLetters(shoreData());
  }

  private Path outbox() {
    return directory.resolve("outbox");
  }

  /** Ends whatever still runs. */
  @Override
  public void close() throws IOException {
    instruments.close();
    for (ChildProcess child : new ChildProcess[] {vessel, shore, broker, store}) {
      if (child != null) {
        child.close();
      }
    }
  }
}
