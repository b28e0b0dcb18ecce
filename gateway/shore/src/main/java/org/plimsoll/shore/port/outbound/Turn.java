package org.plimsoll.shore.port.outbound;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.Backoff;

/**
 * One thing at a time with another system, and after a failure nothing for a while, longer each
 * time. Taken from any thread; whichever has it owns the state of its work, too.
 */
public final class Turn {

  public static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final LongSupplier nanos;
  private final Backoff backoff;
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean waiting;
  private long againNanos;

  public Turn(LongSupplier nanos, RandomGenerator random) {
    this.nanos = nanos;
    this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
  }

  /**
   * Begins the work, unless the last one goes on or a wait does.
   *
   * @param failed told the cause when the work fails
   */
  public void take(Supplier<? extends CompletableFuture<?>> work, Consumer<Throwable> failed) {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    if (waiting && nanos.getAsLong() - againNanos < 0) {
      busy.set(false);
      return;
    }
    work.get()
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                waiting = true;
                againNanos = nanos.getAsLong() + backoff.next().toNanos();
                failed.accept(failure.getCause() == null ? failure : failure.getCause());
              }
              busy.set(false);
            });
  }

  /** The other system took something: the next failure waits as briefly as the first. */
  public void succeeded() {
    backoff.reset();
    waiting = false;
  }
}
