package org.plimsoll.vessel.clock;

/**
 * The clock was set.
 *
 * @param kind how
 * @param fromMillis gateway time before, in ms since 1970-01-01 UTC
 * @param toMillis gateway time after
 * @param clockEpoch the epoch from now on
 */
public record ClockEvent(Kind kind, long fromMillis, long toMillis, int clockEpoch) {

  /** What happened. */
  public enum Kind {
    /** What the clock follows was set forward: the anchor follows, the epoch stays. */
    FORWARD_STEP,
    /** It was set back: a new epoch, so that nothing stored is overwritten. */
    BACKWARD_STEP,
    /** At the start it stood before the last stored time: a new epoch. */
    STARTED_IN_THE_PAST,
    /**
     * At the start it stood before this software was made: time goes on from the last known, in a
     * new epoch.
     */
    STARTED_WITHOUT_TIME
  }

  /** How far the clock was moved, in ms; negative when back. */
  public long stepMillis() {
    return toMillis - fromMillis;
  }
}
