package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quantities;

/** Sentences of one maker that are worth knowing; all others are unsupported. */
public sealed interface ProprietarySentence extends Sentence {

  /** {@code P}, which with the formatter makes the address. */
  @Override
  default String talker() {
    return "P";
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

    private FixMode fix() {
      return switch (status) {
        case "G2", "G3" -> FixMode.AUTONOMOUS;
        case "D2", "D3" -> FixMode.DIFFERENTIAL;
        case "DR", "RK" -> FixMode.ESTIMATED;
        default -> FixMode.VOID;
      };
    }

    void readings(ReadingList out) {
      FixMode fix = fix();
      out.position(fix, position);
      out.add(fix, Quantities.SPEED_OVER_GROUND, speedKilometresPerHour, Units.KILOMETRE_PER_HOUR);
      out.add(fix, Quantities.COURSE_OVER_GROUND_TRUE, courseTrueDegrees, Units.DEGREE);
      out.addWhenFixed(fix, Quantities.GNSS_HORIZONTAL_DILUTION, horizontalDilution);
      out.addWhenFixed(fix, Quantities.GNSS_VERTICAL_DILUTION, verticalDilution);
      out.add(Quantities.GNSS_SATELLITES, satellites);
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

    @Override
    public String formatter() {
      return "GRME";
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

    void readings(ReadingList out) {
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
