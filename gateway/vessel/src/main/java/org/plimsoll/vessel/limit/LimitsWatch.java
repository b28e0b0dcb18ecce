package org.plimsoll.vessel.limit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.departure.Attitude;
import org.plimsoll.naval.departure.DeckLimits;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.loadline.AnnexTwo;
import org.plimsoll.naval.loadline.DepartureLimit;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.naval.loadline.Position;
import org.plimsoll.naval.reconciliation.Mass;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.naval.underkeel.UnderKeelInputs;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.vessel.loading.LoadingSurvey;
import org.plimsoll.vessel.loading.RollWatch;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vessel.state.Judgements;
import org.plimsoll.vocabulary.Quantities;

/** Holds every configured limit against the survey of a second. Confined to the pipeline thread. */
public final class LimitsWatch {

  private static final double KILOGRAMS = 1000;
  private static final double COVERAGE = 2;
  private static final double PERCENT = 100;

  /** The zones of Annex II are looked up this often; a ship does not leave one in a minute. */
  private static final long ZONE_SECONDS = 60;

  private final ShipConfig ship;
  private final LimitsConfig config;
  private Optional<String> zoneCaution = Optional.empty();
  private long zoneSecond = Long.MIN_VALUE;
  private Optional<DepartureLimit> departure = Optional.empty();
  private LocalDateTime departureMinute = LocalDateTime.MIN;

  public LimitsWatch(ShipConfig ship, LimitsConfig config) {
    this.ship = ship;
    this.config = config;
  }

  /** Judges; what is not configured stays empty. */
  public Judgements judge(LoadingSurvey.Outcome outcome, Instruments instruments, Instant time) {
    Optional<DepartureLimit> limit = config.loadLine().flatMap(lines -> departure(lines, time));
    Optional<MarkCompliance> marks = limit.map(of -> marks(of, outcome));
    Map<String, Mass> loads = loads(instruments);
    return new Judgements(
        limit,
        marks,
        config.loadLine().flatMap(lines -> zoneCaution(lines, instruments, time)),
        config.underKeel().map(of -> underKeel(of, outcome, instruments)),
        twistDegrees(outcome),
        attitude(outcome),
        config.decks().judge(loads),
        deckPercent(loads),
        config.roll().flatMap(of -> stability(of, outcome)));
  }

  /** Of a departure in this minute; the days of a long route need not be walked every second. */
  private Optional<DepartureLimit> departure(LoadLineConfig lines, Instant time) {
    LocalDateTime minute =
        LocalDateTime.ofInstant(time, lines.clock()).truncatedTo(ChronoUnit.MINUTES);
    if (!minute.equals(departureMinute)) {
      departureMinute = minute;
      departure = lines.lookAhead().limit(lines.route(), minute);
    }
    return departure;
  }

  private MarkCompliance marks(DepartureLimit limit, LoadingSurvey.Outcome outcome) {
    double sigma =
        Math.hypot(
            outcome.scatter().greatestMetres(),
            Math.hypot(ship.accuracy().sensorSigmaMetres(), ship.accuracy().commonBiasMetres()));
    return MarkCompliance.judge(
        limit,
        at(outcome, DraughtMark.MIDSHIP_PORT),
        at(outcome, DraughtMark.MIDSHIP_STARBOARD),
        COVERAGE * sigma,
        outcome.water().fresh());
  }

  private Optional<String> zoneCaution(
      LoadLineConfig lines, Instruments instruments, Instant time) {
    long second = time.getEpochSecond();
    if (Math.abs(second - zoneSecond) < ZONE_SECONDS) {
      return zoneCaution;
    }
    OptionalDouble latitude = instruments.usable(Quantities.LATITUDE);
    OptionalDouble longitude = instruments.usable(Quantities.LONGITUDE);
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    zoneSecond = second;
    zoneCaution =
        lines.route().legs().stream()
            .filter(leg -> leg.zone().markOn(time.atZone(lines.clock()).toLocalDate()).isPresent())
            .findFirst()
            .flatMap(
                leg ->
                    AnnexTwo.caution(
                        leg.zone(),
                        new Position(latitude.getAsDouble(), longitude.getAsDouble()),
                        time.atZone(lines.clock()).toLocalDate(),
                        lines.loadLineLengthMetres()));
    return zoneCaution;
  }

  /**
   * Of the place where she is, by the sounder, and of the least charted depth of the passage; the
   * worse counts. A sounder goes down with the ship, so by it the squat is taken off twice, which
   * is on the safe side.
   */
  private UnderKeelResult underKeel(
      UnderKeelConfig of, LoadingSurvey.Outcome outcome, Instruments instruments) {
    Optional<FloatingPosition> floating = outcome.surveyed().map(SurveyResult.Surveyed::floating);
    OptionalDouble draught = deepest(floating, ship.particulars().keelPlateMetres());
    OptionalDouble heel =
        floating.isPresent()
            ? OptionalDouble.of(floating.get().listRadians())
            : OptionalDouble.empty();
    OptionalDouble speed =
        first(
            instruments.usable(Quantities.SPEED_THROUGH_WATER),
            instruments.usable(Quantities.SPEED_OVER_GROUND));
    OptionalDouble charted =
        first(instruments.usable(Quantities.DEPTH_CHARTED), of.chartedMetres());
    OptionalDouble tide = first(instruments.usable(Quantities.TIDE_HEIGHT), of.tideMetres());
    UnderKeelResult sounded =
        of.clearance()
            .judge(
                new UnderKeelInputs(
                    draught,
                    depth(instruments, floating),
                    OptionalDouble.of(0),
                    of.channelWidthMetres(),
                    heel,
                    speed));
    if (charted.isEmpty()) {
      return sounded;
    }
    UnderKeelResult ahead =
        of.clearance()
            .judge(
                new UnderKeelInputs(draught, charted, tide, of.channelWidthMetres(), heel, speed));
    return worse(sounded, ahead);
  }

  /** Known before unknown, then the lesser clearance. */
  private static UnderKeelResult worse(UnderKeelResult one, UnderKeelResult other) {
    if (!(one instanceof UnderKeelResult.Judged first)) {
      return other;
    }
    if (!(other instanceof UnderKeelResult.Judged second)) {
      return one;
    }
    return first.clearanceMetres() - first.requiredMetres()
            <= second.clearanceMetres() - second.requiredMetres()
        ? one
        : other;
  }

  /** From the underside of the keel. */
  private static OptionalDouble deepest(
      Optional<FloatingPosition> floating, double keelPlateMetres) {
    return floating.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            keelPlateMetres
                + Math.max(
                    floating.get().midshipMetres(),
                    Math.max(
                        floating.get().forwardPerpendicularMetres(),
                        floating.get().aftPerpendicularMetres())));
  }

  /** Depth of the water: sounded from the surface, or below the keel with the draught added. */
  private static OptionalDouble depth(
      Instruments instruments, Optional<FloatingPosition> floating) {
    OptionalDouble surface = instruments.usable(Quantities.DEPTH_BELOW_SURFACE);
    OptionalDouble keel = instruments.usable(Quantities.DEPTH_BELOW_KEEL);
    return surface.isEmpty() && keel.isPresent() && floating.isPresent()
        ? OptionalDouble.of(keel.getAsDouble() + floating.get().midshipMetres())
        : surface;
  }

  private List<Finding> attitude(LoadingSurvey.Outcome outcome) {
    if (config.attitudeChecks().isEmpty()) {
      return List.of();
    }
    Optional<FloatingPosition> floating = outcome.surveyed().map(SurveyResult.Surveyed::floating);
    Attitude attitude =
        new Attitude(
            of(floating.map(FloatingPosition::trimMetres)),
            of(floating.map(position -> Math.toDegrees(position.listRadians()))),
            of(floating.map(FloatingPosition::deflectionMetres)),
            twistDegrees(outcome));
    return config.attitude().judge(attitude).stream()
        .filter(finding -> config.attitudeChecks().contains(finding.check()))
        .toList();
  }

  /** List forward less list aft; empty without both pairs. */
  private OptionalDouble twistDegrees(LoadingSurvey.Outcome outcome) {
    OptionalDouble forward = list(outcome, DraughtMark.FORWARD_PORT, DraughtMark.FORWARD_STARBOARD);
    OptionalDouble aft = list(outcome, DraughtMark.AFT_PORT, DraughtMark.AFT_STARBOARD);
    return forward.isPresent() && aft.isPresent()
        ? OptionalDouble.of(forward.getAsDouble() - aft.getAsDouble())
        : OptionalDouble.empty();
  }

  private OptionalDouble list(
      LoadingSurvey.Outcome outcome, DraughtMark portMark, DraughtMark starboardMark) {
    OptionalDouble port = at(outcome, portMark);
    OptionalDouble starboard = at(outcome, starboardMark);
    return port.isPresent() && starboard.isPresent()
        ? OptionalDouble.of(
            Attitude.listDegrees(
                port.getAsDouble(),
                starboard.getAsDouble(),
                ship.particulars().breadthBetweenMarksMetres()))
        : OptionalDouble.empty();
  }

  /** What the load cells of each lane say that can be used. */
  public Map<String, Mass> loads(Instruments instruments) {
    Map<String, Mass> loads = new HashMap<>();
    for (LimitsConfig.Lane lane : config.lanes()) {
      Optional<ChannelState> said = instruments.sensor(lane.load());
      if (said.isPresent() && said.get().usable().isPresent()) {
        double tonnes = said.get().usable().getAsDouble() / KILOGRAMS;
        loads.put(lane.name(), new Mass(tonnes, lane.u95Tonnes(), said.get().quality()));
      }
    }
    return loads;
  }

  private Map<String, Double> deckPercent(Map<String, Mass> loads) {
    Map<String, Double> percent = new HashMap<>();
    config
        .decks()
        .laneTonnes()
        .forEach(
            (lane, limit) -> {
              if (loads.containsKey(lane)) {
                percent.put("lane-" + lane, PERCENT * loads.get(lane).tonnes() / limit);
              }
            });
    for (DeckLimits.Deck deck : config.decks().decks()) {
      if (loads.keySet().containsAll(deck.lanes())) {
        double tonnes = deck.lanes().stream().mapToDouble(lane -> loads.get(lane).tonnes()).sum();
        double bears = deck.areaSquareMetres() * deck.greatestTonnesPerSquareMetre();
        percent.put("deck-" + deck.name(), PERCENT * tonnes / bears);
      }
    }
    return percent;
  }

  private Optional<RollPeriodStability.Result> stability(
      RollPeriodStability of, LoadingSurvey.Outcome outcome) {
    return outcome
        .rolling()
        .map(
            (RollWatch.Period period) ->
                of.estimate(
                    ship.particulars().breadthBetweenMarksMetres(),
                    ship.particulars().lengthBetweenPerpendicularsMetres(),
                    period.periodSeconds(),
                    period.cycles()));
  }

  private static OptionalDouble at(LoadingSurvey.Outcome outcome, DraughtMark mark) {
    return of(Optional.ofNullable(outcome.draughts().get(mark)));
  }

  private static OptionalDouble of(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  private static OptionalDouble first(OptionalDouble preferred, OptionalDouble otherwise) {
    return preferred.isPresent() ? preferred : otherwise;
  }
}
