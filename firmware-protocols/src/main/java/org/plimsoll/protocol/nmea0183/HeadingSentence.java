package org.plimsoll.protocol.nmea0183;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/** Magnetic headings and what the helm is told to steer. */
public sealed interface HeadingSentence extends Sentence {

  /**
   * Magnetic heading ({@code $--HDM,x.x,M*hh}).
   *
   * @param headingMagneticDegrees 0 to 360
   */
  record Hdm(String talker, OptionalDouble headingMagneticDegrees) implements HeadingSentence {

    static Hdm decode(Fields fields) {
      return new Hdm(fields.talker(), fields.number(1));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double heading = fields.value(1);
      if (out.begins(fields, "HDM")) {
        out.add(Quantities.HEADING_MAGNETIC, heading * Units.DEGREE);
      }
    }

    void readings(ReadingOutput out) {
      out.add(Quantities.HEADING_MAGNETIC, headingMagneticDegrees, Units.DEGREE);
    }
  }

  /**
   * Heading, deviation and variation of a magnetic sensor; each may be missing.
   *
   * <pre>
   * $--HDG,x.x,x.x,a,x.x,a*hh
   *        1   2   3 4   5
   *        |   |     variation, E or W
   *        |   deviation, E or W
   *        as the sensor sees it
   * </pre>
   *
   * @param headingSensorDegrees magnetic, before deviation
   * @param deviationDegrees east positive
   * @param variationDegrees east positive
   */
  record Hdg(
      String talker,
      OptionalDouble headingSensorDegrees,
      OptionalDouble deviationDegrees,
      OptionalDouble variationDegrees)
      implements HeadingSentence {

    private static final double FULL_CIRCLE_DEGREES = 360;

    static Hdg decode(Fields fields) {
      return new Hdg(fields.talker(), fields.number(1), fields.variation(2), fields.variation(4));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double sensor = fields.value(1);
      double deviation = fields.signed(2);
      double variation = fields.signed(4);
      if (out.begins(fields, "HDG")) {
        say(out, sensor, deviation, variation);
      }
    }

    void readings(ReadingOutput out) {
      say(
          out,
          ReadingOutput.orNaN(headingSensorDegrees),
          ReadingOutput.orNaN(deviationDegrees),
          ReadingOutput.orNaN(variationDegrees));
    }

    private static void say(ReadingOutput out, double sensor, double deviation, double variation) {
      double magnetic = Double.isNaN(deviation) ? sensor : sensor + deviation;
      out.add(Quantities.HEADING_MAGNETIC, normal(magnetic) * Units.DEGREE);
      out.add(Quantities.HEADING_TRUE, normal(magnetic + variation) * Units.DEGREE);
      out.add(Quantities.MAGNETIC_VARIATION, variation * Units.DEGREE);
    }

    private static double normal(double degrees) {
      double rest = degrees % FULL_CIRCLE_DEGREES;
      return rest < 0 ? rest + FULL_CIRCLE_DEGREES : rest;
    }
  }

  /**
   * Heading steering command ({@code $--HSC,x.x,T,x.x,M,A*hh}): an order, not a measurement.
   *
   * @param headingTrueDegrees commanded
   * @param headingMagneticDegrees commanded
   * @param status of the newer edition
   */
  record Hsc(
      String talker,
      OptionalDouble headingTrueDegrees,
      OptionalDouble headingMagneticDegrees,
      Optional<Character> status)
      implements HeadingSentence {

    static Hsc decode(Fields fields) {
      return new Hsc(fields.talker(), fields.number(1), fields.number(3), fields.code(5));
    }
  }
}
