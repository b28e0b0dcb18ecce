package org.plimsoll.vessel.clock;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gateway UTC: an anchor plus the monotonic clock. The operating system's clock is an input to the
 * anchor, no more: between two observations no reading sees it jump.
 *
 * <p>A step of {@link #STEP_MILLIS} or more is followed at once: forward within the epoch, backward
 * into a new one. A smaller difference is closed without going back: forward at once, backward by
 * {@link #SLEW_MILLIS} an observation. Confined to the pipeline thread.
 */
public final class GatewayClock {

  /** Least difference that counts as a step. */
  public static final long STEP_MILLIS = 1_000;

  /** Most that one observation takes back. */
  static final long SLEW_MILLIS = 10;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final InstantSource os;
  private final LongSupplier nanos;
  private int clockEpoch;
  private long anchorMillis;
  private long anchorNanos;
  private long newestMillis;
  private @Nullable ClockEvent startEvent;

  /**
   * Starts from the operating system's clock.
   *
   * @param os the operating system's clock
   * @param nanos a monotonic ticker
   * @param last what the run before remembered
   */
  public GatewayClock(InstantSource os, LongSupplier nanos, LastKnown last) {
    this.os = os;
    this.nanos = nanos;
    this.clockEpoch = last.clockEpoch().orElse(1);
    long osMillis = os.millis();
    anchor(osMillis);
    newestMillis = osMillis;
    if (last.epochMillis().isPresent() && osMillis < last.epochMillis().getAsLong()) {
      clockEpoch++;
      startEvent =
          new ClockEvent(
              ClockEvent.Kind.STARTED_IN_THE_PAST,
              last.epochMillis().getAsLong(),
              osMillis,
              clockEpoch);
    }
  }

  /** The time now; never before one given earlier in the same epoch. */
  public Stamp now() {
    newestMillis = Math.max(newestMillis, running());
    return new Stamp(newestMillis, clockEpoch);
  }

  /** Compares with the operating system's clock; to be called once a second. */
  public Optional<ClockEvent> observe() {
    if (startEvent != null) {
      ClockEvent event = startEvent;
      startEvent = null;
      return Optional.of(event);
    }
    long before = now().epochMillis();
    long osMillis = os.millis();
    long difference = osMillis - running();
    if (difference <= -STEP_MILLIS) {
      clockEpoch++;
      anchor(osMillis);
      newestMillis = osMillis;
      return Optional.of(
          new ClockEvent(ClockEvent.Kind.BACKWARD_STEP, before, osMillis, clockEpoch));
    }
    anchor(difference >= 0 ? osMillis : running() - Math.min(SLEW_MILLIS, -difference));
    return difference >= STEP_MILLIS
        ? Optional.of(new ClockEvent(ClockEvent.Kind.FORWARD_STEP, before, osMillis, clockEpoch))
        : Optional.empty();
  }

  private long running() {
    return anchorMillis + (nanos.getAsLong() - anchorNanos) / NANOS_PER_MILLI;
  }

  private void anchor(long millis) {
    anchorMillis = millis;
    anchorNanos = nanos.getAsLong();
  }
}
