package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.mqtt.SessionFactory;
import org.plimsoll.vessel.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The uplink thread and its mailbox. Every method may be called from any thread. */
public final class Uplink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

  /**
   * Far above what a session can post: its permits, its receive maximum. When it is full all the
   * same, an answer would be lost: the connection is given up, and what is not receipted is sent
   * again on the next.
   */
  private static final int MAILBOX_CAPACITY = 4096;

  /** The end of an orderly connection takes 2 s at most. */
  private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(10);

  private static final int REST_SECONDS = 1;

  /** Longest sleep: somebody may wait for the outbox to be empty. */
  private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(1).toNanos();

  private final BlockingQueue<Runnable> mailbox = new ArrayBlockingQueue<>(MAILBOX_CAPACITY);
  private final AtomicBoolean overflowed = new AtomicBoolean();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closingOrder = new CountDownLatch(1);
  private final AtomicLong alertsDropped = new AtomicLong();
  private final UplinkCore core;
  private final Thread thread;
  private volatile LinkStatus status;

  /**
   * An uplink that does nothing yet.
   *
   * @param outbox not closed by the uplink
   * @param sessions makes a session for each attempt to connect
   * @param clock for what is shown and said
   * @param nanos monotonic, for every wait
   * @param random for the jitter of the waits
   */
  public Uplink(
      UplinkConfig config,
      ShipFacts ship,
      Outbox outbox,
      SessionFactory sessions,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {
    this.core = new UplinkCore(config, ship, outbox, sessions, clock, nanos, random, this::post);
    this.status = core.status();
    this.thread = new Thread(this::run, "uplink");
    this.thread.setDaemon(true);
    this.thread.setUncaughtExceptionHandler(
        (ended, error) -> LOG.error("The uplink thread ended; nothing goes ashore", error));
  }

  /** Starts the uplink thread; it keeps trying until {@link #close}. */
  public void start() {
    thread.start();
  }

  /** Something urgent was accepted: seal and send it now. */
  public void wake() {
    if (woken.compareAndSet(false, true)) {
      // when the mailbox is full, the thread is awake anyway
      mailbox.offer(() -> {});
    }
  }

  /** Sends an alert transition ahead of everything else. */
  public void publishAlert(AlertMessage alert) {
    if (!mailbox.offer(() -> core.addAlert(alert))) {
      alertsDropped.incrementAndGet();
    }
  }

  /** The link now. No I/O. */
  public LinkStatus status() {
    return status;
  }

  /**
   * Seals what is left and waits until the shore has receipted everything.
   *
   * @return whether it did within the time
   */
  public boolean awaitDrained(Duration atMost) {
    CompletableFuture<Boolean> drained = new CompletableFuture<>();
    post(() -> core.drain(drained));
    try {
      return drained.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      drained.complete(false);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a drain never fails", e);
    }
  }

  /** Says good-bye to the broker and ends the thread. What is not receipted stays in the outbox. */
  @Override
  public void close() {
    closing.set(true);
    closingOrder.countDown();
    wake();
    try {
      thread.join(JOIN_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing.get()) {
      try {
        turn();
      } catch (InterruptedException e) {
        closing.set(true);
      } catch (RuntimeException e) {
        LOG.error("A defect in the uplink; the connection starts over", e);
        core.linkFails("internal error");
        rest();
      }
    }
    core.shutDown();
    status = core.status();
  }

  /** A defect that repeats itself shall not take the processor. */
  private void rest() {
    try {
      if (closingOrder.await(REST_SECONDS, TimeUnit.SECONDS)) {
        closing.set(true);
      }
    } catch (InterruptedException e) {
      closing.set(true);
    }
  }

  private void turn() throws InterruptedException {
    if (overflowed.getAndSet(false)) {
      core.linkFails("the uplink fell behind");
    }
    if (woken.getAndSet(false)) {
      core.wake();
    }
    long wait = Math.min(core.step(), LONGEST_WAIT_NANOS);
    status = core.status().withMoreDropped(alertsDropped.get());
    Runnable next = mailbox.poll(wait, TimeUnit.NANOSECONDS);
    while (next != null) {
      next.run();
      next = mailbox.poll();
    }
  }

  private void post(Runnable event) {
    if (!mailbox.offer(event)) {
      overflowed.set(true);
    }
  }
}
