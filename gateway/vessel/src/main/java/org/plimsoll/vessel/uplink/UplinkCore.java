package org.plimsoll.vessel.uplink;

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
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.telemetry.mqtt.SessionOptions;
import org.plimsoll.vessel.budget.Rationing;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The uplink without its thread: seal, send, hear receipts.
 *
 * <p>A state machine. Its events are {@link #step} when time has passed, what sessions post, and
 * {@link #wake}, {@link #addAlert}, {@link #drain}; its effects are calls of the outbox and of the
 * sessions that it makes. Time, randomness and the network come from outside, and it starts
 * nothing, so that a test or a simulation can be its thread. Confined to one thread.
 */
public final class UplinkCore implements Link.Owner {

  private static final Logger LOG = LoggerFactory.getLogger(UplinkCore.class);

  /** After a failure of the outbox it is left alone for this long, twice as long after the next. */
  private static final Duration OUTBOX_PAUSE = Duration.ofSeconds(1);

  private static final int MAX_DOUBLINGS = 3;

  private final UplinkConfig config;
  private final ShipFacts ship;
  private final Topics topics;
  private final Outbox outbox;
  private final LongSupplier nanos;
  private final Rationing rationing;
  private final Link link;
  private final Gate gate;
  private final Announcements announcements;
  private final Lanes lanes;
  private final Sealing sealing;
  private final List<CompletableFuture<Boolean>> drains = new ArrayList<>();

  private long outboxPausedUntilNanos;
  private int outboxFailures;
  private boolean tookBlocks = true;

  /**
   * An uplink that does nothing before the first {@link #step}.
   *
   * @param outbox not closed by the uplink
   * @param sessions makes a session for each attempt to connect
   * @param clock for what is shown and said
   * @param nanos monotonic, for every wait
   * @param random for the jitter of the waits
   * @param post hands what a session's threads have to say to the thread of this object
   */
  public UplinkCore(
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
    this.nanos = nanos;
    this.announcements = new Announcements(topics, ship, outbox, clock);
    this.rationing =
        new Rationing(config.rations(), outbox.memory().getOrDefault(Spending.MEMORY, ""), clock);
    this.link =
        new Link(
            sessions,
            this,
            post,
            clock,
            nanos,
            random,
            new Meter(rationing::count),
            config.rations().budget().isLimited()
                ? Link.LONGEST_UNREACHABLE_THRIFTY
                : Link.LONGEST_UNREACHABLE);
    this.gate = new Gate(rationing, link, clock, nanos);
    this.lanes = new Lanes(config, ship, topics, outbox, announcements, link, gate, clock, nanos);
    this.sealing = new Sealing(config, outbox, nanos.getAsLong());
    this.outboxPausedUntilNanos = nanos.getAsLong();
  }

  /**
   * Does what is due.
   *
   * @return nanoseconds after which to call again, unless something is posted before
   */
  public long step() {
    gate.tend(lanes.hasUrgentAlerts(rationing.windows()), this::farewell);
    link.tick();
    if (gate.takesBlocks() && !tookBlocks) {
      // the newest readings go ashore first
      sealing.want();
    }
    tookBlocks = gate.takesBlocks();
    if (nanos.getAsLong() - outboxPausedUntilNanos >= 0) {
      try {
        sealing.step(purpose(), !drains.isEmpty(), nanos.getAsLong());
        lanes.send();
        noteOutboxWorks();
      } catch (OutboxFailure e) {
        noteOutboxFails(e);
      }
    }
    finishDrains();
    return nanosToNext();
  }

  private Sealing.Purpose purpose() {
    if (link.isOpen() && gate.takesBacklog()) {
      return Sealing.Purpose.TO_SEND_SOON;
    }
    return link.isOpen() && (gate.takesBlocks() || lanes.inFlight() > 0)
        ? Sealing.Purpose.TO_SEND_CHEAPLY
        : Sealing.Purpose.TO_KEEP;
  }

  /** Something urgent was accepted. */
  public void wake() {
    sealing.want();
  }

  /** Sends an alert transition ahead of everything else. */
  public void addAlert(AlertMessage alert) {
    lanes.addAlert(alert);
  }

  /**
   * Seals what is left, and completes it when the shore has receipted everything; with false, when
   * no block may go now.
   */
  void drain(CompletableFuture<Boolean> drained) {
    drains.add(drained);
  }

  /** Gives the connection up; the next attempt follows after a wait. */
  void linkFails(String reason) {
    link.fail(reason);
  }

  /** Ends the connection in an orderly way. */
  void shutDown() {
    link.goodbye(farewell());
    drains.forEach(drained -> drained.complete(outbox.counts().isDrained()));
    drains.clear();
  }

  private Link.Farewell farewell() {
    return new Link.Farewell(topics.status(ship.vessel()), announcements.status(false));
  }

  /** The link now. No I/O. */
  public LinkStatus status() {
    return lanes.status();
  }

  @Override
  public void arrived(InboundMessage message) {
    try {
      lanes.arrived(message);
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
  public void opened() {
    lanes.opened();
    // the newest readings go ashore first
    sealing.want();
  }

  @Override
  public void wentDown() {
    lanes.wentDown();
  }

  private void finishDrains() {
    boolean drained = outbox.counts().isDrained() && !lanes.hasAlerts();
    boolean hopeless = !gate.takesBlocks();
    for (Iterator<CompletableFuture<Boolean>> it = drains.iterator(); it.hasNext(); ) {
      CompletableFuture<Boolean> waiting = it.next();
      if (drained || hopeless) {
        waiting.complete(drained);
      }
      if (waiting.isDone()) {
        it.remove();
      }
    }
  }

  private void noteOutboxFails(OutboxFailure failure) {
    long pause = OUTBOX_PAUSE.toNanos() << Math.min(outboxFailures, MAX_DOUBLINGS);
    outboxPausedUntilNanos = nanos.getAsLong() + pause;
    if (outboxFailures++ == 0) {
      LOG.warn("Nothing can be sent: {}", failure.getMessage());
    }
  }

  private void noteOutboxWorks() {
    if (outboxFailures > 0) {
      outboxFailures = 0;
      LOG.info("The outbox can be read again");
    }
  }

  private long nanosToNext() {
    long now = nanos.getAsLong();
    long next = link.nanosToNext(sealing.nanosToNext(now));
    next = gate.nanosToNext(lanes.nanosToNext(next));
    return Math.max(next, Math.max(0, outboxPausedUntilNanos - now));
  }
}
