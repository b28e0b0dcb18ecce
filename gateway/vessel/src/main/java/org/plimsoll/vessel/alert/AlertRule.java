package org.plimsoll.vessel.alert;

import java.time.Duration;
import java.util.Optional;

/**
 * How one kind of alert behaves.
 *
 * @param category where it may be acknowledged
 * @param transferable whether another system may take over to announce it
 * @param armed when its conditions count
 * @param delay how long a condition must be there before it raises or worsens the alert
 * @param clearsAfter how long a condition must be gone before the alert is rectified
 * @param lingers the same while the value is within the hysteresis below its limit
 * @param escalatesAfter how long a warning may stay unacknowledged before it becomes an alarm;
 *     empty is never
 */
public record AlertRule(
    AlertCategory category,
    boolean transferable,
    Armed armed,
    Duration delay,
    Duration clearsAfter,
    Duration lingers,
    Optional<Duration> escalatesAfter) {

  /** So that a value at the limit does not chatter. */
  public static final Duration CLEARS_AFTER = Duration.ofSeconds(10);

  public static final Duration LINGERS = Duration.ofSeconds(60);

  /** A receiver loses its satellites under a bridge or a crane for a moment. */
  public static final Duration POSITION_LOST_AFTER = Duration.ofSeconds(30);

  /** Draughts are filtered over a minute, and a sensor needs a moment after the start. */
  public static final Duration SENSORS_AFTER = Duration.ofSeconds(60);

  /** The most that MSC.302(87) allows. */
  public static final Duration ESCALATES_AFTER = Duration.ofSeconds(300);

  /** When a condition counts. While nobody knows where she is, everything counts. */
  public enum Armed {
    ALWAYS,
    ALONGSIDE,
    UNDER_WAY
  }

  private static Duration delay(AlertKind kind) {
    return switch (kind) {
      case POSITION_LOST -> POSITION_LOST_AFTER;
      case SENSOR_DISAGREE, DENSITY_OLD, TANK_GAUGE -> SENSORS_AFTER;
      default -> Duration.ZERO;
    };
  }

  /** The rule of a kind for which nothing is configured. */
  static AlertRule of(AlertKind kind) {
    return new AlertRule(
        AlertCategory.B,
        false,
        kind.armed(),
        delay(kind),
        CLEARS_AFTER,
        LINGERS,
        Optional.of(ESCALATES_AFTER));
  }
}
