package org.plimsoll.vessel.clock;

/**
 * What the gateway's time is worth.
 *
 * @param source what it follows
 * @param doubt what an officer should know of it; empty when all is well
 */
public record ClockState(Source source, String doubt) {

  /** What the time follows, the best first. */
  public enum Source {
    /** Satellite receivers with a fix agree with it. */
    SATELLITES,
    /** The operating system's clock, which nothing contradicts. */
    SYSTEM,
    /** Nothing that can be believed: it goes on from the last time that could. */
    HELD
  }

  /** The operating system's clock, and no reason to doubt it. */
  public static final ClockState SYSTEM = new ClockState(Source.SYSTEM, "");
}
