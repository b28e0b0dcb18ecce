package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The devices that talk to a vessel in a run: a GPS compass, a passenger counter, a hull monitor,
 * draughts, and as many further compasses as the wanted readings take. The other lines of the
 * example stay without a device, as on a ship whose sensors are being fitted.
 *
 * <p>Confined to the run's thread.
 */
final class Instruments implements AutoCloseable {

  /** The line of the first compass. */
  static final String GPS = "gps";

  private static final String COUNTER = "counter";
  private static final String HULL = "hull";
  private static final String MARKS = "marks";
  private static final List<String> EXAMPLE_LINES =
      List.of(GPS, "draught", "weighbridge", "deck", COUNTER, HULL);

  /** What {@link Speech#compass} gives at a turn: RMC 4, GGA 6, VTG 2, HDT, ROT and DPT 1 each. */
  private static final int READINGS_PER_TURN = 15;

  /** Ten turns a second: samples of a channel are told apart by the tenth of a second. */
  private static final int FASTEST_TURNS_PER_SECOND = 10;

  private static final int PASSENGERS = 140;

  private final AtomicInteger passengers = new AtomicInteger(PASSENGERS);

  private record Compass(String line, Duration turn) {}

  private final Path directory;
  private final List<Compass> compasses = new ArrayList<>();
  private final List<Talker> talkers = new ArrayList<>();

  /**
   * @param directory of their symbolic links.
   * @param readingsPerSecond wanted, 1 to 2,000; as much or a little more comes.
   */
  Instruments(Path directory, int readingsPerSecond) {
    this.directory = directory;
    double turnsPerSecond = (double) readingsPerSecond / READINGS_PER_TURN;
    for (String line = GPS;
        turnsPerSecond > 0;
        line = "compass" + compasses.size(), turnsPerSecond -= FASTEST_TURNS_PER_SECOND) {
      double turns = Math.min(turnsPerSecond, FASTEST_TURNS_PER_SECOND);
      compasses.add(new Compass(line, Duration.ofNanos(Math.round(1e9 / turns))));
    }
  }

  /** A vessel's configuration whose lines lead to these devices. */
  ExampleFile connect(ExampleFile vessel) {
    ExampleFile connected = vessel;
    for (String line : EXAMPLE_LINES) {
      connected = connected.with("lines." + line + ".device", directory.resolve(line));
    }
    connected = connected.with("lines." + MARKS, marks());
    for (Compass compass : compasses) {
      if (!EXAMPLE_LINES.contains(compass.line())) {
        connected =
            connected.with(
                "lines." + compass.line(),
                "{protocol: nmea0183, baud: 38400, device: "
                    + directory.resolve(compass.line())
                    + "}");
      }
    }
    return connected;
  }

  /** Six draughts and a weighbridge as transducers, so that the naval computation has its input. */
  private String marks() {
    StringBuilder line = new StringBuilder("{protocol: nmea0183, baud: 9600, device: ");
    line.append(directory.resolve(MARKS)).append(", transducers: [");
    for (int i = 0; i < Speech.MARKS.size(); i++) {
      line.append("{name: D").append(i).append(", path: hull.draught.");
      line.append(Speech.MARKS.get(i)).append("}, ");
    }
    return line.append("{name: SCALE, path: loading.weighbridge.mass}]}").toString();
  }

  /** Plugs every device in. */
  void plugIn(InstantSource clock) throws IOException {
    Files.createDirectories(directory);
    for (Compass compass : compasses) {
      talkers.add(
          new Talker(directory.resolve(compass.line()), compass.turn(), Speech.compass(clock)));
    }
    talkers.add(
        new Talker(
            directory.resolve(COUNTER),
            Duration.ofSeconds(1),
            turn -> Speech.counter(passengers.get()).at(turn)));
    talkers.add(new Talker(directory.resolve(HULL), Duration.ofMillis(500), Speech.hull()));
    talkers.add(new Talker(directory.resolve(MARKS), Duration.ofSeconds(1), Speech.marks()));
  }

  /**
   * Lets the counter say so many passengers at once, and from now on.
   *
   * @return when the last byte was written, by {@link System#nanoTime}.
   */
  long count(int onBoard) throws IOException {
    on(COUNTER).say(Speech.encode(Speech.counter(onBoard).at(0).get(0)));
    long written = System.nanoTime();
    passengers.set(onBoard);
    return written;
  }

  /** The satellite receivers fall silent, or speak again; everything else goes on. */
  void silenceReceivers(boolean silent) throws IOException {
    for (Compass compass : compasses) {
      on(compass.line()).silence(silent);
    }
  }

  /** The device on a line. */
  Talker on(String line) {
    return talkers.stream()
        .filter(talker -> talker.link().endsWith(line))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody talks on " + line));
  }

  /** Unplugs every device for good. */
  @Override
  public void close() throws IOException {
    for (Talker talker : talkers) {
      talker.close();
    }
    talkers.clear();
  }
}
