package org.plimsoll.protocol.nmea0183;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** Wind, as an anemometer feels it or as somebody computed it. */
public sealed interface WindSentence extends Sentence {

  private static void angle(
      Quantity quantity, OptionalDouble degrees, Optional<Character> side, ReadingList out) {
    if (side.isPresent()) {
      out.add(quantity, degrees, side.get() == 'L' ? -Units.DEGREE : Units.DEGREE);
    }
  }

  private static OptionalDouble metresPerSecond(
      OptionalDouble knots, OptionalDouble metresPerSecond, OptionalDouble kilometresPerHour) {
    if (metresPerSecond.isPresent()) {
      return metresPerSecond;
    }
    return knots.isPresent()
        ? Units.scaled(knots, Units.KNOT)
        : Units.scaled(kilometresPerHour, Units.KILOMETRE_PER_HOUR);
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

    void readings(ReadingList out) {
      FixMode fix = status.equals(Fields.VALID) ? FixMode.AUTONOMOUS : FixMode.VOID;
      double factor = Units.metresPerSecond(unit);
      boolean apparent = reference.equals(Optional.of('R'));
      if (factor == 0 || !apparent && !reference.equals(Optional.of('T'))) {
        return;
      }
      out.addSigned(
          fix,
          apparent ? Quantities.WIND_ANGLE_APPARENT : Quantities.WIND_ANGLE_TRUE,
          angleDegrees);
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

    void readings(ReadingList out) {
      out.add(Quantities.WIND_DIRECTION_TRUE, directionTrueDegrees, Units.DEGREE);
      if (speedMetresPerSecond.isPresent()) {
        out.add(Quantities.WIND_SPEED_OVER_GROUND, speedMetresPerSecond, 1);
      } else {
        out.add(Quantities.WIND_SPEED_OVER_GROUND, speedKnots, Units.KNOT);
      }
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

    void readings(ReadingList out) {
      angle(Quantities.WIND_ANGLE_APPARENT, angleDegrees, side, out);
      out.add(
          Quantities.WIND_SPEED_APPARENT,
          metresPerSecond(speedKnots, speedMetresPerSecond, speedKilometresPerHour),
          1);
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

    void readings(ReadingList out) {
      angle(Quantities.WIND_ANGLE_TRUE, angleDegrees, side, out);
      out.add(
          Quantities.WIND_SPEED_TRUE,
          metresPerSecond(speedKnots, speedMetresPerSecond, speedKilometresPerHour),
          1);
    }
  }
}
