package org.plimsoll.bench.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.ReceiptMessage;
import org.plimsoll.telemetry.RequestMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.Topics;

/**
 * Everything that goes wrong. Each seed has its own selection of faults; most of them come in
 * storms of some minutes, in which readings come fast as well, and some at any time.
 */
final class Weather {

  /** What can go wrong. */
  enum Fault {
    OUTAGE,
    BREAK,
    DELAY,
    MISBEHAVING_BROKER,
    BROKER_DOWN,
    BROKER_FORGETS,
    SHIP_DOWN,
    SHIP_CUT_WHILE_WRITING,
    SYNC_FAILS,
    DISK_FULL,
    DISK_FAILING,
    DAMAGE,
    SHORE_DOWN,
    SHORE_CUT_WHILE_WORKING,
    SHORE_PUBLISH_FAILS,
    STORE_AWAY,
    STORE_ERRORS,
    STORE_RESTORED,
    SLOW_NEWS,
    CLOCK,
    OVERRUN,
    ALERTS,
    HOSTILE
  }

  private final Timeline timeline;
  private final SplittableRandom dice;
  private final Chronicle chronicle;
  private final Topics topics;
  private final SimulatedDisk disk;
  private final SimulatedShip ship;
  private final SimulatedBroker broker;
  private final SimulatedShore shore;
  private final List<Fault> faults;
  private boolean calm;
  private long count;

  Weather(
      Timeline timeline,
      SplittableRandom dice,
      Chronicle chronicle,
      Topics topics,
      SimulatedDisk disk,
      SimulatedShip ship,
      SimulatedBroker broker,
      SimulatedShore shore) {
    this.timeline = timeline;
    this.dice = dice;
    this.chronicle = chronicle;
    this.topics = topics;
    this.disk = disk;
    this.ship = ship;
    this.broker = broker;
    this.shore = shore;
    // some seeds know few faults, so that nothing covers up for what one of them does
    int share = 1 + dice.nextInt(4);
    this.faults =
        List.of(Fault.values()).stream().filter(fault -> dice.nextInt(4) < share).toList();
  }

  /** How many faults there were. */
  long count() {
    return count;
  }

  /** Everything works from now on. */
  void clear() {
    calm = true;
    chronicle.note("all faults end");
    disk.turn(SimulatedDisk.Health.GOOD);
    ship.link().delay(50, 20);
    ship.link().comeUp();
    broker.misbehave(0, 0, 0);
    broker.comeUp();
    shore.store().comeBack();
    shore.store().answerErrors(false);
    shore.failPublishes(0);
    shore.delayNews(1);
  }

  /** The link is down for a day or more. */
  void longOutage() {
    chronicle.note("a long outage");
    count++;
    ship.link().goDown();
    timeline.afterMillis(12 * 3_600_000L + dice.nextLong(24 * 3_600_000L), ship.link()::comeUp);
  }

  /** Something happens, unless the weather is fine now. */
  void strike() {
    if (calm || faults.isEmpty()) {
      return;
    }
    Fault fault = faults.get(dice.nextInt(faults.size()));
    chronicle.note(fault.toString());
    count++;
    switch (fault) {
      case OUTAGE, BREAK, DELAY -> link(fault);
      case MISBEHAVING_BROKER, BROKER_DOWN, BROKER_FORGETS -> broker(fault);
      case SHIP_DOWN -> ship.crash(2_000 + some());
      case SHIP_CUT_WHILE_WRITING -> disk.cutPowerWithin(60);
      case SYNC_FAILS -> disk.failNextSync();
      case DISK_FULL -> disk(SimulatedDisk.Health.FULL);
      case DISK_FAILING -> disk(SimulatedDisk.Health.FAILING);
      case DAMAGE -> chronicle.note("damaged: " + disk.damage());
      case SHORE_DOWN, SHORE_CUT_WHILE_WORKING, SHORE_PUBLISH_FAILS, SLOW_NEWS -> shore(fault);
      case STORE_AWAY, STORE_ERRORS, STORE_RESTORED -> store(fault);
      case CLOCK -> stepClock();
      case OVERRUN -> ship.overrun(1 + dice.nextInt(50));
      case ALERTS -> alert();
      case HOSTILE -> hostile();
    }
  }

  /** A time in ms: mostly seconds, sometimes minutes, seldom up to two hours. */
  private long some() {
    int kind = dice.nextInt(40);
    if (kind < 30) {
      return dice.nextLong(20_000);
    }
    return kind < 39 ? dice.nextLong(300_000) : dice.nextLong(2 * 3_600_000L);
  }

  private void link(Fault fault) {
    if (fault == Fault.OUTAGE) {
      ship.link().goDown();
      timeline.afterMillis(some(), ship.link()::comeUp);
    } else if (fault == Fault.BREAK) {
      ship.link().breakConnections();
    } else if (!calm) {
      long least = 10 + dice.nextLong(1_500);
      ship.link().delay(least, 1 + dice.nextLong(least));
    }
  }

  private void broker(Fault fault) {
    if (fault == Fault.MISBEHAVING_BROKER) {
      broker.misbehave(1 + dice.nextInt(6), 4 + dice.nextInt(30), 4 + dice.nextInt(30));
      timeline.afterMillis(60_000 + some(), () -> broker.misbehave(0, 0, 0));
      return;
    }
    broker.goDown(fault == Fault.BROKER_FORGETS);
    timeline.afterMillis(500 + some(), broker::comeUp);
  }

  private void disk(SimulatedDisk.Health health) {
    disk.turn(health);
    timeline.afterMillis(
        1_000 + dice.nextLong(120_000), () -> disk.turn(SimulatedDisk.Health.GOOD));
  }

  private void shore(Fault fault) {
    if (fault == Fault.SHORE_DOWN && shore.isRunning()) {
      shore.crash();
      timeline.afterMillis(
          1_000 + some(),
          () -> {
            if (!shore.isRunning()) {
              chronicle.note("the shore starts");
              shore.start();
            }
          });
    } else if (fault == Fault.SHORE_CUT_WHILE_WORKING) {
      shore.crashWithin(40);
    } else if (fault == Fault.SHORE_PUBLISH_FAILS) {
      shore.failPublishes(1 + dice.nextInt(10));
      timeline.afterMillis(60_000, () -> shore.failPublishes(0));
    } else if (fault == Fault.SLOW_NEWS) {
      shore.delayNews(dice.nextLong(20_000));
      timeline.afterMillis(some(), () -> shore.delayNews(1));
    }
  }

  private void store(Fault fault) {
    SimulatedStore store = shore.store();
    if (fault == Fault.STORE_AWAY) {
      store.goAway();
      timeline.afterMillis(some(), store::comeBack);
    } else if (fault == Fault.STORE_ERRORS) {
      store.answerErrors(true);
      timeline.afterMillis(some(), () -> store.answerErrors(false));
    } else {
      store.goAway();
      timeline.afterMillis(
          10_000 + some(),
          () -> {
            chronicle.note("the store is restored without its last " + store.restore() + " points");
            store.comeBack();
          });
    }
  }

  private void stepClock() {
    Duration[] steps = {
      Duration.ofMillis(dice.nextLong(2_000)),
      Duration.ofSeconds(dice.nextLong(7_200)),
      Duration.ofDays(1),
      Duration.ofDays(1024 * 7)
    };
    Duration by = steps[dice.nextInt(dice.nextInt(8) == 0 ? steps.length : 2)];
    boolean back = dice.nextBoolean();
    Instant to = back ? ship.clock().minus(by) : ship.clock().plus(by);
    if (to.isAfter(Voyage.EARLIEST) && to.isBefore(Voyage.LATEST)) {
      ship.stepClock(back ? by.negated() : by);
      chronicle.note("the ship's clock is set to " + to);
    }
  }

  private void alert() {
    AlertState[] states = AlertState.values();
    ship.alert(
        new AlertMessage(
            10_000 + dice.nextInt(5),
            1,
            AlertPriority.WARNING,
            states[dice.nextInt(states.length)],
            "title",
            "text",
            ship.clock(),
            ship.clock(),
            Optional.empty(),
            (int) count));
  }

  /** Messages that nobody of ours sent. */
  private void hostile() {
    StreamId stream = dice.nextBoolean() ? disk.stream : StreamId.random(dice);
    long beyond = Math.max(1, 1_000_000 + dice.nextInt(1000));
    Range range = new Range(beyond, beyond + dice.nextInt(1000));
    byte[] noise = new byte[1 + dice.nextInt(200)];
    dice.nextBytes(noise);
    switch (dice.nextInt(4)) {
      case 0 -> {
        Topics.Kind lane = dice.nextBoolean() ? Topics.Kind.BLOCKS : Topics.Kind.BACKLOG;
        broker.take(topics.topic(Voyage.VESSEL, lane), noise, false);
      }
      case 1 -> broker.take(topics.receipts(Voyage.VESSEL), noise, false);
      case 2 ->
          broker.take(
              topics.receipts(Voyage.VESSEL),
              Messages.toJson(new ReceiptMessage(stream, List.of(range))),
              false);
      default ->
          broker.take(
              topics.requests(Voyage.VESSEL),
              Messages.toJson(new RequestMessage(stream, List.of(range, new Range(1, 5)))),
              false);
    }
  }
}
