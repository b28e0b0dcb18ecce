package org.plimsoll.vessel.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.clock.ClockEvent;
import org.plimsoll.vessel.clock.ClockState;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.loading.RampTally;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vessel.uplink.LinkStatus;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels that no sensor says: the draught survey, the tally of the weighbridge, what was
 * entered by hand, and the gateway's own state. Confined to the pipeline thread.
 */
final class Derivation {

  /** How often what was entered by hand is recorded, in seconds. */
  static final int MANUAL_SECONDS = 60;

  /** How often the gateway's own state is recorded, in seconds. */
  static final int OWN_SECONDS = 10;

  private static final Logger log = LoggerFactory.getLogger(Derivation.class);
  private static final String TALLY = "tally";
  private static final double KILOGRAMS = 1000;
  private static final double MILLIS = 1000;

  private final ShipRules rules;
  private final ChannelBook book;
  private final NavalWatch naval;
  private final RampTally tally;
  private final Stopwatch stopwatch;
  private String linkBytes;
  private long seconds;

  Derivation(ShipRules rules, ChannelBook book, Map<String, String> memory, LongSupplier nanos) {
    this.rules = rules;
    this.book = book;
    this.naval = new NavalWatch(rules, memory);
    this.tally = new RampTally(naval.weighings());
    this.stopwatch = new Stopwatch(nanos);
    this.linkBytes = memory.getOrDefault(Spending.MEMORY, "");
    String remembered = memory.getOrDefault(TALLY, "");
    if (!remembered.isEmpty() && !tally.restore(remembered)) {
      log.warn("the tally from before the restart cannot be read: {}", remembered);
    }
  }

  /** The filtered draught, in metres, of each mark with a usable sensor. */
  Map<DraughtMark, Double> draughts() {
    return naval.outcome().draughts();
  }

  NavalWatch naval() {
    return naval;
  }

  /** How long the naval computation takes. */
  NavalTiming timing() {
    return stopwatch.timing();
  }

  /** Takes a usable reading, in the quantity's unit. */
  void hear(Quantity quantity, double value, Quality quality, long nowNanos) {
    if (quantity == Quantities.WEIGHBRIDGE_MASS) {
      tally.weight(value, quality == Quality.GOOD, ramp());
    } else if (quantity == Quantities.WEIGHBRIDGE_DECLARED) {
      tally.declared(value);
    } else if (quantity == Quantities.WEIGHBRIDGE_POSITION) {
      tally.stowed(value);
    } else {
      naval.hear(quantity, value, nowNanos);
    }
  }

  /** Takes that a quantity has no usable value, as its source says. */
  void hearNothing(Quantity quantity) {
    if (quantity == Quantities.WEIGHBRIDGE_DECLARED) {
      tally.papersGone(ramp());
    }
  }

  private RampTally.Direction ramp() {
    return RampTally.Direction.of(
        book.preferred(Quantities.RAMP_DIRECTION.path())
            .map(Held::usable)
            .orElseGet(OptionalDouble::empty));
  }

  /**
   * Derives everything.
   *
   * @return why the survey is less than good, or missing
   */
  List<String> everySecond(Stamp stamp, long nowNanos) {
    if (seconds++ % MANUAL_SECONDS == 0) {
      enteredByHand(stamp, nowNanos);
    }
    Instruments instruments = new BookInstruments(book, nowNanos);
    Instant time = Instant.ofEpochMilli(stamp.epochMillis());
    stopwatch.time(() -> naval.compute(instruments, time, nowNanos));
    for (Reading reading : naval.outcome().readings()) {
      derive(reading.quantity(), reading.value(), reading.quality(), stamp, nowNanos, true);
    }
    for (Reading reading : naval.judged()) {
      derive(reading.quantity(), reading.value(), reading.quality(), stamp, nowNanos, false);
    }
    weighed(stamp, nowNanos);
    Optional<Reading> declared = naval.declared();
    if (declared.isPresent()) {
      Reading sum = declared.get();
      derive(sum.quantity(), sum.value(), sum.quality(), stamp, nowNanos, true);
    }
    return naval.outcome().remarks();
  }

  private void weighed(Stamp stamp, long nowNanos) {
    Optional<Held> bridge = book.preferred(Quantities.WEIGHBRIDGE_MASS.path());
    if (bridge.isEmpty()) {
      return;
    }
    Quality heard = bridge.get().quality();
    if (heard == Quality.ABSENT && tally.weighings() == 0) {
      return;
    }
    // While the bridge is silent something may roll over it unweighed: the sum is no longer fresh.
    Quality quality =
        !heard.isUsable()
            ? Quality.STALE
            : tally.unassigned() > 0 ? Quality.DEGRADED : Quality.GOOD;
    derive(
        Quantities.CARGO_WEIGHED,
        OptionalDouble.of(tally.totalKilograms()),
        quality,
        stamp,
        nowNanos,
        true);
  }

  private void enteredByHand(Stamp stamp, long nowNanos) {
    manual(Quantities.CARGO_LIMIT, rules.certificate().cargoTonnes() * KILOGRAMS, stamp, nowNanos);
    double density = rules.ship().water().density() * KILOGRAMS;
    manual(Quantities.WATER_DENSITY, density, stamp, nowNanos);
    OptionalDouble declared = rules.ship().declaredTonnes();
    if (declared.isPresent() && naval.declared().isEmpty()) {
      manual(Quantities.CARGO_DECLARED, declared.getAsDouble() * KILOGRAMS, stamp, nowNanos);
    }
  }

  private void manual(Quantity quantity, double value, Stamp stamp, long nowNanos) {
    derive(quantity, OptionalDouble.of(value), Quality.MANUAL, stamp, nowNanos, true);
  }

  /** The gateway's own state, so that the shore sees what a backlog costs. */
  void ownState(
      Stamp stamp,
      long nowNanos,
      OutboxCounts outbox,
      LinkStatus link,
      long dropped,
      ClockState clock) {
    book.digest(link.spending().level() == Level.STATISTICS, stamp);
    if (seconds % OWN_SECONDS != 0) {
      return;
    }
    own(Quantities.LINK_UP, link.state() == LinkStatus.State.UP ? 1 : 0, stamp, nowNanos);
    own(Quantities.OUTBOX_BACKLOG_BYTES, outbox.pendingBytes(), stamp, nowNanos);
    double age =
        outbox
            .oldestPending()
            .map(oldest -> Math.max(0, (stamp.epochMillis() - oldest.toEpochMilli()) / MILLIS))
            .orElse(0.0);
    own(Quantities.OUTBOX_BACKLOG_AGE, age, stamp, nowNanos);
    own(Quantities.READINGS_DROPPED, dropped, stamp, nowNanos);
    own(Quantities.CLOCK_SOURCE, clock.source().ordinal(), stamp, nowNanos);
    ownSpending(link.spending(), stamp, nowNanos);
  }

  /**
   * Records how far the clock was moved, under the first time after it: whoever reads earlier times
   * of this run that nothing had confirmed can move them by as much.
   */
  void clockStepped(ClockEvent event, ClockState clock, Stamp stamp, long nowNanos) {
    derive(
        Quantities.CLOCK_STEP,
        OptionalDouble.of(event.stepMillis() / MILLIS),
        clock.source() == ClockState.Source.SATELLITES ? Quality.GOOD : Quality.DEGRADED,
        stamp,
        nowNanos,
        false);
  }

  /** What the link carries and costs; its count is kept as often, not with every message. */
  private void ownSpending(Spending spending, Stamp stamp, long nowNanos) {
    linkBytes = spending.memory();
    own(Quantities.LINK_BYTES_TODAY, spending.day().bytes(), stamp, nowNanos);
    own(Quantities.LINK_BYTES_THIS_MONTH, spending.month().bytes(), stamp, nowNanos);
    if (spending.budget().isLimited()) {
      own(Quantities.LINK_LEVEL, spending.level().ordinal(), stamp, nowNanos);
    }
    if (spending.nextWindow().isPresent()) {
      own(Quantities.LINK_RESTING, spending.resting() ? 1 : 0, stamp, nowNanos);
    }
    OptionalDouble cost = spending.monthCost();
    if (cost.isPresent()) {
      own(Quantities.LINK_COST_THIS_MONTH, cost.getAsDouble(), stamp, nowNanos);
    }
  }

  private void own(Quantity quantity, double value, Stamp stamp, long nowNanos) {
    derive(quantity, OptionalDouble.of(value), Quality.GOOD, stamp, nowNanos, true);
  }

  private void derive(
      Quantity quantity,
      OptionalDouble value,
      Quality quality,
      Stamp stamp,
      long nowNanos,
      boolean everySecond) {
    boolean plausible = value.isEmpty() || quantity.isPlausible(value.getAsDouble());
    book.derive(
        quantity,
        Pipeline.OWN_SOURCE,
        plausible ? value : OptionalDouble.empty(),
        plausible ? quality : Quality.INVALID,
        stamp,
        nowNanos,
        everySecond);
  }

  /** Notes what must survive a power cut. */
  void remember(Committer committer) {
    committer.remember(TALLY, tally.memory());
    naval.remember(committer);
    committer.remember(Spending.MEMORY, linkBytes);
  }
}
