package org.plimsoll.protocol.casic;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** What a CASIC message measures, in SI. */
public final class CasicReadings {

  private static final int FULL_CIRCLE = 360;

  private CasicReadings() {}

  /**
   * The readings of one message. A NAV-PV that does not vouch for its position, or its velocity,
   * gives {@code INVALID} readings of it. NAV-TIMEUTC gives none.
   *
   * @return not modifiable
   */
  public static List<Reading> of(CasicMessage message) {
    return message instanceof NavPv solution ? of(solution) : List.of();
  }

  private static List<Reading> of(NavPv solution) {
    List<Reading> readings = new ArrayList<>();
    if (solution.isPosition()) {
      readings.add(Reading.good(Quantities.LATITUDE, solution.latitudeDegrees()));
      readings.add(Reading.good(Quantities.LONGITUDE, solution.longitudeDegrees()));
      readings.add(Reading.good(Quantities.GNSS_POSITION_DILUTION, solution.positionDilution()));
      if (solution.position() != NavPv.TWO_DIMENSIONS) {
        double altitude = solution.heightMetres() - solution.geoidSeparationMetres();
        readings.add(Reading.good(Quantities.GNSS_ANTENNA_ALTITUDE, altitude));
      }
    } else {
      readings.add(Reading.invalid(Quantities.LATITUDE));
      readings.add(Reading.invalid(Quantities.LONGITUDE));
    }
    if (solution.isVelocity()) {
      double course = (solution.courseDegrees() + FULL_CIRCLE) % FULL_CIRCLE;
      readings.add(Reading.good(Quantities.SPEED_OVER_GROUND, solution.speedMetresPerSecond()));
      readings.add(Reading.good(Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(course)));
    } else {
      readings.add(Reading.invalid(Quantities.SPEED_OVER_GROUND));
      readings.add(Reading.invalid(Quantities.COURSE_OVER_GROUND_TRUE));
    }
    readings.add(Reading.good(Quantities.GNSS_SATELLITES, solution.satellites()));
    return List.copyOf(readings);
  }
}
