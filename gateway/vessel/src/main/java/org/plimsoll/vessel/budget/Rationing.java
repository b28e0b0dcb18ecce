package org.plimsoll.vessel.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the link carries, and says how much more it may carry now. Days and months are those
 * of the clock that it is given; what is counted survives a restart through {@link
 * Spending#memory}. Confined to the uplink thread.
 */
public final class Rationing {

  /** This part of a limit is kept for alerts and for the connection itself. */
  static final double RESERVE = 0.05;

  /** Longest time to the next look, because somebody may set the clock. */
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Rationing.class);
  private static final long MINUTE_MILLIS = 60_000;
  private static final long NANOS_OF_MILLI = 1_000_000;

  private final Rations rations;
  private final InstantSource clock;
  private final ByteLedger ledger = new ByteLedger();
  private Level level = Level.FULL;
  private Forecast day = Forecast.NOTHING;
  private Forecast month = Forecast.NOTHING;
  private boolean open;
  private long second = Long.MIN_VALUE;
  private long minute = Long.MIN_VALUE;
  private Optional<Instant> nextWindow = Optional.empty();
  private Optional<String> memory = Optional.empty();

  /**
   * A count that goes on.
   *
   * @param memory what {@link Spending#memory} was; empty at first
   * @param clock in whose days and months it is counted
   */
  public Rationing(Rations rations, String memory, InstantSource clock) {
    this.rations = rations;
    this.clock = clock;
    if (!ledger.restore(memory)) {
      LOG.warn("The bytes of the link so far cannot be read, and count from 0: \"{}\"", memory);
    }
    judge(clock.instant());
    look();
  }

  /** Bytes went over the link; what may follow them is judged at once. */
  public void count(long bytes) {
    Instant now = clock.instant();
    ledger.add(now, bytes);
    memory = Optional.empty();
    judge(now);
  }

  /** Time went by: judges what may be carried now, once for each second of the clock. */
  public void look() {
    Instant now = clock.instant();
    if (now.getEpochSecond() == second) {
      return;
    }
    second = now.getEpochSecond();
    open = rations.windows().areOpen(now);
    long at = Math.floorDiv(now.toEpochMilli(), MINUTE_MILLIS);
    if (at != minute) {
      minute = at;
      nextWindow = rations.windows().next(now);
      judge(now);
    }
  }

  private void judge(Instant now) {
    day = Forecast.ofDay(ledger.dayBytes(now), now);
    month = Forecast.ofMonth(ledger.monthBytes(now), now);
    Level next = nextLevel();
    if (next != level) {
      level = next;
      LOG.info(
          "What goes ashore is now {}: {} bytes today, {} at its end; {} this month, {} at its end",
          level,
          day.bytes(),
          day.bytesAtEnd(),
          month.bytes(),
          month.bytesAtEnd());
    }
  }

  private Level nextLevel() {
    double pressure =
        Math.max(
            pressure(day, rations.budget().dayBytes()),
            pressure(month, rations.budget().monthBytes()));
    boolean spent =
        isSpent(day, rations.budget().dayBytes()) || isSpent(month, rations.budget().monthBytes());
    return level.next(pressure, spent);
  }

  private static double pressure(Forecast forecast, OptionalLong limit) {
    return limit.isEmpty() ? 0 : forecast.bytesAtEnd() / usable(limit.getAsLong());
  }

  private static boolean isSpent(Forecast forecast, OptionalLong limit) {
    return limit.isPresent() && forecast.bytes() >= usable(limit.getAsLong());
  }

  private static double usable(long limit) {
    return limit * (1 - RESERVE);
  }

  /** Whether a window is open, or there are none. */
  public boolean isOpen() {
    return open;
  }

  /** How much may go ashore. */
  public Level level() {
    return level;
  }

  public Windows windows() {
    return rations.windows();
  }

  /**
   * What is shown.
   *
   * @param resting whether the link is down because no window is open
   */
  public Spending spending(boolean resting) {
    String count = memory.orElseGet(ledger::memory);
    memory = Optional.of(count);
    return new Spending(level, day, month, rations.budget(), resting, nextWindow, count);
  }

  /** Time until what may be carried can change by itself, or {@code atMost}. */
  public long nanosToNext(long atMost) {
    if (rations.equals(Rations.NONE)) {
      return atMost;
    }
    long now = clock.millis();
    long toMinute = MINUTE_MILLIS - Math.floorMod(now, MINUTE_MILLIS);
    long wait = open ? toMinute : Math.min(LONGEST_LOOK.toMillis(), toNextWindow(now, toMinute));
    return Math.min(atMost, wait * NANOS_OF_MILLI);
  }

  private long toNextWindow(long now, long otherwise) {
    return nextWindow
        .map(next -> next.toEpochMilli() - now)
        .filter(wait -> wait > 0)
        .orElse(otherwise);
  }
}
