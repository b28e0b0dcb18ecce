package org.plimsoll.vessel.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gateway UTC: an anchor plus the monotonic clock. Satellite receivers and the operating system's
 * clock are inputs to the anchor, no more: between two observations no reading sees them jump.
 *
 * <p>Receivers rank above the operating system. As long as both agree the anchor follows the
 * latter, which is finer; where they do not, it follows the receivers. What is before {@link
 * #EARLIEST}, or more than a day from a time that receivers have confirmed in this run, is followed
 * only if two sources say it. Where nothing is left to follow, time goes on by the monotonic clock.
 *
 * <p>A step of {@link #STEP_MILLIS} or more is followed at once: forward within the epoch, backward
 * into a new one. A smaller difference is closed without going back: forward at once, backward by
 * {@link #SLEW_MILLIS} an observation. Confined to the pipeline thread.
 */
public final class GatewayClock {

  /** This software is not older: {@code project.build.outputTimestamp}. */
  public static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  /** Least difference that counts as a step. */
  public static final long STEP_MILLIS = 1_000;

  /** Most that one observation takes back. */
  static final long SLEW_MILLIS = 10;

  /** Receivers and the operating system agree within this; what they say is late by up to 0.6 s. */
  static final long AGREE_MILLIS = 1_500;

  /** Further than this nobody goes alone. */
  static final long FAR_MILLIS = Duration.ofDays(1).toMillis();

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final InstantSource os;
  private final LongSupplier nanos;
  private final SkyTime sky = new SkyTime();
  private int clockEpoch;
  private long anchorMillis;
  private long anchorNanos;
  private long newestMillis;
  private @Nullable ClockEvent startEvent;
  private ClockState state = ClockState.SYSTEM;

  /** Receivers agreed with the time in this run. */
  private boolean confirmed;

  /** Receivers contradicted the operating system, and it has not come back to the time since. */
  private boolean osDoubted;

  /**
   * Starts from the operating system's clock, or, if that cannot be, from the last known time.
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
    long lastMillis = last.epochMillis().orElse(Long.MIN_VALUE);
    boolean impossible = osMillis < EARLIEST.toEpochMilli();
    long start = impossible ? Math.max(EARLIEST.toEpochMilli(), lastMillis) : osMillis;
    if (impossible) {
      // nobody knows how long she was off, and readings of the run before may stand there
      clockEpoch += last.epochMillis().isPresent() ? 1 : 0;
      state = held(osMillis);
      startEvent =
          new ClockEvent(ClockEvent.Kind.STARTED_WITHOUT_TIME, osMillis, start, clockEpoch);
    } else if (osMillis < lastMillis) {
      clockEpoch++;
      startEvent =
          new ClockEvent(ClockEvent.Kind.STARTED_IN_THE_PAST, lastMillis, osMillis, clockEpoch);
    }
    anchor(start);
    newestMillis = start;
  }

  /** The time now; never before one given earlier in the same epoch. */
  public Stamp now() {
    newestMillis = Math.max(newestMillis, running());
    return new Stamp(newestMillis, clockEpoch);
  }

  /** A satellite receiver with a fix said what the time is. */
  public void hear(String receiver, Instant utc) {
    sky.hear(receiver, utc.toEpochMilli(), nanos.getAsLong());
  }

  /** What the time is worth, as of the last observation. */
  public ClockState state() {
    return state;
  }

  /** Compares with everything that says the time; to be called once a second. */
  public Optional<ClockEvent> observe() {
    if (startEvent != null) {
      ClockEvent event = startEvent;
      startEvent = null;
      return Optional.of(event);
    }
    return follow(target());
  }

  private Optional<ClockEvent> follow(long target) {
    long before = now().epochMillis();
    long difference = target - running();
    if (difference <= -STEP_MILLIS) {
      clockEpoch++;
      anchor(target);
      newestMillis = target;
      return Optional.of(new ClockEvent(ClockEvent.Kind.BACKWARD_STEP, before, target, clockEpoch));
    }
    anchor(difference >= 0 ? target : running() - Math.min(SLEW_MILLIS, -difference));
    return difference >= STEP_MILLIS
        ? Optional.of(new ClockEvent(ClockEvent.Kind.FORWARD_STEP, before, target, clockEpoch))
        : Optional.empty();
  }

  /** What to follow now; notes what it is worth. */
  private long target() {
    long osMillis = os.millis();
    SkyTime.Sight sight = sky.look(nanos.getAsLong(), EARLIEST.toEpochMilli());
    if (sight.utcMillis().isPresent()) {
      long utc = sight.utcMillis().getAsLong();
      boolean osAgrees = isWithin(osDoubted ? STEP_MILLIS : AGREE_MILLIS, utc, osMillis);
      boolean alone = !osAgrees && (confirmed || sight.rolledOver());
      if (alone && !isWithin(FAR_MILLIS, utc, running())) {
        return withoutSky(osMillis, "a satellite receiver says " + text(utc));
      }
      confirmed = true;
      osDoubted = !osAgrees;
      state = new ClockState(ClockState.Source.SATELLITES, doubt(sight, osMillis - utc));
      // what receivers say is late by some tenths of a second: no reason to move
      return osAgrees ? osMillis : isWithin(STEP_MILLIS, utc, running()) ? running() : utc;
    }
    return withoutSky(osMillis, sight.disputed() ? "satellite receivers disagree" : "");
  }

  private long withoutSky(long osMillis, String doubt) {
    boolean near = isWithin(STEP_MILLIS, osMillis, running());
    boolean possible = osMillis >= EARLIEST.toEpochMilli();
    boolean farAlone = confirmed && !isWithin(FAR_MILLIS, osMillis, running());
    if (!near && (!possible || osDoubted || farAlone)) {
      state = held(osMillis);
      return running();
    }
    osDoubted = false;
    state = new ClockState(ClockState.Source.SYSTEM, doubt);
    return osMillis;
  }

  private String doubt(SkyTime.Sight sight, long osAheadMillis) {
    if (osDoubted) {
      return "the system's clock is "
          + Duration.ofMillis(Math.abs(osAheadMillis)).toSeconds()
          + " s "
          + (osAheadMillis > 0 ? "ahead of" : "behind")
          + " the satellites";
    }
    return sight.rolledOver() ? "a satellite receiver is 1024 weeks behind" : "";
  }

  private static ClockState held(long osMillis) {
    return new ClockState(
        ClockState.Source.HELD, "nothing confirms the system's " + text(osMillis));
  }

  private static String text(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static boolean isWithin(long limitMillis, long one, long other) {
    return Math.abs(one - other) < limitMillis;
  }

  private long running() {
    return anchorMillis + (nanos.getAsLong() - anchorNanos) / NANOS_PER_MILLI;
  }

  private void anchor(long millis) {
    anchorMillis = millis;
    anchorNanos = nanos.getAsLong();
  }
}
