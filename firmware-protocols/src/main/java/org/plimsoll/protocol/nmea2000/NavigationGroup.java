package org.plimsoll.protocol.nmea2000;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Rudder, heading, motion, speed and depth. {@code sid} joins messages of one measurement. Comments
 * give first bit + bits of each field, s for signed.
 */
public sealed interface NavigationGroup extends ParameterGroup {

  /**
   * 127245. {@code instance 0+8 | direction 8+3 | order 16+16s | position 32+16s, 1e-4 rad}
   *
   * @param instance 0 for the only one
   * @param direction ordered: 0 none, 1 to starboard, 2 to port
   * @param orderRadians to starboard positive
   * @param positionRadians to starboard positive
   */
  record Rudder(
      OptionalInt instance,
      OptionalInt direction,
      OptionalDouble orderRadians,
      OptionalDouble positionRadians)
      implements NavigationGroup {
    static Rudder decode(Payload in) {
      return new Rudder(
          in.code(0, 8), in.code(8, 3), in.signed(16, 16, 1e4), in.signed(32, 16, 1e4));
    }
  }

  /**
   * 127250. {@code sid 0+8 | heading 8+16 | deviation 24+16s | variation 40+16s | reference 56+2}
   *
   * @param variationRadians east positive
   * @param reference 0 true, 1 magnetic
   */
  record Heading(
      OptionalInt sid,
      OptionalDouble headingRadians,
      OptionalDouble deviationRadians,
      OptionalDouble variationRadians,
      OptionalInt reference)
      implements NavigationGroup {
    static Heading decode(Payload in) {
      return new Heading(
          in.code(0, 8),
          in.unsigned(8, 16, 1e4),
          in.signed(24, 16, 1e4),
          in.signed(40, 16, 1e4),
          in.code(56, 2));
    }
  }

  /**
   * 127251. {@code sid 0+8 | rate 8+32s, 1/32e6 rad/s}
   *
   * @param rateRadiansPerSecond to starboard positive
   */
  record RateOfTurn(OptionalInt sid, OptionalDouble rateRadiansPerSecond)
      implements NavigationGroup {
    static RateOfTurn decode(Payload in) {
      return new RateOfTurn(in.code(0, 8), in.signed(8, 32, 32e6));
    }
  }

  /** 127252. {@code sid 0+8 | heave 8+16s, 0.01 m} */
  record Heave(OptionalInt sid, OptionalDouble heaveMetres) implements NavigationGroup {
    static Heave decode(Payload in) {
      return new Heave(in.code(0, 8), in.signed(8, 16, 100));
    }
  }

  /**
   * 127257. {@code sid 0+8 | yaw 8+16s | pitch 24+16s | roll 40+16s, 1e-4 rad}
   *
   * @param pitchRadians bow up positive
   * @param rollRadians to starboard positive
   */
  record Attitude(
      OptionalInt sid,
      OptionalDouble yawRadians,
      OptionalDouble pitchRadians,
      OptionalDouble rollRadians)
      implements NavigationGroup {
    static Attitude decode(Payload in) {
      return new Attitude(
          in.code(0, 8), in.signed(8, 16, 1e4), in.signed(24, 16, 1e4), in.signed(40, 16, 1e4));
    }
  }

  /**
   * 127258. {@code sid 0+8 | source 8+4 | date 16+16, days | variation 32+16s, 1e-4 rad}
   *
   * @param source 0 manual, 1 chart, 2 table, 3 and later models of the earth's field
   * @param variationRadians east positive
   */
  record MagneticVariation(
      OptionalInt sid, OptionalInt source, OptionalInt days, OptionalDouble variationRadians)
      implements NavigationGroup {
    static MagneticVariation decode(Payload in) {
      return new MagneticVariation(
          in.code(0, 8), in.code(8, 4), in.code(16, 16), in.signed(32, 16, 1e4));
    }
  }

  /**
   * 128259. {@code sid 0+8 | water 8+16 | ground 24+16, 0.01 m/s | type 40+8}
   *
   * @param type of the log: 0 paddle wheel, 1 pitot, 2 Doppler, 3 correlation, 4 electromagnetic
   */
  record Speed(
      OptionalInt sid,
      OptionalDouble waterMetresPerSecond,
      OptionalDouble groundMetresPerSecond,
      OptionalInt type)
      implements NavigationGroup {
    static Speed decode(Payload in) {
      return new Speed(
          in.code(0, 8), in.unsigned(8, 16, 100), in.unsigned(24, 16, 100), in.code(40, 8));
    }
  }

  /**
   * 128267. {@code sid 0+8 | depth 8+32, 0.01 m | offset 40+16s, 0.001 m | range 56+8, 10 m}
   *
   * @param depthMetres below the transducer
   * @param offsetMetres positive to the waterline, negative to the keel
   */
  record Depth(
      OptionalInt sid,
      OptionalDouble depthMetres,
      OptionalDouble offsetMetres,
      OptionalDouble rangeMetres)
      implements NavigationGroup {
    static Depth decode(Payload in) {
      return new Depth(
          in.code(0, 8),
          in.unsigned(8, 32, 100),
          in.signed(40, 16, 1000),
          in.unsignedTimes(56, 8, 10));
    }
  }

  /**
   * 128275. {@code date 0+16, days | time 16+32, 1e-4 s | log 48+32, m | trip 80+32, m}
   *
   * @param days since 1970
   * @param secondOfDay UTC
   */
  record DistanceLog(
      OptionalInt days,
      OptionalDouble secondOfDay,
      OptionalDouble logMetres,
      OptionalDouble tripMetres)
      implements NavigationGroup {
    static DistanceLog decode(Payload in) {
      return new DistanceLog(
          in.code(0, 16), in.unsigned(16, 32, 1e4), in.unsigned(48, 32, 1), in.unsigned(80, 32, 1));
    }
  }
}
