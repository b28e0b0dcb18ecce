package org.plimsoll.vessel.pipeline;

/**
 * Notices when a position jumps: further than 100 m beyond what the ship can sail in the time. A
 * jump is believed when {@value #CONVINCING} fixes in a row agree on the new place, as after a
 * receiver was moved or restarted. Confined to the pipeline thread; one for each source.
 */
final class PositionGate {

  /** 1.5 times 50 knots, in metres a second. */
  static final double GREATEST_SPEED = 38.6;

  /** What noise and a receiver's own filter may do, in metres. */
  static final double SLACK_METRES = 100;

  /** Fixes in a row that make a new place believable. */
  static final int CONVINCING = 3;

  private static final double METRES_PER_DEGREE = 111_195;
  private static final double NANOS = 1e9;

  private record Fix(double latitude, double longitude, long nanos) {}

  private Fix accepted = new Fix(Double.NaN, Double.NaN, 0);
  private Fix candidate = accepted;
  private int agreeing;

  /**
   * Judges a fix, in degrees.
   *
   * @return false if it is a jump that is not believed yet
   */
  boolean accepts(double latitude, double longitude, long nowNanos) {
    Fix fix = new Fix(latitude, longitude, nowNanos);
    if (Double.isNaN(accepted.latitude()) || isReachable(accepted, fix)) {
      accepted = fix;
      agreeing = 0;
      return true;
    }
    agreeing = agreeing > 0 && isReachable(candidate, fix) ? agreeing + 1 : 1;
    candidate = fix;
    if (agreeing < CONVINCING) {
      return false;
    }
    accepted = fix;
    agreeing = 0;
    return true;
  }

  private static boolean isReachable(Fix from, Fix to) {
    double seconds = Math.max(0, (to.nanos() - from.nanos()) / NANOS);
    double north = to.latitude() - from.latitude();
    double east = Math.IEEEremainder(to.longitude() - from.longitude(), 360);
    double metres =
        METRES_PER_DEGREE * Math.hypot(north, east * Math.cos(Math.toRadians(to.latitude())));
    return metres <= SLACK_METRES + GREATEST_SPEED * seconds;
  }
}
