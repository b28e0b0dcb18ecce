package org.plimsoll.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ferry on her pseudo-terminals: {@code gps}, {@code draught}, {@code weighbridge}, {@code
 * deck}, {@code counter} and {@code hull} in the configured directory.
 *
 * <p>The thread {@code simulator} owns world, devices and wires. Every method may be called from
 * any thread.
 */
public final class Simulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

  private static final long TICK_MILLIS = 5;

  /**
   * After a longer pause of the process time has passed and nothing has moved: what nobody could
   * see or weigh would otherwise have come aboard.
   */
  private static final double MOST_CATCH_UP_SECONDS = 1;

  /** Orders waiting for the thread; a caller beyond them is told so. */
  private static final int MAX_ORDERS = 16;

  private static final long ORDER_SECONDS = 5;

  /** Something to be done on the simulator thread. */
  private interface Deed {
    void run() throws IOException;
  }

  private record Order(Deed deed, CompletableFuture<Void> done) {}

  private record Connection(Wire wire, Device device) {}

  private final SimulatorConfig config;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final World world;
  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>(MAX_ORDERS);
  private final Thread thread = new Thread(this::run, "simulator");
  private @Nullable GpsLog gpsLog;
  private volatile long startedNanos;
  private volatile Truth truth;
  private volatile boolean running = true;
  private volatile boolean held;
  private volatile boolean logEnded;

  /** The ferry in real time. Nothing happens before {@link #start}. */
  public Simulator(SimulatorConfig config) {
    this(config, InstantSource.system(), System::nanoTime);
  }

  Simulator(SimulatorConfig config, InstantSource clock, LongSupplier nanos) {
    this.config = config;
    this.clock = clock;
    this.nanos = nanos;
    this.world = new World(config.seed(), config.scenario(), ReferenceFerry.hydrostatics());
    this.truth = world.truth();
  }

  /**
   * Opens the terminals and lets time run.
   *
   * @throws IOException if a terminal or its name cannot be had, or the GPS log cannot be read;
   *     none is left open then
   */
  public void start() throws IOException {
    Files.createDirectories(config.directory());
    SplittableRandom random = new SplittableRandom(~config.seed());
    connect("gps", 38_400, gps(random));
    connect("draught", 9600, new DraughtBus(sensor -> voice(sensor, random)));
    connect(
        "weighbridge", 9600, new Weighbridge(voice(Sensor.WEIGHBRIDGE, random), random.split()));
    connect("deck", 9600, new DeckIndicator(voice(Sensor.DECK, random), random.split()));
    connect("counter", 4800, new PassengerCounter(voice(Sensor.COUNTER, random)));
    connect("hull", 4800, new HullMonitor(voice(Sensor.HULL, random), random.split()));
    try {
      for (Connection connection : connections.values()) {
        connection.wire().plug();
      }
    } catch (IOException unplugged) {
      closeAll();
      throw unplugged;
    }
    startedNanos = nanos.getAsLong();
    thread.setDaemon(true);
    thread.start();
  }

  /** The ferry waits: her sensors speak, but nothing moves aboard until {@link #release}. */
  public void hold() {
    held = true;
  }

  /** The ferry goes on where she was. */
  public void release() {
    held = false;
  }

  /** What is so now, whatever the sensors say. */
  public Truth truth() {
    return truth;
  }

  /** Whether the ship has no satellite in sight; the link between ship and shore may follow. */
  public boolean linkDown() {
    return truth.isLinkDown();
  }

  /** Whether a recorded GPS log was given and has been played to its end. */
  public boolean gpsLogEnded() {
    return logEnded;
  }

  /** A line for a person: phase, cargo, passengers, draught, position and speed. */
  public String status() {
    Truth now = truth;
    return String.format(
        Locale.ROOT,
        "%s: cargo %.1f t in %d units (declared %.1f t), %d passengers, trim %+.2f m, list %+.1f°,"
            + " %.4f N %.4f E, %.1f kn%s",
        now.phase().words(),
        now.cargo().massTonnes(),
        now.cargo().units(),
        now.cargo().declaredTonnes(),
        now.passengers(),
        now.floating().trimMetres(),
        Math.toDegrees(now.floating().listRadians()),
        now.navigation().latitudeDegrees(),
        now.navigation().longitudeDegrees(),
        now.navigation().speedMetresPerSecond() * 3600 / 1852,
        now.isLinkDown() ? ", no satellite in sight" : "");
  }

  /**
   * Pulls the plug of a line: its terminal and its name vanish.
   *
   * @param line {@code gps}, {@code draught}, {@code weighbridge}, {@code deck}, {@code counter} or
   *     {@code hull}
   * @throws IOException if its name cannot be removed
   */
  public void unplug(String line) throws IOException {
    Wire wire = connection(line).wire();
    order(wire::unplug);
  }

  /**
   * Puts the plug back: a new terminal under the old name.
   *
   * @throws IOException if there is no terminal, or its name cannot be made
   */
  public void replug(String line) throws IOException {
    Wire wire = connection(line).wire();
    order(wire::plug);
  }

  /** Stops time and removes the terminals. */
  @Override
  public void close() throws IOException {
    running = false;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(ORDER_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      closeAll();
    }
  }

  private Device gps(SplittableRandom random) throws IOException {
    Voice voice = voice(Sensor.GPS, random);
    if (config.gpsLog().isPresent()) {
      GpsLog log = new GpsLog(config.gpsLog().get(), voice);
      gpsLog = log;
      return log;
    }
    return new GpsDevice(clock.instant(), voice, random.split());
  }

  private Voice voice(Sensor sensor, SplittableRandom random) {
    return new Voice(sensor, config.faults(), random.split());
  }

  private void connect(String name, int baud, Device device) {
    Wire wire = new Wire(config.directory().resolve(name), (int) (baud * config.speed()));
    connections.put(name, new Connection(wire, device));
  }

  private Connection connection(String line) {
    Connection connection = connections.get(line);
    if (connection == null) {
      throw new IllegalArgumentException(
          "no line \"" + line + "\"; there are " + connections.keySet());
    }
    return connection;
  }

  private void order(Deed deed) throws IOException {
    Order order = new Order(deed, new CompletableFuture<>());
    if (!thread.isAlive() || !orders.offer(order)) {
      throw new IOException("the simulator does not take orders now");
    }
    try {
      order.done().get(ORDER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (TimeoutException late) {
      throw new IOException("the simulator did not answer", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private void run() {
    long last = startedNanos;
    double owed = 0;
    while (running) {
      try {
        Order order = orders.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (order != null) {
          carryOut(order);
        }
        long now = nanos.getAsLong();
        double passed = (now - last) / 1e9;
        last = now;
        if (passed > MOST_CATCH_UP_SECONDS) {
          world.stand((passed - MOST_CATCH_UP_SECONDS) * config.speed());
          passed = MOST_CATCH_UP_SECONDS;
        }
        owed += passed * config.speed();
        while (owed >= World.STEP_SECONDS) {
          owed -= World.STEP_SECONDS;
          if (held) {
            world.stand(World.STEP_SECONDS);
          } else {
            world.step();
          }
          truth = world.truth();
          if (owed < MOST_CATCH_UP_SECONDS) {
            say();
          }
        }
        converse(passed, truth.elapsedSeconds() + owed);
      } catch (InterruptedException stopping) {
        return;
      } catch (IOException | RuntimeException failed) {
        LOG.error("the simulator stopped", failed);
        running = false;
      }
    }
  }

  private static void carryOut(Order order) {
    try {
      order.deed().run();
      order.done().complete(null);
    } catch (IOException failed) {
      order.done().completeExceptionally(failed);
    }
  }

  private void say() {
    for (Connection connection : connections.values()) {
      connection.device().tick(truth, connection.wire());
    }
    logEnded = gpsLog != null && gpsLog.hasEnded();
  }

  private void converse(double passedSeconds, double elapsedSeconds) throws IOException {
    for (Connection connection : connections.values()) {
      Wire wire = connection.wire();
      if (connection.device().listens()) {
        connection.device().hear(wire.listen(), elapsedSeconds, truth);
        connection.device().answer(elapsedSeconds, truth, wire);
      }
      wire.pump(passedSeconds);
    }
  }

  private void closeAll() throws IOException {
    for (Connection connection : connections.values()) {
      connection.wire().close();
    }
    if (gpsLog != null) {
      gpsLog.close();
    }
  }
}
