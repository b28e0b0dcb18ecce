package org.plimsoll.vessel.uplink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.Messages;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttFailure;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.telemetry.mqtt.SessionOptions;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.PendingBlock;
import org.plimsoll.vessel.outbox.PendingOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the uplink thread does: seal, send, hear receipts. Confined to the uplink thread; time comes
 * from outside, so that a test can be that thread.
 *
 * <p>Lanes, in this order: what a reader needs first (status, channel table), alerts, the newest
 * block, blocks whose receipt is overdue, the backlog from its oldest block on. Two places of the
 * window are kept free of backlog, so that the newest never waits behind it.
 */
final class UplinkLoop implements Link.Owner {

  private static final Logger LOG = LoggerFactory.getLogger(UplinkLoop.class);

  private static final int RESERVED_FOR_NEWEST = 2;

  /** Most blocks that are kept apart on one connection, in flight or refused. */
  private static final int MAX_FLIGHTS = 256;

  /** After a failure of the outbox it is left alone for this long. */
  private static final Duration OUTBOX_PAUSE = Duration.ofSeconds(1);

  private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(1).toNanos();

  /** Room for the fixed header, the packet identifier and the properties of a publish. */
  private static final int PUBLISH_OVERHEAD_BYTES = 32;

  private final UplinkConfig config;
  private final ShipFacts ship;
  private final Topics topics;
  private final Outbox outbox;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Link link;
  private final AlertLane alerts = new AlertLane();
  private final Flights flights;
  private final Inbox inbox;
  private final Announcements announcements;
  private final List<CompletableFuture<Boolean>> drains = new ArrayList<>();

  private long newestOffered;
  private long sealDueNanos;
  private boolean sealWanted;
  private long outboxPausedUntilNanos;
  private boolean outboxFailing;

  private long bytesSent;
  private long blocksSent;
  private long refused;

  UplinkLoop(
      UplinkConfig config,
      ShipFacts ship,
      Outbox outbox,
      SessionFactory sessions,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random,
      Consumer<Runnable> post) {
    this.config = config;
    this.ship = ship;
    this.topics = new Topics(config.topicPrefix());
    this.outbox = outbox;
    this.clock = clock;
    this.nanos = nanos;
    this.flights = new Flights(config.receiptTimeout());
    this.inbox = new Inbox(topics, ship.vessel(), outbox, flights, clock);
    this.announcements = new Announcements(topics, ship, outbox, clock);
    this.link = new Link(sessions, this, post, clock, nanos, random);
    this.sealDueNanos = nanos.getAsLong();
    this.outboxPausedUntilNanos = nanos.getAsLong();
  }

  /**
   * Does what is due.
   *
   * @return nanoseconds after which to call again, unless something is posted before
   */
  long step() {
    link.tick();
    if (nanos.getAsLong() - outboxPausedUntilNanos >= 0) {
      try {
        sealWhenDue();
        sendWhatMayBeSent();
        noteOutboxWorks();
      } catch (OutboxFailure e) {
        noteOutboxFails(e);
      }
    }
    finishDrains();
    return nanosToNext();
  }

  void wake() {
    sealWanted = true;
  }

  void addAlert(AlertMessage alert) {
    alerts.add(alert);
  }

  void drain(CompletableFuture<Boolean> drained) {
    drains.add(drained);
  }

  void linkFails(String reason) {
    link.fail(reason);
  }

  /** Ends the connection in an orderly way. */
  void shutDown() {
    link.goodbye(topics.status(ship.vessel()), announcements.status(false));
    drains.forEach(drained -> drained.complete(outbox.counts().isDrained()));
    drains.clear();
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
        refused + inbox.ignored());
  }

  private void sealWhenDue() throws OutboxFailure {
    long now = nanos.getAsLong();
    boolean draining = !drains.isEmpty() && outbox.counts().unsealedRows() > 0;
    if (!sealWanted && !draining && now - sealDueNanos < 0) {
      return;
    }
    outbox.seal();
    if (!link.isUp()) {
      outbox.repack();
    }
    sealWanted = false;
    Duration interval = link.isUp() ? config.sealEvery() : config.sealEveryOffline();
    boolean more = outbox.counts().unsealedRows() > 0;
    sealDueNanos = now + (more ? 0 : interval.toNanos());
  }

  private void sendWhatMayBeSent() throws OutboxFailure {
    announce();
    sendAlerts();
    sendNewest();
    sendOverdue();
    sendBacklog();
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

  private void announce() {
    Optional<Announcements.Announcement> next = announcements.next();
    while (next.isPresent() && link.canSend()) {
      Announcements.Announcement said = next.get();
      announcements.sent(said);
      bytesSent += said.json().length;
      link.publish(
          said.topic(),
          said.json(),
          true,
          failure -> {
            if (failure.isPresent()) {
              refuse(said.what(), failure.get());
            } else {
              announcements.taken(said);
            }
          });
      next = announcements.next();
    }
  }

  private void sendNewest() throws OutboxFailure {
    if (!link.canSend() || flights.inWindow() >= config.window()) {
      return;
    }
    for (Range newest : outbox.pending(PendingOrder.NEWEST_FIRST, 1)) {
      // once only: when it is receipted, the newest of what is left is backlog
      if (newest.first() > newestOffered && sendBlock(newest)) {
        newestOffered = newest.first();
      }
    }
  }

  private void sendOverdue() throws OutboxFailure {
    for (Range due : flights.due(nanos.getAsLong())) {
      if (link.canSend()) {
        sendBlock(due);
      }
    }
  }

  private void sendBacklog() throws OutboxFailure {
    int places = Math.max(1, config.window() - RESERVED_FOR_NEWEST) - flights.inWindow();
    if (places <= 0 || !link.canSend()) {
      return;
    }
    for (Range range : outbox.pending(PendingOrder.OLDEST_FIRST, flights.size() + places)) {
      if (places > 0 && link.canSend() && !flights.holds(range.first())) {
        sendBlock(range);
        places--;
      }
    }
  }

  /** Whether the block was dealt with: sent, refused, or no longer there. */
  private boolean sendBlock(Range range) throws OutboxFailure {
    Optional<PendingBlock> loaded = outbox.load(range.first());
    if (loaded.isEmpty()) {
      flights.forget(range.first());
      return true;
    }
    PendingBlock block = loaded.get();
    if (block.channelCount() > announcements.channelsTaken()) {
      return false;
    }
    String topic = topics.blocks(ship.vessel());
    long now = nanos.getAsLong();
    if (!link.takes(
        (long) block.body().length
            + topic.getBytes(StandardCharsets.UTF_8).length
            + PUBLISH_OVERHEAD_BYTES)) {
      refuseBlock(block.range(), "is longer than the broker takes");
      return true;
    }
    flights.sent(block.range(), now);
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
    return true;
  }

  private void refuseBlock(Range range, String why) {
    refused++;
    if (flights.refused(range, nanos.getAsLong()) == 1) {
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

  @Override
  public void arrived(InboundMessage message) {
    try {
      inbox.arrived(message);
    } catch (OutboxFailure e) {
      // the shore receipts again what is sent again
      noteOutboxFails(e);
    }
    link.acknowledge(message);
  }

  @Override
  public SessionOptions options() {
    return new SessionOptions(
        config.host(),
        config.port(),
        "vessel-" + ship.vessel(),
        config.credentials(),
        Optional.of(
            new SessionOptions.Will(topics.status(ship.vessel()), announcements.status(false))),
        config.keepAlive(),
        SessionOptions.DEFAULT_RECEIVE_MAXIMUM,
        SessionOptions.DEFAULT_MAXIMUM_PACKET_BYTES);
  }

  @Override
  public List<String> filters() {
    return List.of(topics.receipts(ship.vessel()), topics.requests(ship.vessel()));
  }

  @Override
  public void cameUp() {
    announcements.startOver();
    alerts.repeatActive();
    newestOffered = 0;
    // the newest readings go ashore first
    sealWanted = true;
  }

  @Override
  public void wentDown() {
    flights.clear();
    alerts.startOver();
  }

  private void finishDrains() {
    boolean drained = outbox.counts().isDrained() && alerts.size() == 0;
    for (Iterator<CompletableFuture<Boolean>> it = drains.iterator(); it.hasNext(); ) {
      CompletableFuture<Boolean> waiting = it.next();
      if (drained) {
        waiting.complete(true);
      }
      if (waiting.isDone()) {
        it.remove();
      }
    }
  }

  private void noteOutboxFails(OutboxFailure failure) {
    outboxPausedUntilNanos = nanos.getAsLong() + OUTBOX_PAUSE.toNanos();
    if (!outboxFailing) {
      outboxFailing = true;
      LOG.warn("Nothing can be sent: {}", failure.getMessage());
    }
  }

  private void noteOutboxWorks() {
    if (outboxFailing) {
      outboxFailing = false;
      LOG.info("The outbox can be read again");
    }
  }

  private long nanosToNext() {
    long now = nanos.getAsLong();
    long next = link.nanosToNext(LONGEST_WAIT_NANOS);
    next = Math.min(next, Math.max(0, sealDueNanos - now));
    next = link.canSend() ? flights.nanosToNext(now, next) : next;
    return Math.max(next, Math.max(0, outboxPausedUntilNanos - now));
  }
}
