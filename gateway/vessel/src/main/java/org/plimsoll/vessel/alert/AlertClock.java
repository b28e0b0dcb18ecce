package org.plimsoll.vessel.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.plimsoll.telemetry.AlertState;

/** Since when what is, on the nanosecond ticker. Confined to the pipeline thread. */
final class AlertClock {

  static final long STOPPED = Long.MIN_VALUE;

  /** Since when a condition waits for its delay. */
  long pending = STOPPED;

  /** Since when the condition is gone. */
  long absent = STOPPED;

  /** When it was silenced. */
  long silenced;

  /** Since when nobody answered. */
  long unanswered;

  /** The alert has just come to its state. */
  void entered(Alert alert, Tick now) {
    if (alert.state() == AlertState.ACTIVE_SILENCED) {
      silenced = now.nanos();
    }
    if (alert.unanswered().equals(now.time())) {
      unanswered = now.nanos();
    }
  }

  /** The gateway was away for a time that the clock may tell or not. */
  void restored(Alert alert, Tick now, Optional<Duration> escalatesAfter) {
    silenced = now.nanos() - gone(alert.said().changed(), now, AlertBook.SILENCE);
    unanswered = now.nanos() - gone(alert.unanswered(), now, escalatesAfter.orElse(Duration.ZERO));
  }

  private static long gone(Instant since, Tick now, Duration atMost) {
    Duration past = Duration.between(since, now.time());
    if (past.isNegative()) {
      return 0;
    }
    return past.compareTo(atMost) > 0 ? atMost.toNanos() : past.toNanos();
  }
}
