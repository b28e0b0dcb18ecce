package org.plimsoll.protocol.ubx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** What a UBX message measures, in SI. */
public final class UbxReadings {

  private static final int TWO_DIMENSIONS = 2;
  private static final List<Quantity> OF_A_FIX =
      List.of(
          Quantities.LATITUDE,
          Quantities.LONGITUDE,
          Quantities.SPEED_OVER_GROUND,
          Quantities.COURSE_OVER_GROUND_TRUE);

  private UbxReadings() {}

  /**
   * The readings of one message. A NAV-PVT that does not vouch for its position ({@link
   * NavPvt.Fix#isPosition}) gives {@code INVALID} readings; one by dead reckoning alone gives
   * {@code DEGRADED} ones. So does NAV-SOL. NAV-POSLLH, NAV-HPPOSLLH and NAV-VELNED do not tell
   * whether there is a fix and give none.
   *
   * @return not modifiable
   */
  public static List<Reading> of(UbxMessage message) {
    if (message instanceof NavPvt solution) {
      return of(solution);
    }
    if (message instanceof NavSol solution) {
      return of(solution);
    }
    if (message instanceof NavSat visible) {
      return List.of(Reading.good(Quantities.GNSS_SATELLITES_IN_VIEW, visible.satellites().size()));
    }
    return List.of();
  }

  private static List<Reading> of(NavPvt solution) {
    NavPvt.Fix fix = solution.fix();
    List<Reading> readings = new ArrayList<>();
    if (fix.isPosition()) {
      Quality quality = fix.isDeadReckoning() ? Quality.DEGRADED : Quality.GOOD;
      add(readings, Quantities.LATITUDE, solution.place().latitudeDegrees(), quality);
      add(readings, Quantities.LONGITUDE, solution.place().longitudeDegrees(), quality);
      add(
          readings,
          Quantities.SPEED_OVER_GROUND,
          solution.velocity().groundMetresPerSecond(),
          quality);
      add(readings, Quantities.COURSE_OVER_GROUND_TRUE, course(solution), quality);
      add(
          readings,
          Quantities.GNSS_POSITION_DILUTION,
          solution.accuracy().positionDilution(),
          quality);
      if (fix.type() != TWO_DIMENSIONS) {
        add(readings, Quantities.GNSS_ANTENNA_ALTITUDE, solution.place().altitudeMetres(), quality);
      }
    } else {
      OF_A_FIX.forEach(quantity -> readings.add(Reading.invalid(quantity)));
    }
    add(readings, Quantities.GNSS_SATELLITES, fix.satellites(), Quality.GOOD);
    add(readings, Quantities.GNSS_FIX_DIMENSION, dimension(fix), Quality.GOOD);
    return List.copyOf(readings);
  }

  private static List<Reading> of(NavSol solution) {
    List<Reading> readings = new ArrayList<>();
    boolean isDeadReckoning = solution.fixType() == 1;
    if (solution.isPosition()) {
      Quality quality = isDeadReckoning ? Quality.DEGRADED : Quality.GOOD;
      double latitude = solution.latitudeDegrees().orElseThrow();
      double longitude = solution.longitudeDegrees().orElseThrow();
      double north = solution.velocity().north(latitude, longitude);
      double east = solution.velocity().east(longitude);
      double course = Math.atan2(east, north);
      add(readings, Quantities.LATITUDE, latitude, quality);
      add(readings, Quantities.LONGITUDE, longitude, quality);
      add(readings, Quantities.SPEED_OVER_GROUND, Math.hypot(north, east), quality);
      add(
          readings,
          Quantities.COURSE_OVER_GROUND_TRUE,
          course < 0 ? course + 2 * Math.PI : course,
          quality);
      add(readings, Quantities.GNSS_POSITION_DILUTION, solution.positionDilution(), quality);
    } else {
      OF_A_FIX.forEach(quantity -> readings.add(Reading.invalid(quantity)));
    }
    add(readings, Quantities.GNSS_SATELLITES, solution.satellites(), Quality.GOOD);
    int dimension = !solution.isPosition() || isDeadReckoning ? 1 : Math.min(3, solution.fixType());
    add(readings, Quantities.GNSS_FIX_DIMENSION, dimension, Quality.GOOD);
    return List.copyOf(readings);
  }

  /** Radians from 0 to a full circle; the receiver may count to -180 degrees. */
  private static double course(NavPvt solution) {
    double degrees = solution.velocity().courseDegrees();
    return Math.toRadians(degrees < 0 ? degrees + 360 : degrees);
  }

  /** 1 without a fix, as in GSA. */
  private static int dimension(NavPvt.Fix fix) {
    if (!fix.isPosition() || fix.isDeadReckoning()) {
      return 1;
    }
    return fix.type() == TWO_DIMENSIONS ? TWO_DIMENSIONS : 3;
  }

  private static void add(
      List<Reading> readings, Quantity quantity, double value, Quality quality) {
    readings.add(new Reading(quantity, OptionalDouble.of(value), quality));
  }
}
