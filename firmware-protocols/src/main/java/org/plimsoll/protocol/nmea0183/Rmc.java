package org.plimsoll.protocol.nmea0183;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * Recommended minimum specific GNSS data.
 *
 * <pre>
 * $--RMC,hhmmss.ss,A,llll.ll,N,yyyyy.yy,E,x.x,x.x,ddmmyy,x.x,W,a,a*hh
 *        1         2 3       4 5        6 7   8   9      10  11 | |
 *        UTC  status latitude  longitude  kn  °T  date   varia- | navigational status (4.1)
 *                                                        tion   mode (2.3)
 * </pre>
 *
 * @param time UTC; a leap second reads as the last nanosecond before it
 * @param date UTC; the century is a guess (80 to 99 are 19xx), and receivers are wrong by 1024
 *     weeks
 * @param fix status and mode in one
 * @param speedKnots over ground
 * @param courseTrueDegrees over ground
 * @param variationDegrees east positive
 * @param status as sent
 * @param mode as sent
 * @param navigationalStatus {@code S} safe, {@code C} caution, {@code U} unsafe, {@code V} not
 *     valid
 */
public record Rmc(
    String talker,
    Optional<LocalTime> time,
    Optional<LocalDate> date,
    FixMode fix,
    Optional<Position> position,
    OptionalDouble speedKnots,
    OptionalDouble courseTrueDegrees,
    OptionalDouble variationDegrees,
    Optional<Character> status,
    Optional<Character> mode,
    Optional<Character> navigationalStatus)
    implements Sentence {

  /** As a receiver of NMEA 2.3 says it. */
  public Rmc(
      String talker,
      Optional<LocalTime> time,
      Optional<LocalDate> date,
      FixMode fix,
      Optional<Position> position,
      OptionalDouble speedKnots,
      OptionalDouble courseTrueDegrees,
      OptionalDouble variationDegrees) {
    this(
        talker,
        time,
        date,
        fix,
        position,
        speedKnots,
        courseTrueDegrees,
        variationDegrees,
        fix.status(),
        Optional.of(fix.indicator()),
        Optional.empty());
  }

  static Rmc decode(Fields fields) {
    return new Rmc(
        fields.talker(),
        fields.time(1),
        fields.date(9),
        FixMode.decode(fields, 2, 12),
        fields.position(3),
        fields.number(7),
        fields.number(8),
        fields.variation(10),
        fields.code(2),
        fields.code(12),
        fields.code(13));
  }

  void write(FieldWriter out) {
    out.time(time)
        .code(status)
        .position(position)
        .number(speedKnots, 2)
        .number(courseTrueDegrees, 1)
        .date(date)
        .variation(variationDegrees)
        .code(mode);
    if (navigationalStatus.isPresent()) {
      out.code(navigationalStatus);
    }
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    fields.checkTime(1);
    FixMode fix = FixMode.decode(fields, 2, 12);
    fields.checkPosition(3);
    double knots = fields.value(7);
    double course = fields.value(8);
    fields.signed(10);
    fields.checkCode(2);
    fields.checkCode(12);
    fields.checkCode(13);
    if (out.begins(fields, "RMC")) {
      out.position(fix, fields.latitude(), fields.longitude());
      out.add(fix, Quantities.SPEED_OVER_GROUND, knots, Units.KNOT);
      out.add(fix, Quantities.COURSE_OVER_GROUND_TRUE, course, Units.DEGREE);
    }
  }

  void readings(ReadingOutput out) {
    out.position(fix, position);
    out.add(fix, Quantities.SPEED_OVER_GROUND, speedKnots, Units.KNOT);
    out.add(fix, Quantities.COURSE_OVER_GROUND_TRUE, courseTrueDegrees, Units.DEGREE);
  }
}
