package org.plimsoll.protocol.nmea2000;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Position, course, satellites and time. Bits as in {@link NavigationGroup}. */
public sealed interface PositionGroup extends ParameterGroup {

  /** 129025. {@code latitude 0+32s | longitude 32+32s, 1e-7 degrees} */
  record RapidPosition(OptionalDouble latitudeDegrees, OptionalDouble longitudeDegrees)
      implements PositionGroup {
    static RapidPosition decode(Payload in) {
      return new RapidPosition(in.signed(0, 32, 1e7), in.signed(32, 32, 1e7));
    }
  }

  /**
   * 129026. {@code sid 0+8 | reference 8+2 | course 16+16, 1e-4 rad | speed 32+16, 0.01 m/s}
   *
   * @param reference 0 true, 1 magnetic
   */
  record CourseAndSpeed(
      OptionalInt sid,
      OptionalInt reference,
      OptionalDouble courseRadians,
      OptionalDouble speedMetresPerSecond)
      implements PositionGroup {
    static CourseAndSpeed decode(Payload in) {
      return new CourseAndSpeed(
          in.code(0, 8), in.code(8, 2), in.unsigned(16, 16, 1e4), in.unsigned(32, 16, 100));
    }
  }

  /**
   * 129029.
   *
   * <pre>
   * sid 0+8 | date 8+16 | time 24+32 | lat 56+64s | lon 120+64s, 1e-16 deg | alt 184+64s, 1e-6 m
   * system 248+4 | method 252+4 | integrity 256+2 | satellites 264+8 | hdop 272+16s, 0.01
   * pdop 288+16s | geoid 304+32s, 0.01 m | stations 336+8
   * </pre>
   */
  record Gnss(
      OptionalInt sid,
      Clock clock,
      Place place,
      Solution solution,
      OptionalDouble horizontalDilution,
      OptionalDouble positionDilution,
      OptionalDouble geoidMetres,
      OptionalInt referenceStations)
      implements PositionGroup {
    static Gnss decode(Payload in) {
      return new Gnss(
          in.code(0, 8),
          new Clock(in.code(8, 16), in.unsigned(24, 32, 1e4)),
          new Place(in.signed(56, 64, 1e16), in.signed(120, 64, 1e16), in.signed(184, 64, 1e6)),
          new Solution(in.code(248, 4), in.code(252, 4), in.code(256, 2), in.code(264, 8)),
          in.signed(272, 16, 100),
          in.signed(288, 16, 100),
          in.signed(304, 32, 100),
          in.code(336, 8));
    }
  }

  /**
   * 126992. {@code sid 0+8 | source 8+4 | date 16+16 | time 32+32}
   *
   * @param source 0 GPS, 1 GLONASS, 2 radio, 3 to 5 local clocks
   */
  record SystemTime(OptionalInt sid, OptionalInt source, Clock clock) implements PositionGroup {
    static SystemTime decode(Payload in) {
      return new SystemTime(
          in.code(0, 8), in.code(8, 4), new Clock(in.code(16, 16), in.unsigned(32, 32, 1e4)));
    }
  }

  /**
   * A time, UTC.
   *
   * @param days since 1970
   */
  record Clock(OptionalInt days, OptionalDouble secondOfDay) {}

  /**
   * Where the antenna is.
   *
   * @param altitudeMetres makers differ whether above the ellipsoid or the sea
   */
  record Place(
      OptionalDouble latitudeDegrees,
      OptionalDouble longitudeDegrees,
      OptionalDouble altitudeMetres) {}

  /**
   * How it was found.
   *
   * @param system 0 GPS, 1 GLONASS, 2 both, 3 GPS and SBAS, 8 Galileo
   * @param method as in GGA: 0 none, 1 GNSS, 2 differential, 3 precise, 4 RTK, 5 RTK float, 6 dead
   *     reckoning, 7 manual, 8 simulator
   * @param integrity 0 not checked, 1 safe, 2 caution
   * @param satellites used
   */
  record Solution(
      OptionalInt system, OptionalInt method, OptionalInt integrity, OptionalInt satellites) {}
}
