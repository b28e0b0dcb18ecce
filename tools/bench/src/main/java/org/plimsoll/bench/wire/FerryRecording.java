package org.plimsoll.bench.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.simulator.FerryModel;
import org.plimsoll.simulator.FloatingTruth;
import org.plimsoll.simulator.NavigationTruth;
import org.plimsoll.simulator.Scenario;
import org.plimsoll.simulator.Truth;

/**
 * Makes a recording of the simulated ferry: 56 channels of 15 devices once a second, with jitter,
 * one frame in a hundred late and one in a thousand lost. What the simulator does not model (tanks,
 * engine, power, weather) wanders at random. Confined to one thread; used once.
 */
final class FerryRecording {

  private static final int PERIOD_MILLIS = 1000;
  private static final double JITTER_MILLIS = 4;
  private static final double LATE = 0.01;
  private static final int MOST_LATE_MILLIS = 250;
  private static final double LOST = 0.001;

  private static final double HALF_BREADTH_METRES = 9;
  private static final double HALF_LENGTH_METRES = 45;
  private static final double ANGLE = 0.001745;
  private static final double DEGREE = 1.0 / 600_000;

  private final RandomGenerator random;
  private final FerryModel ferry;
  private final List<Recording.Channel> channels = new ArrayList<>();
  private final List<Device> devices = new ArrayList<>();
  private Truth truth;
  private String source = "";

  /** A quantity that goes its own way: pulled back to its middle, pushed at random. */
  private final class Wander {
    private final double middle;
    private final double push;
    private double offset;

    Wander(double middle, double push) {
      this.middle = middle;
      this.push = push;
    }

    double next() {
      offset = offset * 0.9995 + push * random.nextGaussian();
      return middle + offset;
    }
  }

  private interface Sensor {
    double sense();
  }

  private record Device(int phaseMillis, int firstChannel, List<Sensor> sensors) {}

  private FerryRecording(long seed) {
    random = new SplittableRandom(seed);
    ferry = new FerryModel(seed, Scenario.VOYAGE);
    truth = ferry.advance(Duration.ZERO);
    install();
  }

  /** A recording of this length; the same for the same seed. */
  static Recording of(long seed, Duration length) {
    FerryRecording maker = new FerryRecording(seed);
    return new Recording("simulated ferry", maker.channels, maker.record(length.toMillis()));
  }

  private List<Recording.Frame> record(long millis) {
    List<Recording.Frame> frames = new ArrayList<>();
    for (long begin = 0; begin < millis; begin += PERIOD_MILLIS) {
      truth = ferry.advance(Duration.ofMillis(PERIOD_MILLIS));
      for (Device device : devices) {
        List<Recording.Reading> readings = new ArrayList<>();
        for (int i = 0; i < device.sensors().size(); i++) {
          int channel = device.firstChannel() + i;
          readings.add(
              new Recording.Reading(
                  channel,
                  Math.round(
                      device.sensors().get(i).sense() / channels.get(channel).resolution())));
        }
        long late = random.nextDouble() < LATE ? random.nextInt(MOST_LATE_MILLIS) : 0;
        long jitter = Math.round(Math.abs(random.nextGaussian()) * JITTER_MILLIS);
        if (random.nextDouble() >= LOST) {
          frames.add(new Recording.Frame(begin + device.phaseMillis() + jitter + late, readings));
        }
      }
    }
    frames.sort(Comparator.comparingLong(Recording.Frame::millis));
    return frames;
  }

  private void install() {
    navigation();
    for (DraughtMark mark : DraughtMark.values()) {
      String path = "hull.draught." + mark.name().toLowerCase(Locale.ROOT);
      device("draught" + mark.ordinal());
      add(path.replace('_', '.'), 0.001, () -> floating().sensed().at(mark).orElseThrow());
    }
    tanksAndDeck();
    device("engine");
    for (int i = 0; i < 10; i++) {
      Wander heat = new Wander(330 + 30 * random.nextDouble(), 0.05);
      add("propulsion." + i + ".temperature", 0.1, heat::next);
    }
    device("power");
    for (int i = 0; i < 6; i++) {
      Wander charge = new Wander(24 + random.nextDouble(), 0.002);
      add(
          "electrical.batteries." + i + ".voltage",
          0.01,
          () -> charge.next() + 0.01 * random.nextGaussian());
    }
    device("sounder");
    add("environment.depth.belowTransducer", 0.1, () -> navigated().waterDepthMetres());
    device("wind");
    Wander wind = new Wander(9, 0.15);
    Wander angle = new Wander(0.6, 0.02);
    add("environment.wind.speedApparent", 0.1, () -> Math.abs(wind.next() + gust()));
    add("environment.wind.angleApparent", 0.01745, () -> angle.next() + 0.05 * gust());
    device("env");
    Wander water = new Wander(285, 0.002);
    Wander air = new Wander(101_300, 2);
    Wander salt = new Wander(1021.5, 0.02);
    add("environment.water.temperature", 0.1, water::next);
    add("environment.outside.pressure", 10, air::next);
    add("environment.water.density", 0.1, salt::next);
  }

  private void navigation() {
    device("gps");
    add("navigation.speedOverGround", 0.05144, () -> navigated().speedMetresPerSecond());
    add("navigation.courseOverGroundTrue", ANGLE, () -> navigated().courseRadians());
    add("navigation.position.latitude", DEGREE, () -> navigated().latitudeDegrees() + fix());
    add("navigation.position.longitude", DEGREE, () -> navigated().longitudeDegrees() + fix());
    device("gyro");
    add("navigation.headingTrue", ANGLE, () -> navigated().headingRadians());
    add("navigation.rateOfTurn", 0.0003, () -> navigated().turnRadiansPerSecond());
    device("motion");
    add("navigation.attitude.roll", ANGLE, this::roll);
    add(
        "navigation.attitude.pitch",
        ANGLE,
        () ->
            Math.atan(
                metres(DraughtMark.FORWARD_PORT, DraughtMark.AFT_PORT) / HALF_LENGTH_METRES / 2));
  }

  private void tanksAndDeck() {
    device("tanks");
    for (int i = 0; i < 12; i++) {
      Wander level = new Wander(0.3 + 0.6 * random.nextDouble(), 0.00005);
      double lever = i % 2 == 0 ? 0.2 : -0.2;
      add("tanks.ballast." + i + ".currentLevel", 0.001, () -> level.next() + lever * roll());
    }
    for (int lane = 0; lane < 8; lane++) {
      if (lane % 4 == 0) {
        device("deck" + lane / 4);
      }
      double share = (0.5 + random.nextDouble()) / 8;
      add(
          "loading.deck.lane" + lane + ".mass",
          20,
          () -> truth.cargo().massTonnes() * 1000 * share + 12 * random.nextGaussian());
    }
  }

  private void device(String name) {
    devices.add(new Device(random.nextInt(PERIOD_MILLIS), channels.size(), new ArrayList<>()));
    source = name;
  }

  private void add(String path, double resolution, Sensor sensor) {
    channels.add(new Recording.Channel(path, source, resolution));
    devices.get(devices.size() - 1).sensors().add(sensor);
  }

  private double roll() {
    return Math.atan(
        metres(DraughtMark.MIDSHIP_PORT, DraughtMark.MIDSHIP_STARBOARD) / HALF_BREADTH_METRES / 2);
  }

  /** How much deeper the second mark is. */
  private double metres(DraughtMark from, DraughtMark to) {
    return floating().sensed().at(to).orElseThrow() - floating().sensed().at(from).orElseThrow();
  }

  private double fix() {
    return 0.3 * DEGREE * random.nextGaussian();
  }

  private double gust() {
    return 0.3 * random.nextGaussian();
  }

  private NavigationTruth navigated() {
    return truth.navigation();
  }

  private FloatingTruth floating() {
    return truth.floating();
  }
}
