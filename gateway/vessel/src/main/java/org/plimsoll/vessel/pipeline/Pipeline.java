package org.plimsoll.vessel.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.alert.AlertBook;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertReply;
import org.plimsoll.vessel.alert.Tick;
import org.plimsoll.vessel.cam.Cams;
import org.plimsoll.vessel.check.Check;
import org.plimsoll.vessel.check.CheckResult;
import org.plimsoll.vessel.check.Checks;
import org.plimsoll.vessel.check.Lookout;
import org.plimsoll.vessel.check.Lookouts;
import org.plimsoll.vessel.clock.ClockEvent;
import org.plimsoll.vessel.clock.GatewayClock;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.line.AlertTraffic;
import org.plimsoll.vessel.line.Heard;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.record.RecordDraft;
import org.plimsoll.vessel.record.RecordOutcome;
import org.plimsoll.vessel.state.Moment;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with a reading, in order: stamp, gate, fold, check, commit. Knows no thread and no
 * queue, so that hours run in a test. Confined to the pipeline thread.
 */
public final class Pipeline {

  /** Source of what the gateway derives, counts or was told. */
  static final String OWN_SOURCE = "plimsoll";

  /**
   * After a longer pause between two looks the gateway itself was held up; no sensor is called
   * silent for that until the next look.
   */
  static final long MAX_PAUSE_NANOS = 2_000_000_000L;

  private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

  private final ShipRules rules;
  private final PipelineQueue queue;
  private final Outbox outbox;
  private final Surroundings surroundings;
  private final GatewayClock clock;
  private final LongSupplier nanos;
  private final long startNanos;
  private final Committer committer;
  private final ChannelBook book;
  private final Derivation derivation;
  private final AlertBook alerts;
  private final Cams cams;
  private final WayWatch way = new WayWatch();
  private final List<Check> checks;
  private final Lookouts lookouts;
  private final UrgentLooks urgentLooks;
  private final Map<String, PositionGate> positionGates = new HashMap<>();
  private List<CheckResult> results = List.of();
  private VesselState state;
  private long gated;
  private long overrunKnown;
  private long lastLookNanos;

  /** Restores tally and alerts from the outbox's memory. */
  public Pipeline(
      ShipRules rules,
      PipelineQueue queue,
      Outbox outbox,
      Surroundings surroundings,
      GatewayClock clock,
      LongSupplier nanos) {
    this.rules = rules;
    this.queue = queue;
    this.outbox = outbox;
    this.surroundings = surroundings;
    this.clock = clock;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
    this.lastLookNanos = startNanos;
    this.urgentLooks = new UrgentLooks(startNanos);
    this.committer = new Committer(outbox);
    this.book = new ChannelBook(committer, rules.lines().stream().map(line -> line.id()).toList());
    this.derivation = new Derivation(rules, book, outbox.memory(), nanos);
    this.checks =
        Checks.of(rules.certificate(), rules.limits(), rules.alerts().levels(), rules.lines());
    this.lookouts = new Lookouts(rules.ship(), rules.alerts().rules(), rules.alerts().levels());
    this.alerts = new AlertBook(rules.alerts().rules());
    this.cams = new Cams(rules.lines(), surroundings.alertLines());
    Tick started = tick(clock.now(), startNanos);
    for (String lost : alerts.restore(outbox.memory(), started)) {
      log.warn("an alert from before the restart cannot be read: {}", lost);
    }
    cams.restored(alerts.active(), started);
    alerts.active().forEach(alert -> surroundings.alertsAshore().accept(alert.said()));
    Expected.channels(rules.lines(), book);
    this.state = look(clock.now(), startNanos, List.of());
  }

  /** Takes what a line heard. */
  void hear(Heard heard) {
    long now = nanos.getAsLong();
    Stamp stamp = clock.now();
    if (rules.origin() == DataOrigin.LIVE) {
      heard.utc().ifPresent(utc -> clock.hear(heard.source(), utc));
    }
    boolean jumped = isJump(heard, now);
    for (Reading reading : heard.readings()) {
      Quality quality = reading.quality();
      OptionalDouble value = reading.value();
      Quantity quantity = reading.quantity();
      if (value.isPresent() && !quantity.isPlausible(value.getAsDouble())) {
        value = OptionalDouble.empty();
        quality = Quality.INVALID;
        gated++;
      } else if (jumped && isPosition(quantity)) {
        quality = Quality.INVALID;
        gated++;
      }
      urgentLooks.hear(quantity, heard.source(), value, now);
      book.hear(quantity, heard.source(), heard.line(), value, quality, stamp, now);
      if (value.isPresent() && quality.isUsable()) {
        derivation.hear(quantity, value.getAsDouble(), quality, now);
      } else {
        derivation.hearNothing(quantity);
      }
    }
  }

  private boolean isJump(Heard heard, long now) {
    double latitude = Double.NaN;
    double longitude = Double.NaN;
    for (Reading reading : heard.readings()) {
      if (reading.quantity() == Quantities.LATITUDE) {
        latitude = reading.value().orElse(Double.NaN);
      } else if (reading.quantity() == Quantities.LONGITUDE) {
        longitude = reading.value().orElse(Double.NaN);
      }
    }
    if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
      return false;
    }
    return !positionGates
        .computeIfAbsent(heard.source(), first -> new PositionGate())
        .accepts(latitude, longitude, now);
  }

  private static boolean isPosition(Quantity quantity) {
    return quantity == Quantities.LATITUDE || quantity == Quantities.LONGITUDE;
  }

  /** Looks at the ship as a whole; called once a second. */
  void everySecond() {
    Optional<ClockEvent> stepped = clock.observe();
    long now = nanos.getAsLong();
    Stamp stamp = clock.now();
    stepped.ifPresent(event -> clockStepped(event, stamp, now));
    if (now - lastLookNanos <= MAX_PAUSE_NANOS) {
      book.age(stamp, now);
    }
    lastLookNanos = now;
    urgentLooks.looked(now);
    List<String> remarks = derivation.everySecond(stamp, now);
    derivation.ownState(
        stamp, now, outbox.counts(), surroundings.link().get(), committer.dropped(), clock.state());
    state = look(stamp, now, remarks);
    Tick tick = tick(stamp, now);
    List<Alert> changes = judge(tick);
    if (cams.haveJustBeenLost(tick)) {
      changes.addAll(alerts.returnAll(tick));
    }
    transitions(changes, stamp, now);
    cams.everySecond(alerts.active(), tick);
    show();
  }

  private void clockStepped(ClockEvent event, Stamp stamp, long now) {
    log.warn(
        "clock: {} by {} ms, epoch {}, follows {}",
        event.kind(),
        event.stepMillis(),
        event.clockEpoch(),
        clock.state().source());
    derivation.clockStepped(event, clock.state(), stamp, now);
  }

  /**
   * Judges at once when something changed that an alarm may hang on; called after each that was
   * heard. Most are not said once a second, and the bridge should not wait for the next.
   *
   * @return nanoseconds after which to call again at the latest
   */
  long lookWhenUrgent() {
    long now = nanos.getAsLong();
    long wait = urgentLooks.nanosToNext(now);
    if (wait > 0) {
      return wait;
    }
    urgentLooks.looked(now);
    Stamp stamp = clock.now();
    state = look(stamp, now, state.surveyRemarks());
    List<Alert> changes = judge(tick(stamp, now));
    if (!changes.isEmpty()) {
      transitions(changes, stamp, now);
      show();
    }
    return UrgentLooks.IDLE_NANOS;
  }

  private VesselState look(Stamp stamp, long now, List<String> remarks) {
    return new VesselState(
        new Moment(
            Instant.ofEpochMilli(stamp.epochMillis()),
            stamp.clockEpoch(),
            now,
            now - startNanos,
            clock.state()),
        way.look(speed(), now),
        book.states(now),
        derivation.draughts(),
        remarks,
        derivation.naval().picture(),
        surroundings.lines().get());
  }

  private OptionalDouble speed() {
    return book.preferred(Quantities.SPEED_OVER_GROUND.path())
        .map(Held::usable)
        .orElseGet(OptionalDouble::empty);
  }

  private static Tick tick(Stamp stamp, long now) {
    return new Tick(Instant.ofEpochMilli(stamp.epochMillis()), now);
  }

  private List<Alert> judge(Tick now) {
    results = checks.stream().map(check -> new CheckResult(check, check.judge(state))).toList();
    Lookout.Sighting seen = lookouts.look(state, results);
    List<AlertCondition> conditions = new ArrayList<>(seen.conditions());
    conditions.addAll(cams.conditions(now));
    return alerts.update(conditions, seen.undecided(), now);
  }

  /** Acknowledges an alert and the like; the answer is given after the transition is durable. */
  void command(Inbound.Command request) {
    long now = nanos.getAsLong();
    Stamp stamp = clock.now();
    AlertReply outcome = alerts.command(request.command(), tick(stamp, now));
    if (outcome instanceof AlertReply.Done done) {
      transitions(List.of(done.alert()), stamp, now);
      show();
    }
    request.answer().complete(outcome);
  }

  /** Takes what an alert management says, and does what it wants. */
  void traffic(AlertTraffic traffic) {
    long now = nanos.getAsLong();
    Stamp stamp = clock.now();
    List<Alert> changes = cams.hear(traffic, alerts, tick(stamp, now));
    if (!changes.isEmpty()) {
      transitions(changes, stamp, now);
      show();
    }
  }

  /** Silences everything that sounds. */
  void silenceAll(Inbound.SilenceAll request) {
    long now = nanos.getAsLong();
    Stamp stamp = clock.now();
    List<Alert> silenced = alerts.silenceAll(tick(stamp, now));
    if (!silenced.isEmpty()) {
      transitions(silenced, stamp, now);
      show();
    }
    request.answer().complete(silenced.size());
  }

  /**
   * Freezes how she lies. It is durable when the answer is given; a baseline then begins the stay,
   * from which the cargo is measured as a difference, and a departure ends it.
   */
  void record(Inbound.Record request) {
    RecordOutcome outcome =
        surroundings
            .records()
            .keep(
                RecordDraft.of(
                    request.moment(),
                    rules.vessel(),
                    request.voyage(),
                    state,
                    results,
                    rules.ship()),
                request.by());
    if (outcome instanceof RecordOutcome.Kept kept) {
      derivation.naval().recorded(request.moment(), state);
      log.info("{} record {} by {}", request.moment(), kept.kept().number(), request.by());
      commit();
      show();
    }
    request.answer().complete(outcome);
  }

  /** Records transitions, makes them durable with everything before them, then tells the shore. */
  private void transitions(List<Alert> changes, Stamp stamp, long now) {
    for (Alert change : changes) {
      AlertMessage alert = change.said();
      String source = alert.instance() == 1 ? OWN_SOURCE : OWN_SOURCE + "." + alert.instance();
      book.hear(
          Quantities.alertState(alert.id(), alert.title()),
          source,
          "",
          OptionalDouble.of(alert.state().ordinal()),
          Quality.GOOD,
          stamp,
          now);
      log.info(
          "alert {} {} {} {}: {}",
          alert.id(),
          alert.title(),
          alert.priority(),
          alert.state(),
          alert.text());
    }
    commit();
    changes.forEach(alert -> surroundings.alertsAshore().accept(alert.said()));
    cams.transitions(changes, alerts.active(), tick(stamp, now));
  }

  /** Gives everything heard so far to the outbox. */
  void commit() {
    long overrun = queue.dropped();
    committer.drop(overrun - overrunKnown);
    overrunKnown = overrun;
    alerts.memory().forEach(committer::remember);
    derivation.remember(committer);
    committer.commit(clock.now());
  }

  private void show() {
    surroundings
        .screens()
        .accept(
            new Snapshot(
                outbox.stream().hex(),
                state,
                results,
                alerts.active(),
                alerts.history(),
                outbox.counts(),
                surroundings.link().get(),
                counts()));
  }

  private PipelineCounts counts() {
    return new PipelineCounts(
        queue.offered(),
        committer.given(),
        committer.dropped(),
        book.thinned(),
        gated,
        committer.waitingReadings(),
        alerts.raised(),
        committer.failure(),
        derivation.timing());
  }
}
