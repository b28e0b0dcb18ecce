package org.plimsoll.protocol.nmea0183;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** Wind, as an anemometer feels it or as somebody computed it. */
public sealed interface WindSentence extends Sentence {

  private static void older(
      Fields fields, ReadingOutput out, String formatter, Quantity angle, Quantity speed) {
    double degrees = fields.value(1);
    char side = fields.letter(2);
    fields.checkCode(2);
    double knots = fields.value(3);
    double metresPerSecond = fields.value(5);
    double kilometresPerHour = fields.value(7);
    if (out.begins(fields, formatter)) {
      angle(out, angle, degrees, side);
      out.add(speed, metresPerSecond(knots, metresPerSecond, kilometresPerHour));
    }
  }

  private static void angle(ReadingOutput out, Quantity quantity, double degrees, char side) {
    if (side != Fields.NULL) {
      out.add(quantity, degrees * (side == 'L' ? -Units.DEGREE : Units.DEGREE));
    }
  }

  private static double metresPerSecond(
      double knots, double metresPerSecond, double kilometresPerHour) {
    if (!Double.isNaN(metresPerSecond)) {
      return metresPerSecond;
    }
    return Double.isNaN(knots) ? kilometresPerHour * Units.KILOMETRE_PER_HOUR : knots * Units.KNOT;
  }

  /**
   * Wind speed and angle.
   *
   * <pre>
   * $--MWV,x.x,a,x.x,a,A*hh
   *        1   2 3   4 5
   *        |   | |   | status
   *        |   | |   unit: K km/h, M m/s, N knots, S miles per hour
   *        |   | speed
   *        |   R relative (apparent), T theoretical (true, to the ship through the water)
   *        angle from the bow, clockwise
   * </pre>
   *
   * @param angleDegrees 0 to 360, from the bow
   * @param reference {@code R} or {@code T}
   * @param speed in {@code unit}
   */
  record Mwv(
      String talker,
      OptionalDouble angleDegrees,
      Optional<Character> reference,
      OptionalDouble speed,
      Optional<Character> unit,
      Optional<Character> status)
      implements WindSentence {
    static Mwv decode(Fields fields) {
      return new Mwv(
          fields.talker(),
          fields.number(1),
          fields.code(2),
          fields.number(3),
          fields.code(4),
          fields.code(5));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double degrees = fields.value(1);
      char reference = fields.letter(2);
      double speed = fields.value(3);
      char unit = fields.letter(4);
      char status = fields.letter(5);
      fields.checkCode(2);
      fields.checkCode(4);
      fields.checkCode(5);
      if (out.begins(fields, "MWV")) {
        say(out, degrees, reference, speed, unit, status);
      }
    }

    void readings(ReadingOutput out) {
      say(
          out,
          ReadingOutput.orNaN(angleDegrees),
          reference.orElse(Fields.NULL),
          ReadingOutput.orNaN(speed),
          unit.orElse(Fields.NULL),
          status.orElse(Fields.NULL));
    }

    private static void say(
        ReadingOutput out, double degrees, char reference, double speed, char unit, char status) {
      FixMode fix = FixMode.ofStatus(status);
      double factor = Units.metresPerSecond(unit);
      boolean apparent = reference == 'R';
      if (factor == 0 || !apparent && reference != 'T') {
        return;
      }
      out.addSigned(
          fix, apparent ? Quantities.WIND_ANGLE_APPARENT : Quantities.WIND_ANGLE_TRUE, degrees);
      out.add(
          fix,
          apparent ? Quantities.WIND_SPEED_APPARENT : Quantities.WIND_SPEED_TRUE,
          speed,
          factor);
    }
  }

  /**
   * Wind direction and speed over the ground ({@code $--MWD,x.x,T,x.x,M,x.x,N,x.x,M*hh}).
   *
   * @param directionTrueDegrees where it comes from
   * @param directionMagneticDegrees where it comes from
   */
  record Mwd(
      String talker,
      OptionalDouble directionTrueDegrees,
      OptionalDouble directionMagneticDegrees,
      OptionalDouble speedKnots,
      OptionalDouble speedMetresPerSecond)
      implements WindSentence {
    static Mwd decode(Fields fields) {
      return new Mwd(
          fields.talker(), fields.number(1), fields.number(3), fields.number(5), fields.number(7));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double direction = fields.value(1);
      fields.value(3);
      double knots = fields.value(5);
      double metresPerSecond = fields.value(7);
      if (out.begins(fields, "MWD")) {
        say(out, direction, knots, metresPerSecond);
      }
    }

    void readings(ReadingOutput out) {
      say(
          out,
          ReadingOutput.orNaN(directionTrueDegrees),
          ReadingOutput.orNaN(speedKnots),
          ReadingOutput.orNaN(speedMetresPerSecond));
    }

    private static void say(
        ReadingOutput out, double direction, double knots, double metresPerSecond) {
      out.add(Quantities.WIND_DIRECTION_TRUE, direction * Units.DEGREE);
      out.add(
          Quantities.WIND_SPEED_OVER_GROUND, metresPerSecond(knots, metresPerSecond, Double.NaN));
    }
  }

  /**
   * Apparent wind, the older MWV ({@code $--VWR,x.x,a,x.x,N,x.x,M,x.x,K*hh}).
   *
   * @param angleDegrees 0 to 180, from the bow
   * @param side {@code L} port or {@code R} starboard
   */
  record Vwr(
      String talker,
      OptionalDouble angleDegrees,
      Optional<Character> side,
      OptionalDouble speedKnots,
      OptionalDouble speedMetresPerSecond,
      OptionalDouble speedKilometresPerHour)
      implements WindSentence {
    static Vwr decode(Fields fields) {
      return new Vwr(
          fields.talker(),
          fields.number(1),
          fields.code(2),
          fields.number(3),
          fields.number(5),
          fields.number(7));
    }

    static void measure(Fields fields, ReadingOutput out) {
      older(fields, out, "VWR", Quantities.WIND_ANGLE_APPARENT, Quantities.WIND_SPEED_APPARENT);
    }

    void readings(ReadingOutput out) {
      angle(
          out,
          Quantities.WIND_ANGLE_APPARENT,
          ReadingOutput.orNaN(angleDegrees),
          side.orElse(Fields.NULL));
      out.add(
          Quantities.WIND_SPEED_APPARENT,
          metresPerSecond(
              ReadingOutput.orNaN(speedKnots),
              ReadingOutput.orNaN(speedMetresPerSecond),
              ReadingOutput.orNaN(speedKilometresPerHour)));
    }
  }

  /**
   * True wind, relative to the ship ({@code $--VWT,x.x,a,x.x,N,x.x,M,x.x,K*hh}).
   *
   * @param angleDegrees 0 to 180, from the bow
   * @param side {@code L} port or {@code R} starboard
   */
  record Vwt(
      String talker,
      OptionalDouble angleDegrees,
      Optional<Character> side,
      OptionalDouble speedKnots,
      OptionalDouble speedMetresPerSecond,
      OptionalDouble speedKilometresPerHour)
      implements WindSentence {
    static Vwt decode(Fields fields) {
      return new Vwt(
          fields.talker(),
          fields.number(1),
          fields.code(2),
          fields.number(3),
          fields.number(5),
          fields.number(7));
    }

    static void measure(Fields fields, ReadingOutput out) {
      older(fields, out, "VWT", Quantities.WIND_ANGLE_TRUE, Quantities.WIND_SPEED_TRUE);
    }

    void readings(ReadingOutput out) {
      angle(
          out,
          Quantities.WIND_ANGLE_TRUE,
          ReadingOutput.orNaN(angleDegrees),
          side.orElse(Fields.NULL));
      out.add(
          Quantities.WIND_SPEED_TRUE,
          metresPerSecond(
              ReadingOutput.orNaN(speedKnots),
              ReadingOutput.orNaN(speedMetresPerSecond),
              ReadingOutput.orNaN(speedKilometresPerHour)));
    }
  }
}
