package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.budget.Rationing;
import org.plimsoll.vessel.budget.Spending;

/**
 * Opens and closes the link by its windows, and says what may go over it: outside of them the link
 * is down, unless an urgent alert waits, and then nothing but alerts goes. Confined to the uplink
 * thread.
 */
final class Gate {

  /** So long the link stays when nothing wants it any more: receipts and further alerts come. */
  static final Duration LINGER = Duration.ofSeconds(15);

  /** So long after a window opened nobody wonders that the link is still down. */
  static final Duration OPENING = Duration.ofMinutes(2);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Rationing rationing;
  private final Link link;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private long wantedNanos;
  private long openedNanos;
  private boolean wasOpen = true;
  private boolean upSinceOpened = true;

  Gate(Rationing rationing, Link link, InstantSource clock, LongSupplier nanos) {
    this.rationing = rationing;
    this.link = link;
    this.clock = clock;
    this.nanos = nanos;
    this.wantedNanos = nanos.getAsLong() - LINGER.toNanos();
  }

  /**
   * Lets the link connect, or ends it.
   *
   * @param urgentWaits whether an alert waits that opens the link outside of windows
   * @param farewell the last words of a connection
   */
  void tend(boolean urgentWaits, Supplier<Link.Farewell> farewell) {
    rationing.look();
    long now = nanos.getAsLong();
    if (rationing.isOpen() && !wasOpen) {
      openedNanos = now;
      upSinceOpened = false;
    }
    wasOpen = rationing.isOpen();
    upSinceOpened |= link.isUp();
    if (rationing.isOpen() || urgentWaits) {
      wantedNanos = now;
      link.release();
    } else if (!link.isResting() && (!link.isUp() || now - wantedNanos >= LINGER.toNanos())) {
      link.rest(why(), farewell.get());
    }
  }

  private String why() {
    Instant now = clock.instant();
    return rationing
        .spending(true)
        .nextWindow()
        .map(
            next ->
                "waiting for the window at "
                    + (Duration.between(now, next).compareTo(Duration.ofDays(1)) < 0 ? TIME : DATE)
                        .format(next))
        .orElse("waiting for a window");
  }

  /** Whether blocks may go, and the channel table that they need. */
  boolean takesBlocks() {
    return rationing.isOpen() && rationing.level() != Level.ALERTS_ONLY;
  }

  /** Whether blocks may go that are not live, and live ones as soon as they can be. */
  boolean takesBacklog() {
    return rationing.isOpen() && rationing.level() == Level.FULL;
  }

  /** Whether of the live blocks only those of statistics may go. */
  boolean takesStatisticsOnly() {
    return rationing.isOpen() && rationing.level() == Level.STATISTICS;
  }

  /** What is shown. */
  Spending spending() {
    boolean opening =
        wasOpen && !upSinceOpened && nanos.getAsLong() - openedNanos < OPENING.toNanos();
    return rationing.spending(!wasOpen || opening);
  }

  /** Time until the gate has to be looked at, or {@code atMost}. */
  long nanosToNext(long atMost) {
    long wait = rationing.nanosToNext(atMost);
    long left = LINGER.toNanos() - (nanos.getAsLong() - wantedNanos);
    return !rationing.isOpen() && !link.isResting() ? Math.min(wait, Math.max(0, left)) : wait;
  }
}
