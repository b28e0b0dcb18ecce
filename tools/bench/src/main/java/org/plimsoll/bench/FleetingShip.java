package org.plimsoll.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * Fifty channels of a ship under way, each once a second, for runs on an outbox in simulated time:
 * position, course, speed and heading wander as in a seaway with the noise of their sensors, tanks
 * and draughts move slowly, states stay. Times jitter by a tenth of a second. Confined to the run's
 * thread.
 */
final class FleetingShip {

  /** How a channel moves: a walk of this many steps a second, around it noise of so many. */
  private record Motion(Quantity quantity, double walk, double noise) {}

  private static final List<Motion> MOTIONS =
      List.of(
          new Motion(Quantities.LATITUDE, 40, 8),
          new Motion(Quantities.LONGITUDE, 60, 8),
          new Motion(Quantities.SPEED_OVER_GROUND, 1, 4),
          new Motion(Quantities.COURSE_OVER_GROUND_TRUE, 2, 6),
          new Motion(Quantities.HEADING_TRUE, 3, 2),
          new Motion(Quantities.DEPTH_BELOW_TRANSDUCER, 3, 4),
          new Motion(Quantities.TRIM, 0.1, 1),
          new Motion(Quantities.LIST, 0.1, 1),
          new Motion(Quantities.RATE_OF_TURN, 1, 3),
          new Motion(Quantities.GNSS_SATELLITES, 0, 0));

  private static final int SOURCES = 5;

  /** How many readings a look gives. */
  static final int CHANNELS = MOTIONS.size() * SOURCES;

  private static final int JITTER_MILLIS = 100;

  private final SplittableRandom random;
  private final double[] values = new double[CHANNELS];
  private final int[] ids = new int[values.length];
  private long readings;

  FleetingShip(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + random.nextInt(100_000);
    }
  }

  /** Gives her channels their numbers. */
  void board(Outbox outbox) throws OutboxFailure {
    for (int i = 0; i < ids.length; i++) {
      Quantity quantity = MOTIONS.get(i % MOTIONS.size()).quantity();
      ids[i] =
          outbox.channelId(
              new ChannelKey(quantity.path(), "sensor" + i / MOTIONS.size()), quantity);
    }
  }

  /** One second of readings. */
  List<Sample> look(long nowMillis) {
    List<Sample> samples = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      Motion motion = MOTIONS.get(i % MOTIONS.size());
      values[i] += motion.walk() * gaussian();
      long value = Math.round(values[i] + motion.noise() * gaussian());
      long time = nowMillis + random.nextInt(2) * JITTER_MILLIS;
      samples.add(new Sample(ids[i], time, Quality.GOOD, OptionalLong.of(value)));
    }
    readings += samples.size();
    return samples;
  }

  /** Near enough to a normal deviate, and the same on every machine. */
  private double gaussian() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** Readings so far. */
  long readings() {
    return readings;
  }
}
