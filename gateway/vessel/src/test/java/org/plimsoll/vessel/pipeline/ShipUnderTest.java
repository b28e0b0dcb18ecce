package org.plimsoll.vessel.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.vessel.alert.AlertCommand;
import org.plimsoll.vessel.alert.AlertReply;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.check.CheckResult;
import org.plimsoll.vessel.check.Verdict;
import org.plimsoll.vessel.clock.GatewayClock;
import org.plimsoll.vessel.clock.LastKnown;
import org.plimsoll.vessel.line.AlertTraffic;
import org.plimsoll.vessel.line.Heard;
import org.plimsoll.vessel.line.LineCounts;
import org.plimsoll.vessel.line.LineState;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.vessel.record.RecordOutcome;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.uplink.LinkStatus;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** The reference ferry with sensors that say what a test wants, on virtual time. */
final class ShipUnderTest {

  static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  /** A directory that cannot be made: a file stands in its way. */
  private static final Path NOWHERE = Path.of("pom.xml", "records");

  final ShipRules rules = ReferenceShipRules.read();
  final PipelineQueue queue = new PipelineQueue();
  final OutboxFake outbox;
  final List<AlertMessage> ashore = new ArrayList<>();
  final List<String> alertLine = new ArrayList<>();
  final Map<String, LineState> lines = new HashMap<>();
  final double[] draughts = new double[6];
  double weightKilograms;
  boolean moving;
  boolean draughtsSpeak = true;
  boolean bridgeSpeaks = true;
  boolean counterSpeaks = true;
  boolean deckSpeaks = true;
  boolean hullSpeaks = true;
  double rollRadians;
  double deckKilograms;

  /** 110 t of sea water on an even keel. */
  double soundingMetres = 110 / 1.025 / 40;

  double densityKilograms = 1021.5;
  double keelDepthMetres = 5;
  double speedMetresPerSecond;
  double direction = 1;
  int passengers = 20;
  Spending spending = Spending.NOTHING;
  Instant osTime;
  Snapshot latest;
  private long nanos = 5;
  private final Pipeline pipeline;

  ShipUnderTest() {
    this(new OutboxFake(), START);
  }

  /** The ship after a restart on what was committed before. */
  ShipUnderTest(OutboxFake outbox, Instant start) {
    this(outbox, start, RecordBook.open(NOWHERE));
  }

  /** The same with records that are kept. */
  ShipUnderTest(OutboxFake outbox, Instant start, RecordBook records) {
    this.outbox = outbox;
    this.osTime = start;
    Arrays.fill(draughts, 4.40);
    InstantSource os = () -> osTime;
    this.pipeline =
        new Pipeline(
            rules,
            queue,
            outbox,
            new Surroundings(
                this::lineStatuses,
                this::link,
                ashore::add,
                this::said,
                shown -> latest = shown,
                records),
            new GatewayClock(os, () -> nanos, LastKnown.from(outbox.memory())),
            () -> nanos);
  }

  private void said(String line, List<String> sentences) {
    sentences.forEach(sentence -> alertLine.add(line + " " + sentence.strip()));
  }

  void traffic(AlertTraffic traffic) {
    pipeline.traffic(traffic);
  }

  private List<LineStatus> lineStatuses() {
    return rules.lines().stream()
        .map(
            line ->
                new LineStatus(
                    line.id(),
                    line.dialect().protocol(),
                    line.transport().device(),
                    lines.getOrDefault(line.id(), LineState.GREEN),
                    lines.containsKey(line.id()) ? "no such device" : "",
                    OptionalLong.empty(),
                    new LineCounts(0, 0, 0, 0, 0, Map.of(), 0, 0, 0)))
        .toList();
  }

  private LinkStatus link() {
    return new LinkStatus(
        LinkStatus.State.DOWN, START, "", 0, 0, 0, Optional.empty(), 0, 0, 0, 0, spending);
  }

  /** Lets seconds pass, in which every sensor speaks as usual. */
  ShipUnderTest run(int seconds) {
    for (int i = 0; i < seconds; i++) {
      speak();
      pass(Duration.ofMillis(500));
      if (bridgeSpeaks) {
        weigh();
      }
      pass(Duration.ofMillis(500));
      pipeline.everySecond();
    }
    return this;
  }

  private void speak() {
    if (hullSpeaks) {
      hear(
          "hull",
          "hull.YXXDR",
          Reading.good(Quantities.ROLL, rollRadians),
          Reading.good(Quantities.of("tanks.ballast.1.sounding").orElseThrow(), soundingMetres),
          Reading.good(Quantities.of("tanks.ballast.2.ullage").orElseThrow(), 4.2 - soundingMetres),
          Reading.good(Quantities.WATER_DENSITY, densityKilograms));
      hear(
          "gps",
          "gps.SDDPT",
          Reading.good(Quantities.DEPTH_BELOW_KEEL, keelDepthMetres),
          Reading.good(Quantities.SPEED_OVER_GROUND, speedMetresPerSecond));
    }
    if (deckSpeaks) {
      hear("deck", "deck", Reading.good(Quantities.DECK_LOAD_FORWARD, deckKilograms));
    }
    if (counterSpeaks) {
      hear(
          "counter",
          "counter.YXXDR",
          Reading.good(Quantities.PASSENGERS_ON_BOARD, passengers),
          Reading.good(Quantities.RAMP_DIRECTION, direction));
    }
    if (draughtsSpeak) {
      Quantity[] marks = {
        Quantities.DRAUGHT_FORWARD_PORT,
        Quantities.DRAUGHT_FORWARD_STARBOARD,
        Quantities.DRAUGHT_MIDSHIP_PORT,
        Quantities.DRAUGHT_MIDSHIP_STARBOARD,
        Quantities.DRAUGHT_AFT_PORT,
        Quantities.DRAUGHT_AFT_STARBOARD
      };
      for (int i = 0; i < marks.length; i++) {
        if (!Double.isNaN(draughts[i])) {
          hear("draught", "draught." + (i + 1), Reading.good(marks[i], draughts[i]));
        }
      }
    }
  }

  /** What the thread does after each that was heard; returns milliseconds until the next call. */
  long lookWhenUrgent() {
    return Duration.ofNanos(pipeline.lookWhenUrgent()).toMillis();
  }

  private void weigh() {
    hear(
        "weighbridge",
        "weighbridge",
        new Reading(
            Quantities.WEIGHBRIDGE_MASS,
            OptionalDouble.of(weightKilograms),
            moving ? Quality.DEGRADED : Quality.GOOD));
  }

  /** A vehicle rolls over the weighbridge, in a few seconds. */
  void roll(double kilograms, double way) {
    direction = way;
    weightKilograms = kilograms;
    run(2);
    weightKilograms = 0;
    run(2);
  }

  void hear(String line, String source, Reading... readings) {
    pipeline.hear(new Heard(line, source, List.of(readings)));
  }

  /** A satellite receiver with a fix says the time. */
  void saysTime(String line, Instant utc) {
    pipeline.hear(new Heard(line, line + ".GPZDA", List.of(), Optional.of(utc)));
  }

  AlertReply command(AlertCommand command) {
    CompletableFuture<AlertReply> answer = new CompletableFuture<>();
    pipeline.command(new Inbound.Command(command, answer));
    return answer.join();
  }

  int silenceAll() {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    pipeline.silenceAll(new Inbound.SilenceAll(answer));
    return answer.join();
  }

  RecordOutcome record(DepartureRecord.Moment moment) {
    CompletableFuture<RecordOutcome> answer = new CompletableFuture<>();
    pipeline.record(new Inbound.Record(moment, "voyage 12", "C/O", answer));
    return answer.join();
  }

  void pass(Duration time) {
    nanos += time.toNanos();
    osTime = osTime.plus(time);
  }

  void second() {
    pass(Duration.ofSeconds(1));
    pipeline.everySecond();
  }

  ChannelState channel(Quantity quantity) {
    return latest.state().channel(quantity).orElseThrow();
  }

  Verdict verdict(String check) {
    return result(check).finding().verdict();
  }

  CheckResult result(String check) {
    return latest.checks().stream()
        .filter(one -> one.check().id().equals(check))
        .findFirst()
        .orElseThrow();
  }
}
