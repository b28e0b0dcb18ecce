package org.plimsoll.bench.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vessel.budget.Rations;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.uplink.UplinkConfig;

/** Some simulated days from one seed, then fine weather, then the reckoning. */
public final class Voyage {

  static final VesselId VESSEL = new VesselId("imo9876543");

  /** When every voyage begins. */
  static final Instant EPOCH = Instant.parse("2026-05-01T12:00:00Z");

  /** Between these a ship's clock may stand. */
  static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("2095-01-01T00:00:00Z");

  /** In fine weather everything has to be ashore after this time. */
  private static final Duration PATIENCE = Duration.ofHours(12);

  /**
   * A store that became an older one with the last fault looks complete to a shore that wrote
   * nothing since: she reads it again after five minutes, here at her next tick but one.
   */
  private static final Duration READ_AGAIN = Duration.ofMinutes(15);

  private static final Duration LOOK = Duration.ofSeconds(30);

  /**
   * How a voyage went.
   *
   * @param broken the promise that was not kept
   * @param digest of everything that happened, the same for the same seed
   * @param drainedAfter how long the backlog took in fine weather
   */
  public record Outcome(
      long seed,
      Optional<String> broken,
      List<String> last,
      long digest,
      long events,
      long faults,
      Witness.Sums sums,
      Duration drainedAfter) {}

  private final long seed;
  private final Duration length;
  private final SplittableRandom dice;
  private final Timeline timeline = new Timeline();
  private final Chronicle chronicle = new Chronicle(timeline);
  private final Witness witness = new Witness();
  private final SimulatedDisk disk;
  private final SimulatedBroker broker;
  private final SimulatedShip ship;
  private final SimulatedShore shore;
  private final Weather weather;
  private final long quietMillis;
  private boolean storm;
  private Duration drainedAfter = Duration.ZERO;

  private Voyage(long seed, Duration length, Path scratch) {
    this.seed = seed;
    this.length = length;
    this.dice = new SplittableRandom(seed);
    Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    this.disk =
        new SimulatedDisk(
            dice.split(),
            row -> {
              witness.channels(diskChannels());
              witness.accepted(row);
            });
    this.broker = new SimulatedBroker(topics, dice.split(), chronicle);
    this.ship =
        new SimulatedShip(
            timeline,
            dice.split(),
            chronicle,
            disk,
            broker,
            witness,
            uplinkConfig(SimulatedRations.of(seed)),
            outboxConfig());
    this.shore =
        new SimulatedShore(timeline, dice.split(), chronicle, broker, topics, witness, scratch);
    this.weather =
        new Weather(timeline, dice.split(), chronicle, topics, disk, ship, broker, shore);
    this.quietMillis = 600_000 + dice.nextLong(1_200_000);
  }

  private List<org.plimsoll.telemetry.Channel> diskChannels() {
    return disk.channels;
  }

  /**
   * Sails one voyage.
   *
   * @param scratch a directory for what is refused; nothing is written there
   */
  public static Outcome sail(long seed, Duration length, Path scratch) {
    return new Voyage(seed, length, scratch).sail();
  }

  private UplinkConfig uplinkConfig(Rations rations) {
    long sealSeconds = 120 + dice.nextLong(480);
    return new UplinkConfig(
        "broker",
        1883,
        Topics.DEFAULT_PREFIX,
        Optional.empty(),
        Duration.ofSeconds(rations.budget().isLimited() ? 60 : 5),
        Duration.ofSeconds(sealSeconds),
        Duration.ofSeconds(sealSeconds * (1 + dice.nextLong(4))),
        1 + dice.nextInt(16),
        Duration.ofSeconds(5 + dice.nextLong(25)),
        rations);
  }

  /** Half of the ships have room for everything; the others must let go now and then. */
  private OutboxConfig outboxConfig() {
    long maxBytes = dice.nextBoolean() ? 64L << 20 : 6_000 + dice.nextLong(60_000);
    Duration retention =
        dice.nextBoolean() ? Duration.ofDays(30) : Duration.ofHours(dice.nextLong(48));
    Duration maxAge =
        dice.nextInt(4) > 0 ? Duration.ofDays(365) : Duration.ofHours(2 + dice.nextLong(46));
    return new OutboxConfig(maxBytes, retention, maxAge, 1L << 20);
  }

  private Outcome sail() {
    Optional<String> broken = Optional.empty();
    Witness.Sums sums = new Witness.Sums(0, 0, 0, 0, 0);
    try {
      sailThroughWeather();
      sums = settle();
    } catch (Broken promise) {
      broken = Optional.of(String.valueOf(promise.getMessage()));
    }
    return new Outcome(
        seed,
        broken,
        chronicle.last(),
        chronicle.digest() * 31 + sums.hashCode(),
        timeline.happened(),
        weather.count(),
        sums,
        drainedAfter);
  }

  private void sailThroughWeather() {
    shore.start();
    ship.start();
    measure();
    tick();
    anyTime();
    backUp();
    int storms = 2 + dice.nextInt(3);
    for (int i = 0; i < storms; i++) {
      timeline.afterMillis(
          dice.nextLong(length.toMillis()), () -> storm(20_000 + dice.nextLong(100_000)));
    }
    if (dice.nextInt(8) == 0) {
      timeline.afterMillis(dice.nextLong(length.toMillis()), weather::longOutage);
    }
    timeline.runUntil(length.toNanos());
  }

  /** The instruments speak: every few minutes, in a storm every few seconds. */
  private void measure() {
    ship.measure(1 + dice.nextInt(6));
    ship.checkCounts();
    if (dice.nextInt(storm ? 4 : 20) == 0) {
      ship.wake();
    }
    timeline.afterMillis(storm ? 500 + dice.nextLong(4_000) : quietMillis, this::measure);
  }

  private void tick() {
    shore.tick();
    timeline.afterMillis(storm ? 3_000 : 300_000, this::tick);
  }

  private void storm(long lengthMillis) {
    chronicle.note("a storm begins");
    storm = true;
    long end = timeline.nanos() + lengthMillis * 1_000_000;
    measureSoon();
    strikeUntil(end, 1_000 + dice.nextLong(10_000));
    timeline.at(
        end,
        () -> {
          chronicle.note("the storm ends");
          storm = false;
        });
  }

  /** One more round of measuring, so that the storm's pace begins at once. */
  private void measureSoon() {
    timeline.afterMillis(
        dice.nextLong(2_000),
        () -> {
          ship.measure(1 + dice.nextInt(6));
          if (storm) {
            measureSoon();
          }
        });
  }

  private void strikeUntil(long end, long pauseMillis) {
    weather.strike();
    timeline.afterMillis(
        dice.nextLong(2 * pauseMillis),
        () -> {
          if (timeline.nanos() < end) {
            strikeUntil(end, pauseMillis);
          }
        });
  }

  private void anyTime() {
    timeline.afterMillis(
        dice.nextLong(12 * 3_600_000L),
        () -> {
          weather.strike();
          anyTime();
        });
  }

  private void backUp() {
    shore.store().backUp();
    timeline.afterMillis(dice.nextLong(48 * 3_600_000L), this::backUp);
  }

  /** In fine weather: everything comes ashore, and then the books are compared. */
  private Witness.Sums settle() {
    storm = false;
    weather.clear();
    ship.comeAlongside();
    long start = timeline.nanos();
    while (!isDrained() || timeline.nanos() - start < READ_AGAIN.toNanos()) {
      if (timeline.nanos() - start > PATIENCE.toNanos()) {
        throw new Broken(
            "after "
                + PATIENCE.toHours()
                + " h of fine weather not everything is ashore: "
                + ship.counts()
                + ", holes "
                + shore.ledger(disk.stream).holes()
                + ", shore to "
                + shore.ledger(disk.stream).last());
      }
      timeline.runUntil(timeline.nanos() + LOOK.toNanos());
    }
    drainedAfter = Duration.ofNanos(timeline.nanos() - start);
    Witness.Sums sums = witness.settle(shore.store(), shore.ledger(disk.stream));
    return sums;
  }

  private boolean isDrained() {
    Optional<OutboxCounts> counts = ship.counts();
    return counts.isPresent()
        && counts.get().isDrained()
        && counts.get().lastSequence() == witness.lastSequence()
        && shore.ledger(disk.stream).last() == witness.lastSequence()
        && shore.ledger(disk.stream).holes().isEmpty();
  }
}
