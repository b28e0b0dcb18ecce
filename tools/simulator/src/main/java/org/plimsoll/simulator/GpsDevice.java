package org.plimsoll.simulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.protocol.nmea0183.Dpt;
import org.plimsoll.protocol.nmea0183.FixMode;
import org.plimsoll.protocol.nmea0183.Gga;
import org.plimsoll.protocol.nmea0183.Gsa;
import org.plimsoll.protocol.nmea0183.Gsv;
import org.plimsoll.protocol.nmea0183.Hdt;
import org.plimsoll.protocol.nmea0183.Position;
import org.plimsoll.protocol.nmea0183.Rmc;
import org.plimsoll.protocol.nmea0183.Rot;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.protocol.nmea0183.Vtg;
import org.plimsoll.protocol.nmea0183.Zda;

/**
 * The navigation line: GPS, gyro and sounder behind one multiplexer. RMC GGA VTG ZDA GSA GSV and
 * DPT each whole second of UTC, HDT and ROT five times a second: 700 of the 3,840 bytes a second
 * that 38,400 baud carry.
 */
final class GpsDevice implements Device {

  private static final String GPS = "GP";
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double KNOTS = 3600 / 1852.0;
  private static final double DRIFT_KEEP = 0.98;
  private static final double DRIFT_METRES = 0.3;
  private static final double SPEED_NOISE_KNOTS = 0.03;
  private static final double COURSE_NOISE_DEGREES = 0.2;
  private static final double HEADING_NOISE_DEGREES = 0.05;

  /** More than the rounding of a time in steps, less than any of them. */
  private static final long ROUNDING_NANOS = 1_000_000;

  private static final double COURSE_FROM_METRES_PER_SECOND = 0.3;
  private static final double TRANSDUCER_ABOVE_KEEL_METRES = 0.3;
  private static final double ANTENNA_METRES = 24.0;
  private static final double GEOID_METRES = 28.5;

  /** Identifier, elevation, azimuth and signal of the satellites over the Sea of Japan. */
  private static final int[][] SKY = {
    {2, 61, 47, 44}, {5, 15, 36, 33}, {6, 24, 122, 38}, {7, 42, 211, 41}, {9, 33, 286, 40},
    {11, 55, 99, 43}, {13, 9, 331, 29}, {16, 12, 264, 31}, {20, 73, 318, 46}, {29, 38, 163, 41},
    {30, 48, 230, 42}
  };

  private final Instant start;
  private final Voice voice;
  private final RandomGenerator random;
  private final Beat fix;
  private final Beat compass;
  private double driftNorthMetres;
  private double driftEastMetres;

  GpsDevice(Instant start, Voice voice, RandomGenerator random) {
    this.start = start;
    this.voice = voice;
    this.random = random;
    double untilWholeSecond = (1_000_000_000 - start.getNano()) % 1_000_000_000 / 1e9;
    this.fix = new Beat(untilWholeSecond, 1);
    this.compass = new Beat(untilWholeSecond + 0.1, 0.2);
  }

  @Override
  public void tick(Truth now, Outlet out) {
    Truth seen = voice.seen(now);
    if (fix.isDue(now.elapsedSeconds())) {
      epoch(seen).forEach(sentence -> say(sentence, now, out));
    }
    if (compass.isDue(now.elapsedSeconds())) {
      say(heading(seen), now, out);
      say(turn(seen), now, out);
    }
  }

  private void say(Sentence sentence, Truth now, Outlet out) {
    voice.uttered(SentenceWriter.bytes(sentence), now).ifPresent(out::say);
  }

  private List<Sentence> epoch(Truth seen) {
    driftNorthMetres = DRIFT_KEEP * driftNorthMetres + DRIFT_METRES * random.nextGaussian();
    driftEastMetres = DRIFT_KEEP * driftEastMetres + DRIFT_METRES * random.nextGaussian();
    NavigationTruth navigation = seen.navigation();
    LocalDateTime utc = utcOf(seen);
    Position position = position(navigation);
    double knots =
        Math.abs(
            navigation.speedMetresPerSecond() * KNOTS + SPEED_NOISE_KNOTS * random.nextGaussian());
    OptionalDouble speed = OptionalDouble.of(knots);
    OptionalDouble course = course(navigation);
    OptionalDouble none = OptionalDouble.empty();
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(
        new Rmc(
            GPS,
            Optional.of(utc.toLocalTime()),
            Optional.of(utc.toLocalDate()),
            FixMode.AUTONOMOUS,
            Optional.of(position),
            speed,
            course,
            none));
    sentences.add(
        new Gga(
            GPS,
            Optional.of(utc.toLocalTime()),
            Optional.of(position),
            FixMode.AUTONOMOUS,
            OptionalInt.of(SKY.length),
            OptionalDouble.of(0.9),
            OptionalDouble.of(ANTENNA_METRES + 0.5 * random.nextGaussian()),
            OptionalDouble.of(GEOID_METRES)));
    sentences.add(new Vtg(GPS, course, none, speed, FixMode.AUTONOMOUS));
    sentences.add(new Zda(GPS, Optional.of(utc.toLocalTime()), Optional.of(utc.toLocalDate())));
    sentences.add(activeSatellites());
    sentences.addAll(satellitesInView());
    sentences.add(depth(seen));
    return sentences;
  }

  /** The second that the fix belongs to, not the moment at which it is said. */
  private LocalDateTime utcOf(Truth seen) {
    Instant moment = start.plusNanos(Math.round(seen.elapsedSeconds() * 1e9) + ROUNDING_NANOS);
    return LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
  }

  private Position position(NavigationTruth navigation) {
    double latitude = navigation.latitudeDegrees() + driftNorthMetres / METRES_PER_DEGREE;
    double parallel = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    return new Position(latitude, navigation.longitudeDegrees() + driftEastMetres / parallel);
  }

  /** A receiver at rest has no course. */
  private OptionalDouble course(NavigationTruth navigation) {
    if (navigation.speedMetresPerSecond() < COURSE_FROM_METRES_PER_SECOND) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(degrees(navigation.courseRadians(), COURSE_NOISE_DEGREES));
  }

  private Sentence heading(Truth seen) {
    double heading = degrees(seen.navigation().headingRadians(), HEADING_NOISE_DEGREES);
    return new Hdt("HE", OptionalDouble.of(heading));
  }

  private Sentence turn(Truth seen) {
    double perMinute = Math.toDegrees(seen.navigation().turnRadiansPerSecond()) * 60;
    return new Rot("TI", OptionalDouble.of(perMinute + 0.3 * random.nextGaussian()), true);
  }

  private Sentence depth(Truth seen) {
    double midship =
        (seen.floating().still().at(DraughtMark.MIDSHIP_PORT).orElseThrow()
                + seen.floating().still().at(DraughtMark.MIDSHIP_STARBOARD).orElseThrow())
            / 2;
    double below =
        seen.navigation().waterDepthMetres()
            - midship
            + TRANSDUCER_ABOVE_KEEL_METRES
            + 0.02 * random.nextGaussian();
    return new Dpt(
        "SD",
        OptionalDouble.of(below),
        OptionalDouble.of(-TRANSDUCER_ABOVE_KEEL_METRES),
        OptionalDouble.empty());
  }

  /** True degrees below 360 also after the sentence has rounded them to a tenth. */
  private double degrees(double radians, double noise) {
    double degrees = Math.toDegrees(radians) + noise * random.nextGaussian();
    double tenths = Math.floorMod(Math.round(degrees * 10), 3600L);
    return tenths / 10;
  }

  private static Sentence activeSatellites() {
    List<Integer> used = new ArrayList<>();
    for (int[] satellite : SKY) {
      used.add(satellite[0]);
    }
    return new Gsa(
        GPS,
        true,
        OptionalInt.of(3),
        used,
        OptionalDouble.of(1.6),
        OptionalDouble.of(0.9),
        OptionalDouble.of(1.3));
  }

  private List<Sentence> satellitesInView() {
    int total = (SKY.length + Gsv.MAX_SATELLITES - 1) / Gsv.MAX_SATELLITES;
    List<Sentence> group = new ArrayList<>();
    for (int number = 1; number <= total; number++) {
      List<Gsv.Satellite> satellites = new ArrayList<>();
      int first = (number - 1) * Gsv.MAX_SATELLITES;
      for (int i = first; i < Math.min(SKY.length, first + Gsv.MAX_SATELLITES); i++) {
        satellites.add(
            new Gsv.Satellite(
                SKY[i][0],
                OptionalInt.of(SKY[i][1]),
                OptionalInt.of(SKY[i][2]),
                OptionalInt.of(SKY[i][3] + random.nextInt(-1, 2))));
      }
      group.add(new Gsv(GPS, total, number, OptionalInt.of(SKY.length), satellites));
    }
    return group;
  }
}
