package org.plimsoll.shore.port.fence;

import java.time.Duration;
import java.util.Optional;
import org.plimsoll.shore.port.Timestamp;

/**
 * What is known of one vessel and one fence. Immutable; each fix gives the next.
 *
 * <p>A change of side counts when fixes have said so for the dwell, at least {@value #LEAST_FIXES}
 * of them and without a silence longer than {@link #LONGEST_SILENCE}: neither a jump of the
 * receiver nor a graze of the edge is an arrival. The first side ever known is no crossing, since
 * nobody saw it.
 *
 * @param where the side that is sure
 * @param sureMillis time of the last fix on it
 * @param turning the side that fixes speak for now, if it is the other one
 */
record Presence(Where where, long sureMillis, Optional<Turning> turning) {

  /** Fewest fixes that make a change. */
  static final int LEAST_FIXES = 3;

  /** After a silence as long as this the dwell begins again. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  static final Presence UNKNOWN = new Presence(Where.UNKNOWN, 0, Optional.empty());

  /** A side that is sure. */
  enum Where {
    UNKNOWN,
    INSIDE,
    OUTSIDE
  }

  /** A change that is not sure yet. */
  record Turning(Where to, long firstMillis, long lastMillis, int fixes) {}

  /**
   * A change that is sure.
   *
   * @param event arrival or departure
   * @param timeMillis first fix on the new side
   * @param earliestMillis last fix on the old one
   */
  record Passage(Timestamp.Event event, long timeMillis, long earliestMillis) {}

  /** What a fix makes of it. */
  record Step(Presence next, Optional<Passage> passage) {}

  /** As a crossing that was told left it. */
  static Presence after(Timestamp.Event event, long timeMillis) {
    return new Presence(
        event == Timestamp.Event.ARRIVAL ? Where.INSIDE : Where.OUTSIDE,
        timeMillis,
        Optional.empty());
  }

  /**
   * The next.
   *
   * @param timeMillis of the fix; later than that of the fix before
   * @param dwellMillis how long a change must last
   */
  Step at(long timeMillis, Fence.Side side, long dwellMillis) {
    if (side == Fence.Side.BETWEEN) {
      return new Step(this, Optional.empty());
    }
    Where seen = side == Fence.Side.INSIDE ? Where.INSIDE : Where.OUTSIDE;
    if (seen == where) {
      return new Step(new Presence(where, timeMillis, Optional.empty()), Optional.empty());
    }
    Turning now = turned(seen, timeMillis);
    if (now.fixes() < LEAST_FIXES || timeMillis - now.firstMillis() < dwellMillis) {
      return new Step(new Presence(where, sureMillis, Optional.of(now)), Optional.empty());
    }
    Presence next = new Presence(seen, timeMillis, Optional.empty());
    if (where == Where.UNKNOWN) {
      return new Step(next, Optional.empty());
    }
    Timestamp.Event event =
        seen == Where.INSIDE ? Timestamp.Event.ARRIVAL : Timestamp.Event.DEPARTURE;
    return new Step(next, Optional.of(new Passage(event, now.firstMillis(), sureMillis)));
  }

  private Turning turned(Where seen, long timeMillis) {
    return turning
        .filter(known -> known.to() == seen)
        .filter(known -> timeMillis - known.lastMillis() <= LONGEST_SILENCE.toMillis())
        .map(known -> new Turning(seen, known.firstMillis(), timeMillis, known.fixes() + 1))
        .orElseGet(() -> new Turning(seen, timeMillis, timeMillis, 1));
  }
}
