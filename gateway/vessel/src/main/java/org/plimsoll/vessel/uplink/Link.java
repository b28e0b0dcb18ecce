package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.Backoff;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttFailure;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.telemetry.mqtt.SessionLimits;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the broker, now and again: a new session for each attempt, waits in between,
 * and permits, so that no more publishes are unanswered than the broker allows. Confined to the
 * uplink thread; what a session's threads have to say is posted to it.
 */
final class Link {

  /** Most publishes without the broker's answer, whatever the broker allows. */
  static final int MAX_PERMITS = 64;

  /**
   * Longest wait for the broker's word on a new connection. An attempt that began while the link
   * was down repeats its packets ever more seldom, so a new one gets through sooner; eight round
   * trips of a satellite fit in.
   */
  static final Duration CONNECT_DEADLINE = Duration.ofSeconds(8);

  /** The first wait after a failure. */
  static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /**
   * Longest wait for a link that is down: the newest block has to be ashore within 5 s of its
   * return, and nothing but an attempt tells that it is back.
   */
  static final Duration LONGEST_UNREACHABLE = Duration.ofSeconds(1);

  /** The same for a link that has a budget: an attempt over a link that loses all costs bytes. */
  static final Duration LONGEST_UNREACHABLE_THRIFTY = Duration.ofSeconds(15);

  /** Longest wait for a broker that answers and refuses: somebody has to mend it first. */
  static final Duration LONGEST_REFUSED = Duration.ofSeconds(30);

  /** A link that stood this long was good: the next outage starts with the shortest wait. */
  private static final Duration GOOD_AFTER = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /** Hears of the link; on the uplink thread. */
  interface Owner {
    SessionOptions options();

    List<String> filters();

    /** From now on something can be sent. */
    void opened();

    void wentDown();

    void arrived(InboundMessage message);
  }

  /** The last words of a connection, retained. Not compared: it carries its bytes. */
  record Farewell(String topic, byte[] payload) {}

  private final SessionFactory sessions;
  private final Owner owner;
  private final Consumer<Runnable> post;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Backoff backoff;
  private final Meter meter;
  private final Duration longestUnreachable;

  private LinkStatus.State state = LinkStatus.State.DOWN;
  private Instant since;
  private String detail = "not connected yet";
  private @Nullable Attempt attempt;
  private long deadlineNanos;
  private long upNanos;
  private long keepAliveNanos;
  private SessionLimits limits = new SessionLimits(1, Long.MAX_VALUE);
  private int unanswered;
  private long outages;
  private boolean resting;

  Link(
      SessionFactory sessions,
      Owner owner,
      Consumer<Runnable> post,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random,
      Meter meter,
      Duration longestUnreachable) {
    this.sessions = sessions;
    this.owner = owner;
    this.post = post;
    this.clock = clock;
    this.nanos = nanos;
    this.backoff = new Backoff(FIRST_WAIT, LONGEST_REFUSED, random);
    this.meter = meter;
    this.longestUnreachable = longestUnreachable;
    this.since = clock.instant();
    this.deadlineNanos = nanos.getAsLong();
  }

  /** Connects when it is time to, gives an attempt up when it is time to. */
  void tick() {
    if (isOpen()) {
      meter.passed(keepAliveNanos, nanos.getAsLong());
    }
    if (nanosToNext(Long.MAX_VALUE) > 0) {
      return;
    }
    if (state == LinkStatus.State.DOWN) {
      connect();
    } else if (state == LinkStatus.State.CONNECTING) {
      fail("no answer from the broker within " + CONNECT_DEADLINE.toSeconds() + " s");
    }
  }

  private void connect() {
    Attempt next = new Attempt();
    attempt = next;
    unanswered = 0;
    deadlineNanos = nanos.getAsLong() + CONNECT_DEADLINE.toNanos();
    change(LinkStatus.State.CONNECTING, detail);
    SessionOptions options = owner.options();
    MqttSession session = sessions.create(options, next);
    next.session = session;
    session
        .connect()
        .whenComplete(
            (granted, failure) ->
                next.post(
                    () -> {
                      if (failure == null) {
                        connected(next, granted);
                      } else {
                        fail(mqttFailure(failure), "");
                      }
                    }));
  }

  /**
   * The broker has taken the connection. What is said from now on arrives after the subscription,
   * so it need not wait a round trip for the answer to that.
   */
  private void connected(Attempt next, SessionLimits granted) {
    limits = granted;
    next.open = true;
    upNanos = nanos.getAsLong();
    SessionOptions options = owner.options();
    keepAliveNanos = options.keepAlive().toNanos();
    meter.connected(options, owner.filters(), upNanos);
    unanswered++;
    next.session()
        .subscribe(owner.filters())
        .whenComplete(
            (done, failure) ->
                next.post(
                    () -> {
                      unanswered--;
                      if (failure == null) {
                        subscribed();
                      } else {
                        fail(mqttFailure(failure), "subscription: ");
                      }
                    }));
    owner.opened();
  }

  private void subscribed() {
    SessionOptions options = owner.options();
    change(LinkStatus.State.UP, "connected to " + options.host() + ":" + options.port());
    LOG.info("Link to {}:{} is up", options.host(), options.port());
  }

  /** Whether one more message may be sent now. */
  boolean canSend() {
    return isOpen() && unanswered < Math.min(MAX_PERMITS, limits.permits());
  }

  /** Whether the broker has taken the connection. */
  boolean isOpen() {
    return attempt != null && attempt.open;
  }

  /** Whether it has taken the subscription as well: receipts come. */
  boolean isUp() {
    return state == LinkStatus.State.UP;
  }

  /** Whether the broker takes a message of this length. */
  boolean takes(String topic, int payloadBytes) {
    return Meter.packetOf(topic, payloadBytes) <= limits.maximumPacketBytes();
  }

  /**
   * Publishes; {@code canSend} must hold. The answer comes at most once, and not at all when the
   * link goes down.
   */
  void publish(
      String topic, byte[] payload, boolean retained, Consumer<Optional<MqttFailure>> answer) {
    Attempt current = attempt;
    if (current == null) {
      throw new IllegalStateException("publish on a link that is down");
    }
    unanswered++;
    meter.published(topic, payload, nanos.getAsLong());
    current
        .session()
        .publish(topic, payload, retained)
        .whenComplete(
            (done, failure) ->
                current.post(
                    () -> {
                      unanswered--;
                      answer.accept(
                          failure == null ? Optional.empty() : Optional.of(mqttFailure(failure)));
                    }));
  }

  void acknowledge(InboundMessage message) {
    if (attempt != null) {
      attempt.session().acknowledge(message);
    }
  }

  /** Ends this connection because the link failed or the broker refused; a wait follows. */
  void fail(MqttFailure failure, String what) {
    boolean refused = failure.reasonCode() != MqttFailure.NO_REASON_CODE;
    fail(what + failure.getMessage(), refused ? LONGEST_REFUSED : longestUnreachable);
  }

  /** Ends this connection; the next attempt follows after a wait. */
  void fail(String reason) {
    fail(reason, longestUnreachable);
  }

  private void fail(String reason, Duration longestWait) {
    Attempt ending = attempt;
    if (ending == null) {
      return;
    }
    attempt = null;
    boolean wasUp = isUp();
    if (wasUp) {
      outages++;
      if (nanos.getAsLong() - upNanos >= GOOD_AFTER.toNanos()) {
        backoff.reset();
      }
    }
    if (wasUp || !reason.equals(detail)) {
      LOG.info("Link is down: {}", reason);
    }
    long wait = backoff.next(longestWait).toNanos();
    deadlineNanos = nanos.getAsLong() + wait;
    change(LinkStatus.State.DOWN, reason);
    ending.session().close();
    owner.wentDown();
  }

  /** Last words, then an orderly end. */
  void goodbye(Farewell farewell) {
    Attempt ending = attempt;
    if (ending == null) {
      return;
    }
    attempt = null;
    if (ending.open) {
      meter.published(farewell.topic(), farewell.payload(), nanos.getAsLong());
      ending.session().publish(farewell.topic(), farewell.payload(), true);
      ending.session().disconnect();
    }
    ending.session().close();
    change(LinkStatus.State.DOWN, "closed");
  }

  /** Ends the connection in an orderly way; no other is made until {@link #release}. */
  void rest(String why, Farewell farewell) {
    LOG.info("Link is closed: {}", why);
    boolean connected = attempt != null;
    goodbye(farewell);
    resting = true;
    change(LinkStatus.State.DOWN, why);
    if (connected) {
      owner.wentDown();
    }
  }

  /** Lets it connect again, at once. */
  void release() {
    if (resting) {
      resting = false;
      backoff.reset();
      deadlineNanos = nanos.getAsLong();
      change(LinkStatus.State.DOWN, "about to connect");
    }
  }

  boolean isResting() {
    return resting;
  }

  long nanosToNext(long atMost) {
    return isUp() || resting
        ? atMost
        : Math.min(atMost, Math.max(0, deadlineNanos - nanos.getAsLong()));
  }

  LinkStatus.State state() {
    return state;
  }

  Instant since() {
    return since;
  }

  String detail() {
    return detail;
  }

  long outages() {
    return outages;
  }

  private void change(LinkStatus.State to, String why) {
    if (isUp() != (to == LinkStatus.State.UP)) {
      since = clock.instant();
    }
    state = to;
    detail = why;
  }

  private static MqttFailure mqttFailure(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof MqttFailure mqtt
        ? mqtt
        : new MqttFailure(cause.toString(), MqttFailure.NO_REASON_CODE);
  }

  /** One attempt to connect and what comes of it. What it posts counts only while it is current. */
  private final class Attempt implements SessionListener {

    private @Nullable MqttSession session;

    /** The broker has taken it. */
    private boolean open;

    MqttSession session() {
      if (session == null) {
        throw new IllegalStateException("no session yet");
      }
      return session;
    }

    void post(Runnable action) {
      Link.this.post.accept(
          () -> {
            if (attempt == this) {
              action.run();
            }
          });
    }

    @Override
    public void messageArrived(InboundMessage message) {
      post(
          () -> {
            meter.arrived(message);
            owner.arrived(message);
          });
    }

    @Override
    public void lost(String reason) {
      post(() -> fail(reason));
    }
  }
}
