package org.plimsoll.vessel.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.naval.reconciliation.Residual;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.vessel.cargo.CargoWatch;
import org.plimsoll.vessel.cargo.UnitLedger;
import org.plimsoll.vessel.limit.LimitsWatch;
import org.plimsoll.vessel.loading.LoadingSurvey;
import org.plimsoll.vessel.loading.RampTally;
import org.plimsoll.vessel.state.CargoPicture;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vessel.state.Judgements;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything naval, once a second: survey, limits, cargo. Confined to the pipeline thread. */
final class NavalWatch {

  private static final Logger log = LoggerFactory.getLogger(NavalWatch.class);
  private static final String LEDGER = "units";
  private static final double KILOGRAMS = 1000;

  private final LoadingSurvey survey;
  private final LimitsWatch limits;
  private final UnitLedger ledger;
  private final CargoWatch cargo;
  private final OptionalDouble declaredTotal;
  private final boolean papersAreRead;
  private LoadingSurvey.Outcome outcome;
  private NavalPicture picture = NavalPicture.none();

  NavalWatch(ShipRules rules, Map<String, String> memory) {
    survey = new LoadingSurvey(rules.ship());
    limits = new LimitsWatch(rules.ship(), rules.limits());
    ledger = new UnitLedger(rules.limits().lanes());
    declaredTotal = rules.ship().declaredTonnes();
    papersAreRead =
        rules.lines().stream()
            .flatMap(line -> line.dialect().promised())
            .anyMatch(promised -> promised == Quantities.WEIGHBRIDGE_DECLARED);
    cargo = new CargoWatch(rules.certificate().cargoTonnes(), rules.ship(), ledger, papersAreRead);
    outcome = survey.nothing();
    String units = memory.getOrDefault(LEDGER, "");
    if (!units.isEmpty() && !ledger.restore(units)) {
      log.warn("the units from before the restart cannot be read: {}", units);
    }
    for (String lost : cargo.restore(memory)) {
      log.warn("what was known of the cargo before the restart cannot be read: {}", lost);
    }
  }

  RampTally.Weighings weighings() {
    return ledger;
  }

  /** Takes a usable reading, in the quantity's unit. */
  void hear(Quantity quantity, double value, long nowNanos) {
    survey.hear(quantity, value, nowNanos);
  }

  /** Computes everything anew. */
  void compute(Instruments instruments, Instant time, long nowNanos) {
    outcome = survey.survey(nowNanos, instruments, time);
    Judgements judgements = limits.judge(outcome, instruments, time);
    Optional<ChannelState> bridge = instruments.sensor(Quantities.WEIGHBRIDGE_MASS);
    boolean weighed = bridge.isPresent() && bridge.get().quality().isUsable();
    CargoPicture carried =
        cargo.look(
            outcome,
            instruments.usable(Quantities.PASSENGERS_ON_BOARD),
            time,
            weighed,
            declaredTotal,
            limits.loads(instruments));
    picture =
        new NavalPicture(
            outcome.surveyed(),
            outcome.water().density(),
            outcome.water().quality(),
            outcome.water().text(),
            outcome.deductiblesTonnes(),
            outcome.deductiblesSigmaTonnes(),
            outcome.tankDoubts(),
            judgements,
            Optional.of(carried));
  }

  LoadingSurvey.Outcome outcome() {
    return outcome;
  }

  NavalPicture picture() {
    return picture;
  }

  /** Sum of the declared masses aboard; empty on a ship where the papers are not read. */
  Optional<Reading> declared() {
    if (!papersAreRead) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading(
            Quantities.CARGO_DECLARED,
            OptionalDouble.of(cargo.declaredTonnes() * KILOGRAMS),
            cargo.allDeclared() ? Quality.GOOD : Quality.DEGRADED));
  }

  /** What is derived besides the survey's own quantities; slow, so recorded frugally. */
  List<Reading> judged() {
    Quality quality = outcome.surveyed().map(of -> of.quality()).orElse(Quality.INVALID);
    List<Reading> readings = new ArrayList<>();
    Judgements judgements = picture.judgements();
    judgements
        .marks()
        .ifPresent(
            marks -> {
              add(readings, Quantities.LOAD_LINE_LIMIT, marks.allowedMetres(), quality);
              add(readings, Quantities.LOAD_LINE_MARGIN, margin(marks), quality);
            });
    judgements.underKeel().ifPresent(clearance -> underKeel(readings, clearance, quality));
    OptionalDouble twist = judgements.twistDegrees();
    add(
        readings,
        Quantities.TWIST,
        twist.isPresent() ? OptionalDouble.of(Math.toRadians(twist.getAsDouble())) : twist,
        quality);
    judgements
        .stability()
        .ifPresent(
            found ->
                add(
                    readings,
                    Quantities.INDICATIVE_GM,
                    found instanceof RollPeriodStability.Indicative gm
                        ? OptionalDouble.of(gm.gmMetres())
                        : OptionalDouble.empty(),
                    Quality.DEGRADED));
    picture.cargo().ifPresent(carried -> carried(readings, carried, quality));
    return readings;
  }

  private static OptionalDouble margin(MarkCompliance marks) {
    OptionalDouble port = marks.port().marginMetres();
    OptionalDouble starboard = marks.starboard().marginMetres();
    return port.isPresent() && starboard.isPresent()
        ? OptionalDouble.of(Math.min(port.getAsDouble(), starboard.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static void underKeel(
      List<Reading> readings, UnderKeelResult clearance, Quality quality) {
    if (clearance instanceof UnderKeelResult.Judged judged) {
      add(
          readings,
          Quantities.UNDER_KEEL_CLEARANCE,
          OptionalDouble.of(judged.clearanceMetres()),
          quality);
      add(readings, Quantities.SQUAT, OptionalDouble.of(judged.squatMetres()), quality);
    } else {
      readings.add(Reading.invalid(Quantities.UNDER_KEEL_CLEARANCE));
      readings.add(Reading.invalid(Quantities.SQUAT));
    }
  }

  private static void carried(List<Reading> readings, CargoPicture carried, Quality quality) {
    Optional<Residual> residual = carried.reconciliation().residual();
    add(readings, Quantities.CARGO_RESIDUAL, kilograms(residual.map(Residual::tonnes)), quality);
    add(
        readings,
        Quantities.CARGO_RESIDUAL_U95,
        kilograms(residual.map(Residual::u95Tonnes)),
        quality);
    add(
        readings,
        Quantities.CARGO_VERDICT,
        OptionalDouble.of(carried.verdict().ordinal()),
        Quality.GOOD);
  }

  private static OptionalDouble kilograms(Optional<Double> tonnes) {
    return tonnes.isPresent()
        ? OptionalDouble.of(tonnes.get() * KILOGRAMS)
        : OptionalDouble.empty();
  }

  private static void add(
      List<Reading> readings, Quantity quantity, OptionalDouble value, Quality quality) {
    readings.add(
        value.isPresent() && quality.isUsable()
            ? new Reading(quantity, value, quality)
            : Reading.invalid(quantity));
  }

  /** An officer recorded the ship of this state. */
  void recorded(DepartureRecord.Moment moment, VesselState state) {
    OptionalDouble people = state.usable(Quantities.PASSENGERS_ON_BOARD);
    switch (moment) {
      case ARRIVAL -> cargo.arrive();
      case BASELINE -> {
        if (!cargo.beginStay(outcome, people, state.moment().time())) {
          log.info("the baseline measures no cargo: there is no survey, or nobody counted");
        }
      }
      case DEPARTURE -> picture.cargo().ifPresent(cargo::endStay);
    }
  }

  /** Notes what must survive a power cut. */
  void remember(Committer committer) {
    committer.remember(LEDGER, ledger.memory());
    cargo.memory().forEach(committer::remember);
  }
}
