package org.plimsoll.protocol.nmea0183;

import java.util.Optional;
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
 * @param speedKilometresPerHour as sent
 * @param mode as sent
 */
public record Vtg(
    String talker,
    OptionalDouble courseTrueDegrees,
    OptionalDouble courseMagneticDegrees,
    OptionalDouble speedKnots,
    FixMode fix,
    OptionalDouble speedKilometresPerHour,
    Optional<Character> mode)
    implements Sentence {

  private static final double KILOMETRES_PER_NAUTICAL_MILE = 1.852;

  /** As a receiver of NMEA 2.3 says it, both speeds from one. */
  public Vtg(
      String talker,
      OptionalDouble courseTrueDegrees,
      OptionalDouble courseMagneticDegrees,
      OptionalDouble speedKnots,
      FixMode fix) {
    this(
        talker,
        courseTrueDegrees,
        courseMagneticDegrees,
        speedKnots,
        fix,
        Units.scaled(speedKnots, KILOMETRES_PER_NAUTICAL_MILE),
        Optional.of(fix.indicator()));
  }

  static Vtg decode(Fields fields) {
    int step = fields.count() <= 4 ? 1 : 2;
    OptionalDouble knots = fields.number(1 + 2 * step);
    OptionalDouble kilometresPerHour = fields.number(1 + 3 * step);
    if (knots.isEmpty()) {
      knots = Units.scaled(kilometresPerHour, 1 / KILOMETRES_PER_NAUTICAL_MILE);
    }
    return new Vtg(
        fields.talker(),
        fields.number(1),
        fields.number(1 + step),
        knots,
        FixMode.decode(fields, 9),
        kilometresPerHour,
        fields.code(9));
  }

  void write(FieldWriter out) {
    out.number(courseTrueDegrees, 1)
        .letter('T')
        .number(courseMagneticDegrees, 1)
        .letter('M')
        .number(speedKnots, 2)
        .letter('N')
        .number(speedKilometresPerHour, 2)
        .letter('K')
        .code(mode);
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    int step = fields.count() <= 4 ? 1 : 2;
    double course = fields.value(1);
    fields.value(1 + step);
    double knots = fields.value(1 + 2 * step);
    double kilometresPerHour = fields.value(1 + 3 * step);
    if (Double.isNaN(knots)) {
      knots = kilometresPerHour * (1 / KILOMETRES_PER_NAUTICAL_MILE);
    }
    FixMode fix = FixMode.decode(fields, 9);
    fields.checkCode(9);
    if (out.begins(fields, "VTG")) {
      out.add(fix, Quantities.SPEED_OVER_GROUND, knots, Units.KNOT);
      out.add(fix, Quantities.COURSE_OVER_GROUND_TRUE, course, Units.DEGREE);
    }
  }

  void readings(ReadingOutput out) {
    out.add(fix, Quantities.SPEED_OVER_GROUND, speedKnots, Units.KNOT);
    out.add(fix, Quantities.COURSE_OVER_GROUND_TRUE, courseTrueDegrees, Units.DEGREE);
  }
}
