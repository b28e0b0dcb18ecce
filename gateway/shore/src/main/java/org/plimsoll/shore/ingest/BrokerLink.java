package org.plimsoll.shore.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.Backoff;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.MqttSession;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.telemetry.mqtt.SessionLimits;
import org.plimsoll.telemetry.mqtt.SessionListener;
import org.plimsoll.telemetry.mqtt.SessionOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscription that outlives its connections: one thread, one session at a time, a new one with
 * growing pauses whenever the last one ends.
 *
 * <p>Owns its thread, on which all {@link LinkWork} is done; {@link #isUp} and {@link #close} are
 * for any.
 */
public final class BrokerLink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BrokerLink.class);

  /** Longest wait for an answer of the broker. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  /** How long the thread listens before it looks for other work. */
  private static final long LISTEN_MILLIS = 100;

  /** Most publishes without the broker's answer, whatever the broker allows. */
  private static final int MAX_PERMITS = 64;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final SessionFactory sessions;
  private final SessionOptions options;
  private final List<String> filters;
  private final LinkWork work;
  private final LongAdder outages;
  private final Backoff backoff;
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean up;
  private String lastTrouble = "";

  BrokerLink(
      String name,
      SessionFactory sessions,
      SessionOptions options,
      List<String> filters,
      LinkWork work,
      LongAdder outages,
      RandomGenerator random) {
    this.sessions = sessions;
    this.options = options;
    this.filters = filters;
    this.work = work;
    this.outages = outages;
    this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /** Starts connecting; returns at once. */
  public void start() {
    thread.start();
  }

  /** Whether it is connected and subscribed. */
  public boolean isUp() {
    return up;
  }

  /** Ends the connection and the thread, after the round that is being stored. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(CLOSE_PATIENCE.toMillis());
      thread.interrupt();
      thread.join(CLOSE_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        connectAndServe();
        pause(backoff.next().toMillis());
      }
    } catch (InterruptedException e) {
      log.debug("{} ends", thread.getName());
    }
  }

  private void connectAndServe() throws InterruptedException {
    try {
      oneConnection();
    } catch (RuntimeException e) {
      log.error("{} failed and starts over", thread.getName(), e);
    }
  }

  /** Between connections the work goes on: the store can be prepared without a broker. */
  private void pause(long millis) throws InterruptedException {
    for (long left = millis; left > 0 && !closed; left -= LISTEN_MILLIS) {
      try {
        work.work();
      } catch (RuntimeException e) {
        log.error("{} failed and goes on", thread.getName(), e);
      }
      Thread.sleep(Math.min(left, LISTEN_MILLIS));
    }
  }

  private void oneConnection() throws InterruptedException {
    Inbox inbox = new Inbox(options.receiveMaximum());
    try (MqttSession session = sessions.create(options, inbox)) {
      CompletableFuture<SessionLimits> granted = session.connect();
      Optional<String> trouble = open(session, granted);
      if (trouble.isPresent()) {
        report(trouble.get());
        return;
      }
      log.info("{} is connected to {}:{}", thread.getName(), options.host(), options.port());
      lastTrouble = "";
      backoff.reset();
      work.connected(new SessionLink(session, Math.min(MAX_PERMITS, granted.join().permits())));
      up = true;
      try {
        serve(inbox);
      } finally {
        up = false;
        work.lost();
      }
      if (closed) {
        session.disconnect();
      } else {
        outages.increment();
        report(inbox.trouble().orElse("an answer of the broker did not come"));
      }
    }
  }

  private Optional<String> open(MqttSession session, CompletableFuture<SessionLimits> granted)
      throws InterruptedException {
    Optional<String> trouble = answer(granted);
    return trouble.isPresent() ? trouble : answer(session.subscribe(filters));
  }

  private void serve(Inbox inbox) throws InterruptedException {
    while (!closed && inbox.trouble().isEmpty() && work.work()) {
      InboundMessage message = inbox.poll(LISTEN_MILLIS);
      while (message != null) {
        work.arrived(message);
        message = inbox.poll(0);
      }
    }
  }

  private void report(String trouble) {
    if (!trouble.equals(lastTrouble)) {
      log.warn(
          "{}: broker {}:{} is away: {}; trying again",
          thread.getName(),
          options.host(),
          options.port(),
          trouble);
    }
    lastTrouble = trouble;
  }

  /** Waits for an answer; what went wrong, if anything did. */
  private static Optional<String> answer(CompletableFuture<?> future) throws InterruptedException {
    try {
      future.get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
    } catch (TimeoutException e) {
      return Optional.of("no answer for " + ANSWER_TIMEOUT.toSeconds() + " s");
    }
  }

  /** The session's side of the hand-over: never blocks, never overflows. */
  private static final class Inbox implements SessionListener {
    private final BlockingQueue<InboundMessage> messages;
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

    /** The broker holds back more than {@code receiveMaximum} unacknowledged messages. */
    Inbox(int receiveMaximum) {
      messages = new ArrayBlockingQueue<>(receiveMaximum);
    }

    @Override
    public void messageArrived(InboundMessage message) {
      if (!messages.offer(message)) {
        lost("the broker sends more than its window of " + messages.size() + " messages");
      }
    }

    @Override
    public void lost(String reason) {
      trouble.compareAndSet(null, reason);
    }

    Optional<String> trouble() {
      return Optional.ofNullable(trouble.get());
    }

    @Nullable InboundMessage poll(long millis) throws InterruptedException {
      return messages.poll(millis, TimeUnit.MILLISECONDS);
    }
  }

  private record SessionLink(MqttSession session, int permits) implements Link {

    /** What is sent is answered in its order, so the oldest is the one to wait for. */
    @Override
    public boolean publish(List<Publication> all) {
      Deque<CompletableFuture<Void>> unanswered = new ArrayDeque<>();
      try {
        for (Publication each : all) {
          if (unanswered.size() == permits && answer(unanswered.remove()).isPresent()) {
            return false;
          }
          unanswered.add(session.publish(each.topic(), each.payload(), false));
        }
        while (!unanswered.isEmpty()) {
          if (answer(unanswered.remove()).isPresent()) {
            return false;
          }
        }
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void acknowledge(InboundMessage message) {
      session.acknowledge(message);
    }
  }
}
