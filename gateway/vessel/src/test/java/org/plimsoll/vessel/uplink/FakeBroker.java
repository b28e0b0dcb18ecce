package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttFailure;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.telemetry.mqtt.SessionLimits;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;
import org.plimsoll.vessel.outbox.ManualTime;

/**
 * A broker and the network before it, in virtual time: it answers after a delay, or not, loses
 * connections with everything on the way, publishes wills, and hands messages to a shore.
 */
final class FakeBroker implements SessionFactory {

  /** A message that the broker has taken. */
  record Taken(String topic, byte[] payload, boolean retained, long nanos) {}

  private record Event(long nanos, long order, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return nanos == other.nanos
          ? Long.compare(order, other.order)
          : Long.compare(nanos, other.nanos);
    }
  }

  final List<Taken> taken = new ArrayList<>();
  final Map<String, byte[]> retained = new HashMap<>();
  final List<SessionOptions> attempts = new ArrayList<>();
  int acknowledgedInbound;

  /** Whether a connection can be made at all, and whether an attempt is answered. */
  boolean reachable = true;

  boolean answersConnect = true;
  boolean answersPublish = true;

  /** Reason code for a subscription; below 0x80 it is granted. */
  int subscribeReason;

  SessionLimits limits = new SessionLimits(20, Long.MAX_VALUE);

  /** Reason code for a message; below 0x80 it is taken. */
  ToIntFunction<Taken> reasonFor = message -> 0;

  /** The shore behind the broker. */
  Consumer<Taken> shore = message -> {};

  private final ManualTime time;
  private final RandomGenerator random;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private Duration delay = Duration.ofMillis(50);
  private Duration jitter = Duration.ZERO;
  private long order;
  private Optional<Session> current = Optional.empty();

  FakeBroker(ManualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  void delay(Duration least, Duration more) {
    delay = least;
    jitter = more;
  }

  @Override
  public MqttSession create(SessionOptions options, SessionListener listener) {
    attempts.add(options);
    return new Session(options, listener);
  }

  boolean isConnected() {
    return current.isPresent();
  }

  /** The connection breaks: the ship hears of it, the broker publishes the will. */
  void breakConnection() {
    current.ifPresent(session -> session.end("connection reset"));
  }

  /** From the shore to the ship; lost when she is not there. */
  void toShip(String topic, byte[] payload) {
    later(
        () ->
            current.ifPresent(
                session ->
                    session.listener.messageArrived(
                        new InboundMessage(topic, payload, false, 1, 1))));
  }

  /** Something happens after the usual delay. */
  void later(Runnable action) {
    long extra = jitter.isZero() ? 0 : random.nextLong(jitter.toNanos());
    after(delay.plusNanos(extra), action);
  }

  void after(Duration wait, Runnable action) {
    events.add(new Event(time.nanos() + wait.toNanos(), order++, action));
  }

  void runDue() {
    while (!events.isEmpty() && events.peek().nanos <= time.nanos()) {
      events.poll().action.run();
    }
  }

  long nanosToNext(long atMost) {
    return events.isEmpty()
        ? atMost
        : Math.min(atMost, Math.max(0, events.peek().nanos - time.nanos()));
  }

  List<Taken> takenOn(String topic) {
    return taken.stream().filter(message -> message.topic.equals(topic)).toList();
  }

  private static MqttFailure lostConnection() {
    return new MqttFailure("connection lost", MqttFailure.NO_REASON_CODE);
  }

  private final class Session implements MqttSession {
    private final SessionOptions options;
    private final SessionListener listener;
    private final List<CompletableFuture<?>> unanswered = new ArrayList<>();
    private boolean ended;
    private boolean connected;
    private long lastTakenNanos;

    Session(SessionOptions options, SessionListener listener) {
      this.options = options;
      this.listener = listener;
    }

    @Override
    public CompletableFuture<SessionLimits> connect() {
      CompletableFuture<SessionLimits> result = new CompletableFuture<>();
      if (!answersConnect) {
        return result;
      }
      later(
          () -> {
            if (ended) {
              return;
            }
            if (!reachable) {
              result.completeExceptionally(
                  new MqttFailure("connection refused", MqttFailure.NO_REASON_CODE));
              return;
            }
            current.ifPresent(other -> other.end("taken over"));
            current = Optional.of(this);
            connected = true;
            result.complete(limits);
          });
      return result;
    }

    @Override
    public CompletableFuture<Void> publish(String topic, byte[] payload, boolean retain) {
      CompletableFuture<Void> result = new CompletableFuture<>();
      unanswered.add(result);
      if (unanswered.size() > limits.permits()) {
        throw new AssertionError("more publishes than the broker allows");
      }
      // one connection keeps the order
      long arrival =
          Math.max(
              lastTakenNanos,
              time.nanos()
                  + delay.toNanos()
                  + (jitter.isZero() ? 0 : random.nextLong(jitter.toNanos())));
      lastTakenNanos = arrival;
      events.add(new Event(arrival, order++, () -> take(topic, payload, retain, result)));
      return result;
    }

    private void take(
        String topic, byte[] payload, boolean retain, CompletableFuture<Void> result) {
      if (ended) {
        return;
      }
      Taken message = new Taken(topic, payload, retain, time.nanos());
      int reason = reasonFor.applyAsInt(message);
      if (reason < 0x80) {
        taken.add(message);
        if (retain) {
          retained.put(topic, payload);
        }
        shore.accept(message);
      }
      if (answersPublish) {
        later(
            () -> {
              if (unanswered.remove(result)) {
                if (reason < 0x80) {
                  result.complete(null);
                } else {
                  result.completeExceptionally(new MqttFailure("refused", reason));
                }
              }
            });
      }
    }

    @Override
    public CompletableFuture<Void> subscribe(List<String> filters) {
      CompletableFuture<Void> result = new CompletableFuture<>();
      unanswered.add(result);
      later(
          () -> {
            if (unanswered.remove(result) && subscribeReason < 0x80) {
              result.complete(null);
            } else {
              result.completeExceptionally(new MqttFailure("refused", subscribeReason));
            }
          });
      return result;
    }

    @Override
    public void acknowledge(InboundMessage message) {
      acknowledgedInbound++;
    }

    @Override
    public boolean isConnected() {
      return connected && !ended;
    }

    @Override
    public void disconnect() {
      // an orderly end: what was published before is still taken, the will is not published
      runAll();
      connected = false;
      close();
    }

    private void runAll() {
      List<Event> rest = new ArrayList<>(events);
      events.clear();
      rest.sort(null);
      rest.forEach(event -> event.action.run());
    }

    @Override
    public void close() {
      if (!ended) {
        ended = true;
        publishWill();
      }
    }

    private void end(String reason) {
      if (!ended) {
        ended = true;
        publishWill();
        List<CompletableFuture<?>> lost = List.copyOf(unanswered);
        unanswered.clear();
        lost.forEach(future -> future.completeExceptionally(lostConnection()));
        listener.lost(reason);
      }
    }

    private void publishWill() {
      if (current.filter(session -> session == this).isPresent()) {
        current = Optional.empty();
      }
      if (connected) {
        connected = false;
        options.will().ifPresent(will -> retained.put(will.topic(), will.payload()));
      }
    }
  }
}
