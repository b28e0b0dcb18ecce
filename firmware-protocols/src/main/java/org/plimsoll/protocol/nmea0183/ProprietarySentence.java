package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quantities;

/** Sentences of one maker that are worth knowing; all others are unsupported. */
public sealed interface ProprietarySentence extends Sentence {

  /** With the formatter it makes the address. */
  String TALKER = "P";

  /** {@link #TALKER}. */
  @Override
  default String talker() {
    return TALKER;
  }

  /**
   * Position of a u-blox receiver.
   *
   * <pre>
   * $PUBX,00,hhmmss.ss,llll.ll,N,yyyyy.yy,E,x.x,cc,x.x,x.x,x.x,x.x,x.x,x.x,x.x,x.x,x.x,x,x,x*hh
   *       1  2         3         5          7   8  9   10  11  12  13  14  15  16  17  18
   *          UTC       latitude  longitude  |   |  |   |   |   |   |   |   HDOP    |   satellites
   *                                         |   |  |   |   |   |   |   |       VDOP
   *                                         |   |  |   |   |   |   |   age of the correction, s
   *                                         |   |  |   |   |   |   vertical speed, m/s, down positive
   *                                         |   |  |   |   |   course
   *                                         |   |  |   |   speed, km/h
   *                                         |   |  accuracies: horizontal, vertical
   *                                         |   status
   *                                         metres above the ellipsoid
   * </pre>
   *
   * @param status {@code NF} no fix, {@code DR} dead reckoning, {@code G2 G3} alone, {@code D2 D3}
   *     differential, {@code RK} with dead reckoning, {@code TT} time only
   */
  record Pubx00(
      Optional<LocalTime> time,
      Optional<Position> position,
      OptionalDouble altitudeMetres,
      String status,
      OptionalDouble horizontalAccuracyMetres,
      OptionalDouble verticalAccuracyMetres,
      OptionalDouble speedKilometresPerHour,
      OptionalDouble courseTrueDegrees,
      OptionalDouble downMetresPerSecond,
      OptionalDouble correctionAgeSeconds,
      OptionalDouble horizontalDilution,
      OptionalDouble verticalDilution,
      OptionalDouble timeDilution,
      OptionalInt satellites)
      implements ProprietarySentence {
    static Pubx00 decode(Fields fields) {
      return new Pubx00(
          fields.time(2),
          fields.position(3),
          fields.number(7),
          fields.text(8),
          fields.number(9),
          fields.number(10),
          fields.number(11),
          fields.number(12),
          fields.number(13),
          fields.number(14),
          fields.number(15),
          fields.number(16),
          fields.number(17),
          fields.integer(18));
    }

    private static FixMode fix(String status) {
      return status.length() == 2 ? fix(status.charAt(0), status.charAt(1)) : FixMode.VOID;
    }

    private static FixMode fix(int first, int second) {
      return switch (first << Byte.SIZE | second) {
        case 'G' << Byte.SIZE | '2', 'G' << Byte.SIZE | '3' -> FixMode.AUTONOMOUS;
        case 'D' << Byte.SIZE | '2', 'D' << Byte.SIZE | '3' -> FixMode.DIFFERENTIAL;
        case 'D' << Byte.SIZE | 'R', 'R' << Byte.SIZE | 'K' -> FixMode.ESTIMATED;
        default -> FixMode.VOID;
      };
    }

    static void measure(Fields fields, ReadingOutput out) {
      fields.checkTime(2);
      fields.checkPosition(3);
      fields.check("......n.nn");
      double kilometresPerHour = fields.value(11);
      double course = fields.value(12);
      fields.value(13);
      fields.value(14);
      double horizontal = fields.value(15);
      double vertical = fields.value(16);
      fields.value(17);
      int satellites = fields.whole(18, ReadingOutput.NO_COUNT);
      if (out.beginsProprietary(fields, "UBX00")) {
        boolean plain = fields.length(8) == 2;
        FixMode fix = plain ? fix(fields.charAt(8, 0), fields.charAt(8, 1)) : fix(fields.text(8));
        out.position(fix, fields.latitude(), fields.longitude());
        say(out, fix, kilometresPerHour, course, horizontal, vertical);
        out.addCount(Quantities.GNSS_SATELLITES, satellites);
      }
    }

    void readings(ReadingOutput out) {
      FixMode fix = fix(status);
      out.position(fix, position);
      say(
          out,
          fix,
          ReadingOutput.orNaN(speedKilometresPerHour),
          ReadingOutput.orNaN(courseTrueDegrees),
          ReadingOutput.orNaN(horizontalDilution),
          ReadingOutput.orNaN(verticalDilution));
      out.add(Quantities.GNSS_SATELLITES, satellites);
    }

    private static void say(
        ReadingOutput out,
        FixMode fix,
        double kilometresPerHour,
        double course,
        double horizontal,
        double vertical) {
      out.add(fix, Quantities.SPEED_OVER_GROUND, kilometresPerHour, Units.KILOMETRE_PER_HOUR);
      out.add(fix, Quantities.COURSE_OVER_GROUND_TRUE, course, Units.DEGREE);
      out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, horizontal);
      out.addWhenFixed(fix, Quantities.GNSS_VERTICAL_DILUTION, vertical);
    }

    @Override
    public String formatter() {
      return "UBX00";
    }
  }

  /** Estimated errors of a Garmin receiver ({@code $PGRME,x.x,M,x.x,M,x.x,M*hh}). */
  record Pgrme(
      OptionalDouble horizontalMetres, OptionalDouble verticalMetres, OptionalDouble positionMetres)
      implements ProprietarySentence {
    static Pgrme decode(Fields fields) {
      return new Pgrme(fields.number(1), fields.number(3), fields.number(5));
    }

    static void measure(Fields fields, ReadingOutput out) {
      fields.check("n.n.n");
      out.beginsProprietary(fields, "GRME");
    }

    @Override
    public String formatter() {
      return "GRME";
    }
  }

  /**
   * Position of a timing receiver of Ericsson (GRU 04), averaged over the hours that it surveys its
   * place; so it is estimated, and not where a ship is now.
   *
   * <pre>
   * $PERC,GPavp,llll.llll,N,yyyyy.yyyy,E,x.x,M*hh
   *       1     2         3 4          5 6   7
   *             latitude    longitude    metres above mean sea level
   * </pre>
   */
  record PercAvp(Optional<Position> position, OptionalDouble altitudeMetres)
      implements ProprietarySentence {
    static PercAvp decode(Fields fields) {
      return new PercAvp(fields.position(2), fields.number(6));
    }

    static void measure(Fields fields, ReadingOutput out) {
      fields.checkPosition(2);
      double altitude = fields.value(6);
      if (out.beginsProprietary(fields, "ERCGPavp")) {
        out.position(FixMode.ESTIMATED, fields.latitude(), fields.longitude());
        out.addWhenFixed(FixMode.ESTIMATED, Quantities.GNSS_ANTENNA_ALTITUDE, altitude);
      }
    }

    void readings(ReadingOutput out) {
      out.position(FixMode.ESTIMATED, position);
      out.addWhenFixed(FixMode.ESTIMATED, Quantities.GNSS_ANTENNA_ALTITUDE, altitudeMetres);
    }

    @Override
    public String formatter() {
      return "ERCGPavp";
    }
  }

  /**
   * Attitude of an inertial system; other {@code PASHR} sentences are unsupported.
   *
   * <pre>
   * $PASHR,hhmmss.sss,x.x,T,x.x,x.x,x.x,x.x,x.x,x.x,x,x*hh
   *        1          2   3 4   5   6   7   8   9   10 11
   *        UTC        |     |   |   |   roll,   |   |  inertial sensor
   *                   |     |   |   |   pitch,  |   GNSS quality
   *                   |     |   |   |   heading accuracy, degrees
   *                   |     |   |   heave, metres
   *                   |     |   pitch, bow up positive
   *                   |     roll, to starboard positive
   *                   heading
   * </pre>
   */
  record Pashr(
      Optional<LocalTime> time,
      OptionalDouble headingTrueDegrees,
      OptionalDouble rollDegrees,
      OptionalDouble pitchDegrees,
      OptionalDouble heaveMetres,
      OptionalDouble rollAccuracyDegrees,
      OptionalDouble pitchAccuracyDegrees,
      OptionalDouble headingAccuracyDegrees,
      OptionalInt gnssQuality,
      OptionalInt inertialStatus)
      implements ProprietarySentence {
    static Pashr decode(Fields fields) {
      return new Pashr(
          fields.time(1),
          fields.number(2),
          fields.number(4),
          fields.number(5),
          fields.number(6),
          fields.number(7),
          fields.number(8),
          fields.number(9),
          fields.integer(10),
          fields.integer(11));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double heading = fields.value(2);
      double roll = fields.value(4);
      double pitch = fields.value(5);
      double heave = fields.value(6);
      fields.check("t.....nnnii");
      if (out.beginsProprietary(fields, "ASHR")) {
        out.add(Quantities.HEADING_TRUE, heading * Units.DEGREE);
        out.add(Quantities.ROLL, roll * Units.DEGREE);
        out.add(Quantities.PITCH, pitch * Units.DEGREE);
        out.add(Quantities.HEAVE, heave);
      }
    }

    void readings(ReadingOutput out) {
      out.add(Quantities.HEADING_TRUE, headingTrueDegrees, Units.DEGREE);
      out.add(Quantities.ROLL, rollDegrees, Units.DEGREE);
      out.add(Quantities.PITCH, pitchDegrees, Units.DEGREE);
      out.add(Quantities.HEAVE, heaveMetres, 1);
    }

    @Override
    public String formatter() {
      return "ASHR";
    }
  }
}
