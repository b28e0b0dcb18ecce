package org.plimsoll.protocol.nmea0183;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/** Speed and way through the water, and the current. */
public sealed interface WaterSentence extends Sentence {

  /** Heading and speed through the water ({@code $--VHW,x.x,T,x.x,M,x.x,N,x.x,K*hh}). */
  record Vhw(
      String talker,
      OptionalDouble headingTrueDegrees,
      OptionalDouble headingMagneticDegrees,
      OptionalDouble speedKnots,
      OptionalDouble speedKilometresPerHour)
      implements WaterSentence {
    static Vhw decode(Fields fields) {
      return new Vhw(
          fields.talker(), fields.number(1), fields.number(3), fields.number(5), fields.number(7));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double headingTrue = fields.value(1);
      double headingMagnetic = fields.value(3);
      double knots = fields.value(5);
      double kilometresPerHour = fields.value(7);
      if (out.begins(fields, "VHW")) {
        say(out, headingTrue, headingMagnetic, knots, kilometresPerHour);
      }
    }

    void readings(ReadingOutput out) {
      say(
          out,
          ReadingOutput.orNaN(headingTrueDegrees),
          ReadingOutput.orNaN(headingMagneticDegrees),
          ReadingOutput.orNaN(speedKnots),
          ReadingOutput.orNaN(speedKilometresPerHour));
    }

    private static void say(
        ReadingOutput out,
        double headingTrue,
        double headingMagnetic,
        double knots,
        double kilometresPerHour) {
      out.add(Quantities.HEADING_TRUE, headingTrue * Units.DEGREE);
      out.add(Quantities.HEADING_MAGNETIC, headingMagnetic * Units.DEGREE);
      out.add(
          Quantities.SPEED_THROUGH_WATER,
          Double.isNaN(knots) ? kilometresPerHour * Units.KILOMETRE_PER_HOUR : knots * Units.KNOT);
    }
  }

  /**
   * Speeds of a Doppler log; astern and to port are negative. The stern came with NMEA 3.0.
   *
   * <pre>
   * $--VBW,x.x,x.x,A,x.x,x.x,A,x.x,A,x.x,A*hh
   *        1   2   3 4   5   6 7   8 9   10
   *        |   |   | over the ground | stern, across, over the ground
   *        |   |   status            stern, across, through the water
   *        along, across, through the water
   * </pre>
   */
  record Vbw(
      String talker,
      OptionalDouble waterAlongKnots,
      OptionalDouble waterAcrossKnots,
      Optional<Character> waterStatus,
      OptionalDouble groundAlongKnots,
      OptionalDouble groundAcrossKnots,
      Optional<Character> groundStatus,
      OptionalDouble sternWaterAcrossKnots,
      Optional<Character> sternWaterStatus,
      OptionalDouble sternGroundAcrossKnots,
      Optional<Character> sternGroundStatus)
      implements WaterSentence {
    static Vbw decode(Fields fields) {
      return new Vbw(
          fields.talker(),
          fields.number(1),
          fields.number(2),
          fields.code(3),
          fields.number(4),
          fields.number(5),
          fields.code(6),
          fields.number(7),
          fields.code(8),
          fields.number(9),
          fields.code(10));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double knots = fields.value(1);
      FixMode fix = FixMode.ofStatus(fields.letter(3));
      fields.check("nncnncncnc");
      if (out.begins(fields, "VBW")) {
        out.add(fix, Quantities.SPEED_THROUGH_WATER, knots, Units.KNOT);
      }
    }

    void readings(ReadingOutput out) {
      out.add(
          FixMode.ofStatus(waterStatus),
          Quantities.SPEED_THROUGH_WATER,
          waterAlongKnots,
          Units.KNOT);
    }
  }

  /**
   * Distance through the water and, since NMEA 3.0, over the ground ({@code
   * $--VLW,x.x,N,x.x,N,x.x,N,x.x,N*hh}), in nautical miles.
   *
   * @param waterTripNauticalMiles since the reset
   * @param groundTripNauticalMiles since the reset
   */
  record Vlw(
      String talker,
      OptionalDouble waterTotalNauticalMiles,
      OptionalDouble waterTripNauticalMiles,
      OptionalDouble groundTotalNauticalMiles,
      OptionalDouble groundTripNauticalMiles)
      implements WaterSentence {
    static Vlw decode(Fields fields) {
      return new Vlw(
          fields.talker(), fields.number(1), fields.number(3), fields.number(5), fields.number(7));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double total = fields.value(1);
      double trip = fields.value(3);
      fields.value(5);
      fields.value(7);
      if (out.begins(fields, "VLW")) {
        out.add(Quantities.LOG, total * Units.METRES_PER_NAUTICAL_MILE);
        out.add(Quantities.TRIP_LOG, trip * Units.METRES_PER_NAUTICAL_MILE);
      }
    }

    void readings(ReadingOutput out) {
      out.add(Quantities.LOG, waterTotalNauticalMiles, Units.METRES_PER_NAUTICAL_MILE);
      out.add(Quantities.TRIP_LOG, waterTripNauticalMiles, Units.METRES_PER_NAUTICAL_MILE);
    }
  }

  /** Speed parallel to the wind ({@code $--VPW,x.x,N,x.x,M*hh}). */
  record Vpw(String talker, OptionalDouble speedKnots, OptionalDouble speedMetresPerSecond)
      implements WaterSentence {
    static Vpw decode(Fields fields) {
      return new Vpw(fields.talker(), fields.number(1), fields.number(3));
    }
  }

  /**
   * Set and drift of the current ({@code $--VDR,x.x,T,x.x,M,x.x,N*hh}).
   *
   * @param setTrueDegrees where it flows to
   */
  record Vdr(
      String talker,
      OptionalDouble setTrueDegrees,
      OptionalDouble setMagneticDegrees,
      OptionalDouble driftKnots)
      implements WaterSentence {
    static Vdr decode(Fields fields) {
      return new Vdr(fields.talker(), fields.number(1), fields.number(3), fields.number(5));
    }

    static void measure(Fields fields, ReadingOutput out) {
      double set = fields.value(1);
      fields.value(3);
      double knots = fields.value(5);
      if (out.begins(fields, "VDR")) {
        out.add(Quantities.CURRENT_SET_TRUE, set * Units.DEGREE);
        out.add(Quantities.CURRENT_DRIFT, knots * Units.KNOT);
      }
    }

    void readings(ReadingOutput out) {
      out.add(Quantities.CURRENT_SET_TRUE, setTrueDegrees, Units.DEGREE);
      out.add(Quantities.CURRENT_DRIFT, driftKnots, Units.KNOT);
    }
  }
}
