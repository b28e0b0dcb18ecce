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

    void readings(ReadingList out) {
      out.add(Quantities.HEADING_TRUE, headingTrueDegrees, Units.DEGREE);
      out.add(Quantities.HEADING_MAGNETIC, headingMagneticDegrees, Units.DEGREE);
      if (speedKnots.isPresent()) {
        out.add(Quantities.SPEED_THROUGH_WATER, speedKnots, Units.KNOT);
      } else {
        out.add(Quantities.SPEED_THROUGH_WATER, speedKilometresPerHour, Units.KILOMETRE_PER_HOUR);
      }
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

    void readings(ReadingList out) {
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

    void readings(ReadingList out) {
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

    void readings(ReadingList out) {
      out.add(Quantities.CURRENT_SET_TRUE, setTrueDegrees, Units.DEGREE);
      out.add(Quantities.CURRENT_DRIFT, driftKnots, Units.KNOT);
    }
  }
}
