package org.plimsoll.bench.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttFailure;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.telemetry.mqtt.SessionLimits;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/**
 * The satellite link between ship and broker. A connection keeps its order; what is on the way when
 * it breaks arrives up to some point and no further, and the two ends learn of it at different
 * times.
 */
final class SimulatedLink implements SessionFactory {

  /** What the broker does with what arrives. */
  interface Far {
    boolean isUp();

    SessionLimits limits();

    void connected(Session session);

    /** The reason code: below 0x80 the message was taken. */
    int publish(String topic, byte[] payload, boolean retained);

    void ended(Session session, boolean orderly);
  }

  /** Hears what goes. */
  interface Blocks {

    /**
     * A block goes.
     *
     * @param isFirst on its connection
     */
    void goes(byte[] payload, boolean isFirst);
  }

  /** A connection attempt repeats its first packet after these times, and then is given up. */
  private static final long[] REPEATS_MILLIS = {1_000, 2_000, 4_000, 8_000};

  private static final int REFUSED = 0x80;

  private final Timeline timeline;
  private final RandomGenerator dice;
  private final Chronicle chronicle;
  private final Far far;
  private final Blocks blocks;
  private final List<Session> open = new ArrayList<>();
  private boolean up = true;
  private long outage;
  private long delayMillis = 50;
  private long jitterMillis = 20;

  /**
   * A link that is up.
   *
   * @param blocks hears each block when the ship hands it over
   */
  SimulatedLink(
      Timeline timeline, RandomGenerator dice, Chronicle chronicle, Far far, Blocks blocks) {
    this.blocks = blocks;
    this.timeline = timeline;
    this.dice = dice;
    this.chronicle = chronicle;
    this.far = far;
  }

  void delay(long leastMillis, long moreMillis) {
    delayMillis = leastMillis;
    jitterMillis = moreMillis;
  }

  boolean isUp() {
    return up;
  }

  void goDown() {
    if (!up) {
      return;
    }
    up = false;
    long current = ++outage;
    for (Session session : List.copyOf(open)) {
      session.stall(current);
    }
  }

  void comeUp() {
    if (up) {
      return;
    }
    up = true;
    for (Session session : List.copyOf(open)) {
      session.goOn();
    }
  }

  /** Every connection breaks; the link itself stays up. */
  void breakConnections() {
    List.copyOf(open).forEach(session -> session.breakOff(true, true));
  }

  /** The ship ends without a word: nobody at this end is left to tell. */
  void shipIsGone() {
    List.copyOf(open).forEach(Session::fallSilent);
  }

  @Override
  public MqttSession create(SessionOptions options, SessionListener listener) {
    Session session = new Session(options, listener);
    open.add(session);
    return session;
  }

  private long delay() {
    return delayMillis + (jitterMillis == 0 ? 0 : dice.nextLong(jitterMillis));
  }

  private static MqttFailure failure(String why) {
    return new MqttFailure(why, MqttFailure.NO_REASON_CODE);
  }

  /** One direction of a connection. */
  private final class Pipe {
    private final Deque<Runnable> onTheWay = new ArrayDeque<>();
    private long lastMoment;
    private boolean broken;

    void send(Runnable arrival) {
      if (broken) {
        return;
      }
      onTheWay.addLast(arrival);
      lastMoment = Math.max(lastMoment, timeline.nanos() + delay() * 1_000_000);
      timeline.at(lastMoment, this::arrive);
    }

    private void arrive() {
      if (up && !onTheWay.isEmpty()) {
        onTheWay.removeFirst().run();
      }
    }

    void flush() {
      while (!onTheWay.isEmpty()) {
        onTheWay.removeFirst().run();
      }
    }

    /** What is on the way arrives up to some point; the rest never does. */
    void breakOff() {
      while (!onTheWay.isEmpty() && dice.nextInt(4) > 0) {
        onTheWay.removeFirst().run();
      }
      broken = true;
      onTheWay.clear();
    }
  }

  /** One connection, with an end aboard and an end at the broker. */
  final class Session implements MqttSession {
    private final SessionOptions options;
    private final SessionListener listener;
    private final Pipe toBroker = new Pipe();
    private final Pipe toShip = new Pipe();
    private final List<CompletableFuture<?>> unanswered = new ArrayList<>();
    private boolean shipEnded;
    private boolean brokerEnded = true;
    private boolean blockSent;

    Session(SessionOptions options, SessionListener listener) {
      this.options = options;
      this.listener = listener;
    }

    SessionOptions options() {
      return options;
    }

    @Override
    public CompletableFuture<SessionLimits> connect() {
      CompletableFuture<SessionLimits> result = new CompletableFuture<>();
      knock(result, 0);
      return result;
    }

    private void knock(CompletableFuture<SessionLimits> result, int repeats) {
      if (shipEnded) {
        return;
      }
      if (up) {
        toBroker.send(() -> answerKnock(result));
      } else if (repeats < REPEATS_MILLIS.length) {
        timeline.afterMillis(REPEATS_MILLIS[repeats], () -> knock(result, repeats + 1));
      } else {
        result.completeExceptionally(failure("no route to the broker"));
      }
    }

    private void answerKnock(CompletableFuture<SessionLimits> result) {
      if (!far.isUp()) {
        toShip.send(() -> result.completeExceptionally(failure("connection refused")));
        return;
      }
      brokerEnded = false;
      far.connected(this);
      SessionLimits limits = far.limits();
      toShip.send(() -> result.complete(limits));
    }

    @Override
    public CompletableFuture<Void> publish(String topic, byte[] payload, boolean retained) {
      CompletableFuture<Void> result = new CompletableFuture<>();
      unanswered.add(result);
      if (unanswered.size() > far.limits().permits() + 1) {
        throw new Broken(unanswered.size() + " publishes without an answer");
      }
      if (topic.endsWith("/blocks") || topic.endsWith("/backlog")) {
        blocks.goes(payload, !blockSent);
        blockSent = true;
      }
      toBroker.send(
          () -> {
            if (!brokerEnded) {
              int reason = far.publish(topic, payload, retained);
              toShip.send(() -> answer(result, reason));
            }
          });
      return result;
    }

    @Override
    public CompletableFuture<Void> subscribe(List<String> filters) {
      CompletableFuture<Void> result = new CompletableFuture<>();
      unanswered.add(result);
      toBroker.send(() -> toShip.send(() -> answer(result, 0)));
      return result;
    }

    private void answer(CompletableFuture<Void> result, int reason) {
      if (!unanswered.remove(result)) {
        return;
      }
      if (reason < REFUSED) {
        result.complete(null);
      } else {
        result.completeExceptionally(new MqttFailure("refused", reason));
      }
    }

    /** From the broker. */
    void deliver(String topic, byte[] payload) {
      toShip.send(
          () -> {
            if (!shipEnded) {
              listener.messageArrived(new InboundMessage(topic, payload, false, 1, 1));
            }
          });
    }

    @Override
    public void acknowledge(InboundMessage message) {
      // receipts and requests are not sent again
    }

    @Override
    public boolean isConnected() {
      return !shipEnded && !brokerEnded;
    }

    @Override
    public void disconnect() {
      toBroker.send(() -> endAtBroker(true));
      shipEnded = true;
    }

    @Override
    public void close() {
      if (shipEnded) {
        return;
      }
      shipEnded = true;
      unanswered.clear();
      toBroker.send(() -> endAtBroker(false));
      // when not even the end of the connection arrives
      timeline.after(options.keepAlive().multipliedBy(2), () -> endAtBroker(false));
    }

    private void fallSilent() {
      shipEnded = true;
      unanswered.clear();
      toBroker.breakOff();
      boolean soon = dice.nextBoolean();
      timeline.after(
          soon ? Duration.ZERO : options.keepAlive().multipliedBy(2), () -> endAtBroker(false));
    }

    private void stall(long current) {
      if (dice.nextBoolean()) {
        toBroker.breakOff();
        toShip.breakOff();
        timeline.afterMillis(dice.nextLong(10_000), () -> endAboard("timed out"));
        timeline.afterMillis(dice.nextLong(10_000), () -> endAtBroker(false));
        return;
      }
      // nothing is lost if the link is back before somebody loses patience
      timeline.afterMillis(
          5_000 + dice.nextLong(5_000),
          () -> {
            if (!up && outage == current) {
              breakOff(true, true);
            }
          });
    }

    private void goOn() {
      toBroker.flush();
      toShip.flush();
    }

    /** Breaks now; each end learns of it now or later. */
    void breakOff(boolean aboard, boolean atBroker) {
      toBroker.breakOff();
      toShip.breakOff();
      long late = dice.nextBoolean() ? 0 : dice.nextLong(10_000);
      timeline.afterMillis(aboard ? 0 : late, () -> endAboard("connection reset"));
      timeline.afterMillis(atBroker ? 0 : late, () -> endAtBroker(false));
    }

    private void endAboard(String reason) {
      if (shipEnded) {
        return;
      }
      shipEnded = true;
      List<CompletableFuture<?>> lost = List.copyOf(unanswered);
      unanswered.clear();
      lost.forEach(future -> future.completeExceptionally(failure(reason)));
      listener.lost(reason);
    }

    void endAtBroker(boolean orderly) {
      open.remove(this);
      if (!brokerEnded) {
        brokerEnded = true;
        chronicle.note("the broker sees the connection end");
        far.ended(this, orderly);
      }
    }
  }
}
