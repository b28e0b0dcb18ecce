package org.plimsoll.bench.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.plimsoll.bench.simulation.SimulatedStore.ReadingKey;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.budget.Rations;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.clock.GatewayClock;
import org.plimsoll.vessel.clock.LastKnown;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.MinuteChannels;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.StoredOutbox;
import org.plimsoll.vessel.pipeline.Committer;
import org.plimsoll.vessel.pipeline.Held;
import org.plimsoll.vessel.uplink.LinkStatus;
import org.plimsoll.vessel.uplink.ShipFacts;
import org.plimsoll.vessel.uplink.UplinkConfig;
import org.plimsoll.vessel.uplink.UplinkCore;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** The vessel's process: the product's clock, committer, outbox and uplink, from life to life. */
final class SimulatedShip {

  private static final List<Quantity> QUANTITIES =
      List.of(Quantities.TRIM, Quantities.LIST, Quantities.SPEED_OVER_GROUND, Quantities.ROLL);

  private static final String SOURCE = "line";

  /** The link may be up for so long after its window. */
  private static final Duration LINGER = Duration.ofSeconds(20);

  private static final int MAX_ALERTS_WAITING = 256;

  /** Turns without any time passing: the uplink would take the whole processor. */
  private static final int MAX_IDLE_TURNS = 10_000;

  private final Timeline timeline;
  private final SplittableRandom dice;
  private final Chronicle chronicle;
  private final SimulatedDisk disk;
  private final SimulatedLink link;
  private final Witness witness;
  private UplinkConfig uplinkConfig;
  private SpentBytes spent;
  private final OutboxConfig outboxConfig;
  private final BlockCodec codec = new BlockCodec();
  private final InstantSource os = this::osTime;
  private Instant osEpoch = Voyage.EPOCH;
  private Optional<Life> life = Optional.empty();
  private int lives;

  SimulatedShip(
      Timeline timeline,
      SplittableRandom dice,
      Chronicle chronicle,
      SimulatedDisk disk,
      SimulatedBroker broker,
      Witness witness,
      UplinkConfig uplinkConfig,
      OutboxConfig outboxConfig) {
    this.timeline = timeline;
    this.dice = dice;
    this.chronicle = chronicle;
    this.disk = disk;
    this.link = new SimulatedLink(timeline, dice.split(), chronicle, broker, this::check);
    this.witness = witness;
    this.uplinkConfig = uplinkConfig;
    this.spent = new SpentBytes(uplinkConfig.rations().budget().dayBytes(), this::osTime);
    this.outboxConfig = outboxConfig;
  }

  private Instant osTime() {
    return osEpoch.plusNanos(timeline.nanos());
  }

  /** Somebody sets the operating system's clock. */
  void stepClock(Duration by) {
    osEpoch = osEpoch.plus(by);
    spent.clockSet();
  }

  Instant clock() {
    return osTime();
  }

  SimulatedLink link() {
    return link;
  }

  boolean isRunning() {
    return life.isPresent();
  }

  void start() {
    if (life.isPresent()) {
      return;
    }
    lives++;
    try {
      StoredOutbox outbox = StoredOutbox.open(disk, outboxConfig, DataOrigin.SIMULATED, os);
      life = Optional.of(new Life(outbox));
      life.get().turnSoon(0);
    } catch (OutboxFailure e) {
      chronicle.note("the ship cannot start: " + e.getMessage());
      timeline.afterMillis(5_000, this::start);
    } catch (PowerCut cut) {
      disk.powerIsGone();
      timeline.afterMillis(5_000, this::start);
    }
  }

  /** The power goes; it is back after a while. */
  void crash(long backAfterMillis) {
    life = Optional.empty();
    disk.powerIsGone();
    spent.powerIsGone();
    link.shipIsGone();
    timeline.afterMillis(
        backAfterMillis,
        () -> {
          if (life.isEmpty()) {
            chronicle.note("the ship starts");
            start();
          }
        });
  }

  /** The link costs nothing any more; the gateway is started with that in its file. */
  void comeAlongside() {
    if (uplinkConfig.rations().equals(Rations.NONE)) {
      return;
    }
    uplinkConfig = SimulatedRations.lifted(uplinkConfig);
    spent = new SpentBytes(OptionalLong.empty(), this::osTime);
    chronicle.note("the ship comes alongside");
    if (life.isPresent()) {
      crash(2_000);
    }
  }

  void measure(int readings) {
    guarded(current -> current.measure(readings));
  }

  /** Readings were lost before they could be committed. */
  void overrun(long readings) {
    guarded(current -> current.committer.drop(readings));
  }

  void wake() {
    guarded(
        current -> {
          current.core.wake();
          current.turn();
        });
  }

  void alert(AlertMessage alert) {
    guarded(
        current -> {
          current.core.addAlert(alert);
          current.turn();
        });
  }

  /** What the outbox counts, while the ship runs. */
  Optional<OutboxCounts> counts() {
    return life.map(current -> current.outbox.counts());
  }

  private void guarded(Consumer<Life> work) {
    if (life.isEmpty()) {
      return;
    }
    try {
      work.accept(life.get());
    } catch (PowerCut cut) {
      chronicle.note(String.valueOf(cut.getMessage()));
      crash(2_000 + dice.nextLong(60_000));
    }
  }

  private void check(byte[] payload, boolean isFirst) {
    spent.block(payload.length);
    if (isFirst) {
      checkNewestIsFirst(payload);
    }
  }

  /** What is newest is what the shore wants to know when the link is back. */
  private void checkNewestIsFirst(byte[] payload) {
    if (life.filter(Life::sendsStatistics).isPresent()) {
      return;
    }
    long newest = disk.pending.isEmpty() ? 0 : disk.pending.lastEntry().getValue().last();
    if (codec.decode(payload) instanceof BlockResult.Good good
        && good.block().channelCount() > 0
        && good.block().last() != newest) {
      throw new Broken(
          "the first block of a connection is "
              + good.block().range()
              + ", the newest ends with "
              + newest);
    }
  }

  /** From a start to the next loss of power. */
  private final class Life {
    private final StoredOutbox outbox;
    private final GatewayClock clock;
    private final Committer committer;
    private final UplinkCore core;
    private final List<Held> channels;
    private final List<Held> minutes;
    private final Deque<Runnable> mailbox = new ArrayDeque<>();
    private final long knownBefore;
    private long turnMoment = Long.MAX_VALUE;
    private long lastTurn;
    private int idleTurns;
    private long linkWantedNanos = timeline.nanos();

    Life(StoredOutbox outbox) {
      this.outbox = outbox;
      this.clock = new GatewayClock(os, timeline::nanos, LastKnown.from(outbox.memory()));
      this.committer = new Committer(outbox);
      this.channels =
          QUANTITIES.stream()
              .map(quantity -> new Held(new ChannelKey(pathOf(quantity), SOURCE), quantity, SOURCE))
              .toList();
      this.minutes =
          QUANTITIES.stream()
              .map(MinuteChannels::mean)
              .map(quantity -> new Held(new ChannelKey(pathOf(quantity), SOURCE), quantity, SOURCE))
              .toList();
      this.knownBefore = witness.acceptedOrLost();
      this.core =
          new UplinkCore(
              uplinkConfig,
              new ShipFacts(Voyage.VESSEL, "simulated", "life " + lives, "0", DataOrigin.SIMULATED),
              outbox,
              link,
              os,
              timeline::nanos,
              dice.split(),
              this::post);
    }

    private static String pathOf(Quantity quantity) {
      return quantity.path();
    }

    void measure(int readings) {
      clock.observe().ifPresent(event -> chronicle.note("the ship's clock: " + event.kind()));
      for (int i = 0; i < readings; i++) {
        Held channel = channels.get(i % channels.size());
        Stamp stamp = clock.now();
        OptionalLong tick = channel.nextTick(stamp);
        if (tick.isPresent()) {
          long value = dice.nextLong(10_000);
          witness.offered(
              new ReadingKey(
                  pathOf(QUANTITIES.get(i % channels.size())),
                  SOURCE,
                  stamp.clockEpoch(),
                  tick.getAsLong()),
              value);
          committer.add(
              stamp.clockEpoch(), channel, tick.getAsLong(), Quality.GOOD, OptionalLong.of(value));
        }
      }
      if (sendsStatistics()) {
        measureMinute();
      }
      committer.remember(Spending.MEMORY, core.status().spending().memory());
      committer.commit(clock.now());
      if (committer.waitingReadings() == 0) {
        spent.remembered();
      }
      checkConservation();
    }

    /** A commit group of statistics, which may go ashore before the readings that it is of. */
    private void measureMinute() {
      committer.cut();
      for (Held channel : minutes) {
        Stamp stamp = clock.now();
        OptionalLong tick = channel.nextTick(stamp);
        if (tick.isPresent()) {
          long value = dice.nextLong(10_000);
          String path = MinuteChannels.mean(QUANTITIES.get(minutes.indexOf(channel))).path();
          witness.offered(
              new ReadingKey(path, SOURCE, stamp.clockEpoch(), tick.getAsLong()), value);
          committer.add(
              stamp.clockEpoch(), channel, tick.getAsLong(), Quality.GOOD, OptionalLong.of(value));
        }
      }
      committer.cut();
    }

    private void checkConservation() {
      long known = witness.acceptedOrLost() - knownBefore;
      if (committer.waitingReadings() == 0 && committer.given() != known) {
        throw new Broken(
            committer.given()
                + " readings were given since the start, "
                + known
                + " are accepted or recorded as lost");
      }
    }

    boolean sendsStatistics() {
      return core.status().spending().level() == Level.STATISTICS;
    }

    void turnSoon(long afterNanos) {
      long moment = timeline.nanos() + afterNanos;
      if (moment < turnMoment) {
        turnMoment = moment;
        timeline.at(moment, () -> due(moment));
      }
    }

    private void due(long moment) {
      if (moment == turnMoment) {
        turnMoment = Long.MAX_VALUE;
        if (life.filter(current -> current == this).isPresent()) {
          guarded(Life::turn);
        }
      }
    }

    private void turn() {
      while (!mailbox.isEmpty()) {
        mailbox.poll().run();
      }
      LinkStatus before = core.status();
      long wait = core.step();
      checkRations(before, core.status());
      idleTurns = timeline.nanos() == lastTurn ? idleTurns + 1 : 0;
      lastTurn = timeline.nanos();
      if (idleTurns > MAX_IDLE_TURNS || core.status().alertsWaiting() > MAX_ALERTS_WAITING) {
        throw new Broken(idleTurns + " turns at once, " + core.status());
      }
      turnSoon(wait);
    }

    private void checkRations(LinkStatus before, LinkStatus after) {
      boolean spent =
          before.spending().level() == Level.ALERTS_ONLY
              && after.spending().level() == Level.ALERTS_ONLY;
      if (spent && after.blocksSent() > before.blocksSent()) {
        throw new Broken("a block went though the budget is spent: " + after);
      }
      if (uplinkConfig.rations().windows().areOpen(os.instant()) || after.alertsWaiting() > 0) {
        linkWantedNanos = timeline.nanos();
      }
      if (after.state() == LinkStatus.State.UP
          && timeline.nanos() - linkWantedNanos > LINGER.toNanos()) {
        throw new Broken("the link is up outside of its windows: " + after);
      }
    }

    private void post(Runnable event) {
      mailbox.add(event);
      turnSoon(0);
    }
  }

  /** What the outbox counts must add up. */
  void checkCounts() {
    counts()
        .ifPresent(
            counts -> {
              if (counts.accepted()
                  != counts.acknowledged() + counts.gapRecorded() + counts.pending()) {
                throw new Broken("the outbox's counts do not add up: " + counts);
              }
            });
  }
}
