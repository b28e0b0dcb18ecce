package org.plimsoll.vessel.uplink;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttFailure;
import org.plimsoll.vessel.budget.Windows;
import org.plimsoll.vessel.outbox.MinuteChannels;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.PendingBlock;
import org.plimsoll.vessel.outbox.PendingOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is sent next, and what is in flight.
 *
 * <p>Lanes, in this order: what a reader needs first (status, channel table), alerts, the newest
 * block, blocks whose receipt is overdue, the backlog from its oldest block on. Two places of the
 * window are kept free of backlog, so that the newest never waits behind it; and what has waited
 * goes to a topic of its own, so that the newest never waits ashore behind the backlog of other
 * ships; what is sent again goes where it was sent first. Confined to the uplink thread.
 */
final class Lanes {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private static final int RESERVED_FOR_NEWEST = 2;

  /**
   * So many windows of live blocks one step looks at: a packet that was lost holds the link up for
   * seconds, and what was sealed meanwhile is not backlog yet.
   */
  private static final int LIVE_WINDOWS = 2;

  /** Most blocks that are kept apart on one connection, in flight or refused. */
  static final int MAX_FLIGHTS = 256;

  private final UplinkConfig config;
  private final ShipFacts ship;
  private final Topics topics;
  private final Outbox outbox;
  private final Link link;
  private final AlertLane alerts = new AlertLane();
  private final Flights flights;
  private final Inbox inbox;
  private final Announcements announcements;
  private final Gate gate;

  /** First number of what is live on this connection; 0 until there is a block. */
  private long liveFrom;

  private long bytesSent;
  private long blocksSent;
  private long refused;

  Lanes(
      UplinkConfig config,
      ShipFacts ship,
      Topics topics,
      Outbox outbox,
      Announcements announcements,
      Link link,
      Gate gate,
      InstantSource clock,
      LongSupplier nanos) {
    this.config = config;
    this.ship = ship;
    this.topics = topics;
    this.outbox = outbox;
    this.announcements = announcements;
    this.link = link;
    this.gate = gate;
    this.flights = new Flights(config.receiptTimeout(), nanos);
    this.inbox = new Inbox(topics, ship.vessel(), outbox, flights, clock);
  }

  void opened() {
    announcements.startOver();
    alerts.repeatActive();
    liveFrom = 0;
  }

  void wentDown() {
    flights.clear();
    alerts.startOver();
  }

  void addAlert(AlertMessage alert) {
    alerts.add(alert);
  }

  void arrived(InboundMessage message) throws OutboxFailure {
    inbox.arrived(message);
  }

  /** Sends what may be sent. */
  void send() throws OutboxFailure {
    announce();
    sendAlerts();
    if (!gate.takesBlocks()) {
      liveFrom = 0;
      return;
    }
    if (gate.takesStatisticsOnly()) {
      liveFrom = 0;
      sendStatistics();
    } else {
      sendLive();
    }
    sendOverdue();
    if (gate.takesBacklog()) {
      sendBacklog();
    }
  }

  private void announce() {
    Optional<Announcements.Announcement> next = announcements.next(gate.takesBlocks());
    while (next.isPresent() && link.canSend()) {
      Announcements.Announcement said = next.get();
      announcements.sent(said);
      bytesSent += said.json().length;
      link.publish(
          said.topic(),
          said.json(),
          true,
          failure -> failure.ifPresent(reason -> refuse(said.what(), reason)));
      next = announcements.next(gate.takesBlocks());
    }
  }

  private void sendAlerts() {
    while (link.canSend()) {
      Optional<AlertMessage> next = alerts.take();
      if (next.isEmpty()) {
        return;
      }
      AlertMessage alert = next.get();
      byte[] json = Messages.toJson(alert);
      bytesSent += json.length;
      link.publish(
          topics.alerts(ship.vessel()),
          json,
          false,
          failure -> {
            if (failure.isPresent() && !failure.get().isPermanent()) {
              refuse("alerts", failure.get());
            } else {
              refused += failure.isPresent() ? 1 : 0;
              alerts.answered(alert);
            }
          });
    }
  }

  /** The newest block when the link came up, and all that are younger, the youngest first. */
  private void sendLive() throws OutboxFailure {
    int most = LIVE_WINDOWS * config.window();
    for (Range live : outbox.pending(PendingOrder.NEWEST_FIRST, most)) {
      if (!link.canSend() || flights.inWindow() >= config.window()) {
        return;
      }
      liveFrom = liveFrom == 0 ? live.first() : liveFrom;
      if (live.first() < liveFrom) {
        return;
      }
      if (!flights.holds(live.first())) {
        sendBlock(live, Topics.Kind.BLOCKS);
      }
    }
  }

  /** The newest blocks of statistics, each of a single row; the readings between them wait. */
  private void sendStatistics() throws OutboxFailure {
    for (Range range : outbox.pending(PendingOrder.NEWEST_FIRST, config.window())) {
      boolean may = link.canSend() && flights.inWindow() < config.window();
      if (may && range.first() == range.last() && !flights.holds(range.first())) {
        Optional<PendingBlock> block = outbox.load(range.first());
        if (block.isPresent() && MinuteChannels.fill(block.get(), outbox.channels())) {
          send(block.get(), Topics.Kind.BLOCKS);
        }
      }
    }
  }

  private void sendOverdue() throws OutboxFailure {
    for (Range due : flights.due()) {
      if (link.canSend()) {
        sendBlock(due, flights.lane(due.first()));
      }
    }
  }

  private void sendBacklog() throws OutboxFailure {
    int places = Math.max(1, config.window() - RESERVED_FOR_NEWEST) - flights.inWindow();
    places = Math.min(places, MAX_FLIGHTS - flights.size());
    if (places <= 0 || !link.canSend() || !flights.haveRoom()) {
      return;
    }
    for (Range range : outbox.pending(PendingOrder.OLDEST_FIRST, flights.size() + places)) {
      if (!flights.holds(range.first())) {
        boolean may = link.canSend() && flights.haveRoom() && gate.takesBacklog();
        if (places-- == 0 || !may) {
          return;
        }
        sendBlock(range, Topics.Kind.BACKLOG);
      }
    }
  }

  /** Sends a block, if it is still there and its channels were announced. */
  private void sendBlock(Range range, Topics.Kind lane) throws OutboxFailure {
    Optional<PendingBlock> loaded = outbox.load(range.first());
    if (loaded.isEmpty()) {
      flights.forget(range.first());
      return;
    }
    send(loaded.get(), lane);
  }

  private void send(PendingBlock block, Topics.Kind lane) {
    boolean spent = !gate.takesBlocks(); // by the block before it
    if (spent || block.channelCount() > announcements.channelsSent()) {
      return;
    }
    String topic = topics.topic(ship.vessel(), lane);
    if (!link.takes(topic, block.body().length)) {
      refuseBlock(block.range(), "is longer than the broker takes");
      return;
    }
    flights.sent(block.range(), block.body().length, lane);
    bytesSent += block.body().length;
    blocksSent++;
    link.publish(
        topic,
        block.body(),
        false,
        failure -> {
          if (failure.isPresent() && failure.get().isPermanent()) {
            refuseBlock(block.range(), String.valueOf(failure.get().getMessage()));
          } else {
            failure.ifPresent(reason -> refuse("blocks", reason));
          }
        });
  }

  private void refuseBlock(Range range, String why) {
    refused++;
    if (flights.refused(range) == 1) {
      LOG.warn("Block {} to {} stays aboard: {}", range.first(), range.last(), why);
    } else if (flights.size() > MAX_FLIGHTS) {
      link.fail("the broker refuses every block: " + why);
    }
  }

  /** The broker takes none of these now: the same connection will not do better. */
  private void refuse(String what, MqttFailure failure) {
    if (failure.reasonCode() == MqttFailure.NO_REASON_CODE) {
      link.fail(failure, "");
    } else {
      refused++;
      link.fail(failure, what + ": ");
    }
  }

  int inFlight() {
    return flights.inWindow();
  }

  boolean hasAlerts() {
    return alerts.size() > 0;
  }

  /** Whether an alert waits that opens the link outside of windows. */
  boolean hasUrgentAlerts(Windows windows) {
    return alerts.hasAny(windows::areOverriddenBy);
  }

  long nanosToNext(long atMost) {
    return link.canSend() && gate.takesBlocks() ? flights.nanosToNext(atMost) : atMost;
  }

  LinkStatus status() {
    return new LinkStatus(
        link.state(),
        link.since(),
        link.detail(),
        bytesSent,
        blocksSent,
        flights.inWindow(),
        inbox.lastReceipt(),
        link.outages(),
        alerts.size(),
        alerts.dropped(),
        refused + inbox.ignored(),
        gate.spending());
  }
}
