package org.plimsoll.simulator;

/**
 * The ship's way over the ground, on a plane that touches the earth at the Rajin berth.
 *
 * <p>The berth called Vladivostok lies {@value #LEG_METRES} m from it on the true course to
 * Vladivostok: the leg is scaled from 90 nautical miles, so that position, course and speed stay
 * true to one another at every moment and a voyage still fits into minutes. She also turns and
 * gathers way faster than a ship of 6,000 t. Confined to the simulator thread.
 */
final class Passage {

  static final double RAJIN_LATITUDE = 42.2400;
  static final double RAJIN_LONGITUDE = 130.3000;
  static final double LEG_METRES = 700;

  private static final double COURSE_RADIANS = Math.toRadians(53.2);
  private static final double EARTH_METRES = 6_371_008.8;
  private static final double SERVICE_SPEED = 9.3;
  private static final double ACCELERATION = 0.25;
  private static final double TURN_RADIANS_PER_SECOND = Math.toRadians(6);
  private static final double TURN_CHANGE = Math.toRadians(3);
  private static final double ALONGSIDE_METRES = 2;
  private static final double OPEN_WATER_METRES = 200;
  private static final double BERTH_DEPTH_METRES = 9.5;
  private static final double DEPTH_SLOPE = 0.08;

  private double eastMetres;
  private double northMetres;
  private double headingRadians = COURSE_RADIANS;
  private double turnRadiansPerSecond;
  private double speed;
  private double targetEastMetres;
  private double targetNorthMetres;
  private boolean arrived = true;

  void sailToVladivostok() {
    targetEastMetres = LEG_METRES * Math.sin(COURSE_RADIANS);
    targetNorthMetres = LEG_METRES * Math.cos(COURSE_RADIANS);
    arrived = false;
  }

  void sailToRajin() {
    targetEastMetres = 0;
    targetNorthMetres = 0;
    arrived = false;
  }

  void step(double stepSeconds) {
    double east = targetEastMetres - eastMetres;
    double north = targetNorthMetres - northMetres;
    double distance = Math.hypot(east, north);
    double wanted = 0;
    double turn = 0;
    if (!arrived) {
      double bearing = Math.atan2(east, north);
      double error = Math.IEEEremainder(bearing - headingRadians, 2 * Math.PI);
      turn = clamp(error, TURN_RADIANS_PER_SECOND);
      wanted = Math.abs(error) > Math.PI / 4 ? 0.5 : SERVICE_SPEED;
      wanted = Math.min(wanted, Math.max(0.5, Math.sqrt(2 * ACCELERATION * distance)));
      if (distance < ALONGSIDE_METRES) {
        arrived = true;
      }
    }
    turnRadiansPerSecond += clamp(turn - turnRadiansPerSecond, TURN_CHANGE * stepSeconds);
    speed += clamp((arrived ? 0 : wanted) - speed, ACCELERATION * stepSeconds);
    headingRadians =
        positive(headingRadians + (speed > 0 ? turnRadiansPerSecond : 0) * stepSeconds);
    eastMetres += speed * Math.sin(headingRadians) * stepSeconds;
    northMetres += speed * Math.cos(headingRadians) * stepSeconds;
  }

  /** Whether she lies still at the berth that she sailed to. */
  boolean isAlongside() {
    return arrived && speed < 0.01;
  }

  /** 0 at a berth to 1 in open water. */
  double seaState() {
    return Math.min(1, metresFromBerth() / OPEN_WATER_METRES);
  }

  NavigationTruth truth() {
    double latitude = RAJIN_LATITUDE + Math.toDegrees(northMetres / EARTH_METRES);
    double parallel = EARTH_METRES * Math.cos(Math.toRadians(latitude));
    return new NavigationTruth(
        latitude,
        RAJIN_LONGITUDE + Math.toDegrees(eastMetres / parallel),
        speed,
        headingRadians,
        headingRadians,
        speed > 0 ? turnRadiansPerSecond : 0,
        BERTH_DEPTH_METRES + DEPTH_SLOPE * metresFromBerth());
  }

  private double metresFromBerth() {
    double fromRajin = Math.hypot(eastMetres, northMetres);
    double fromVladivostok =
        Math.hypot(
            LEG_METRES * Math.sin(COURSE_RADIANS) - eastMetres,
            LEG_METRES * Math.cos(COURSE_RADIANS) - northMetres);
    return Math.min(fromRajin, fromVladivostok);
  }

  private static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  private static double positive(double radians) {
    double wrapped = radians % (2 * Math.PI);
    return wrapped < 0 ? wrapped + 2 * Math.PI : wrapped;
  }
}
