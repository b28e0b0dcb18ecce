package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * Course and speed over ground. Before NMEA 2.0 the four numbers stood without their units.
 *
 * <pre>
 * $--VTG,x.x,T,x.x,M,x.x,N,x.x,K,a*hh
 *        1   2 3   4 5   6 7   8 9
 *        true  magn. knots km/h  mode
 * </pre>
 *
 * @param courseTrueDegrees over ground
 * @param courseMagneticDegrees over ground
 * @param speedKnots over ground; from km/h if the knots are missing
 */
public record Vtg(
    String talker,
    OptionalDouble courseTrueDegrees,
    OptionalDouble courseMagneticDegrees,
    OptionalDouble speedKnots,
    FixMode fix)
    implements Sentence {

  private static final double KILOMETRES_PER_NAUTICAL_MILE = 1.852;

  static Vtg decode(Fields fields) {
    int step = fields.count() <= 4 ? 1 : 2;
    OptionalDouble knots = fields.number(1 + 2 * step);
    if (knots.isEmpty()) {
      OptionalDouble kilometresPerHour = fields.number(1 + 3 * step);
      if (kilometresPerHour.isPresent()) {
        knots = OptionalDouble.of(kilometresPerHour.getAsDouble() / KILOMETRES_PER_NAUTICAL_MILE);
      }
    }
    return new Vtg(
        fields.talker(),
        fields.number(1),
        fields.number(1 + step),
        knots,
        FixMode.decode(fields, 9));
  }

  void write(FieldWriter out) {
    OptionalDouble kilometresPerHour =
        speedKnots.isPresent()
            ? OptionalDouble.of(speedKnots.getAsDouble() * KILOMETRES_PER_NAUTICAL_MILE)
            : speedKnots;
    out.number(courseTrueDegrees, 1)
        .letter('T')
        .number(courseMagneticDegrees, 1)
        .letter('M')
        .number(speedKnots, 2)
        .letter('N')
        .number(kilometresPerHour, 2)
        .letter('K')
        .letter(fix.indicator());
  }

  void readings(ReadingList out) {
    out.add(fix, Quantities.SPEED_OVER_GROUND, speedKnots, ReadingList.KNOT);
    out.add(fix, Quantities.COURSE_OVER_GROUND_TRUE, courseTrueDegrees, ReadingList.DEGREE);
  }
}
