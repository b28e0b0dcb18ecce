package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Where the autopilot is sent. None of it is a reading. */
public sealed interface RouteSentence extends Sentence {

  /**
   * Cross-track error.
   *
   * <pre>
   * $--XTE,A,A,x.x,a,N,a*hh
   *        1 2 3   4 5 6
   *        | | |   | | mode (2.3)
   *        | | |   | unit
   *        | | |   steer L or R to get back
   *        | | magnitude
   *        | cycle lock
   *        general warning
   * </pre>
   */
  record Xte(
      String talker,
      Optional<Character> warningStatus,
      Optional<Character> lockStatus,
      OptionalDouble crossTrack,
      Optional<Character> steer,
      Optional<Character> unit,
      Optional<Character> mode)
      implements RouteSentence {
    static Xte decode(Fields fields) {
      return new Xte(
          fields.talker(),
          fields.code(1),
          fields.code(2),
          fields.number(3),
          fields.code(4),
          fields.code(5),
          fields.code(6));
    }
  }

  /**
   * Recommended minimum navigation to the waypoint.
   *
   * <pre>
   * $--RMB,A,x.x,a,c--c,c--c,llll.ll,N,yyyyy.yy,E,x.x,x.x,x.x,A,a*hh
   *        1 2   3 4    5    6         8          10  11  12  13
   *        | |   | from to   destination          nm  °T  kn  | mode (2.3)
   *        | |   steer L or R                                 arrived
   *        | cross-track error, nm
   *        status
   * </pre>
   *
   * @param closingKnots towards the destination
   */
  record Rmb(
      String talker,
      Optional<Character> status,
      OptionalDouble crossTrackNauticalMiles,
      Optional<Character> steer,
      String origin,
      String destination,
      Optional<Position> destinationPosition,
      OptionalDouble rangeNauticalMiles,
      OptionalDouble bearingTrueDegrees,
      OptionalDouble closingKnots,
      Optional<Character> arrived,
      Optional<Character> mode)
      implements RouteSentence {
    static Rmb decode(Fields fields) {
      return new Rmb(
          fields.talker(),
          fields.code(1),
          fields.number(2),
          fields.code(3),
          fields.text(4),
          fields.text(5),
          fields.position(6),
          fields.number(10),
          fields.number(11),
          fields.number(12),
          fields.code(13),
          fields.code(14));
    }
  }

  /**
   * Autopilot sentence B.
   *
   * <pre>
   * $--APB,A,A,x.x,a,N,A,A,x.x,a,c--c,x.x,a,x.x,a,a*hh
   *        1 2 3   4 5 6 7 8   9 10   11 12 13 14 15
   *        status  | | | | |     |    |     |     mode (2.3)
   *          error | | | | |     |    |     heading to steer, M or T
   *            steer | | | |     |    bearing present position to destination, M or T
   *               unit | | |     destination
   *         circle entered |
   *              perpendicular passed
   *                      bearing origin to destination, M or T
   * </pre>
   */
  record Apb(
      String talker,
      Optional<Character> warningStatus,
      Optional<Character> lockStatus,
      OptionalDouble crossTrack,
      Optional<Character> steer,
      Optional<Character> unit,
      Optional<Character> circleEntered,
      Optional<Character> perpendicularPassed,
      OptionalDouble originBearingDegrees,
      Optional<Character> originBearingReference,
      String destination,
      OptionalDouble presentBearingDegrees,
      Optional<Character> presentBearingReference,
      OptionalDouble steerDegrees,
      Optional<Character> steerReference,
      Optional<Character> mode)
      implements RouteSentence {
    static Apb decode(Fields fields) {
      return new Apb(
          fields.talker(),
          fields.code(1),
          fields.code(2),
          fields.number(3),
          fields.code(4),
          fields.code(5),
          fields.code(6),
          fields.code(7),
          fields.number(8),
          fields.code(9),
          fields.text(10),
          fields.number(11),
          fields.code(12),
          fields.number(13),
          fields.code(14),
          fields.code(15));
    }
  }

  /**
   * Bearing and distance to the waypoint, along the great circle.
   *
   * <pre>
   * $--BWC,hhmmss.ss,llll.ll,N,yyyyy.yy,E,x.x,T,x.x,M,x.x,N,c--c,a*hh
   *        1         2         4          6     8     10    12   13
   *        UTC       waypoint             true  magn. nm    name mode (2.3)
   * </pre>
   */
  record Bwc(
      String talker,
      Optional<LocalTime> time,
      Optional<Position> waypointPosition,
      OptionalDouble bearingTrueDegrees,
      OptionalDouble bearingMagneticDegrees,
      OptionalDouble distanceNauticalMiles,
      String waypoint,
      Optional<Character> mode)
      implements RouteSentence {
    static Bwc decode(Fields fields) {
      return new Bwc(
          fields.talker(),
          fields.time(1),
          fields.position(2),
          fields.number(6),
          fields.number(8),
          fields.number(10),
          fields.text(12),
          fields.code(13));
    }
  }

  /**
   * Bearing and distance to the waypoint, along the rhumb line.
   *
   * <pre>
   * $--BWR,hhmmss.ss,llll.ll,N,yyyyy.yy,E,x.x,T,x.x,M,x.x,N,c--c,a*hh
   *        1         2         4          6     8     10    12   13
   *        UTC       waypoint             true  magn. nm    name mode (2.3)
   * </pre>
   */
  record Bwr(
      String talker,
      Optional<LocalTime> time,
      Optional<Position> waypointPosition,
      OptionalDouble bearingTrueDegrees,
      OptionalDouble bearingMagneticDegrees,
      OptionalDouble distanceNauticalMiles,
      String waypoint,
      Optional<Character> mode)
      implements RouteSentence {
    static Bwr decode(Fields fields) {
      return new Bwr(
          fields.talker(),
          fields.time(1),
          fields.position(2),
          fields.number(6),
          fields.number(8),
          fields.number(10),
          fields.text(12),
          fields.code(13));
    }
  }

  /** Bearing from origin to destination ({@code $--BOD,x.x,T,x.x,M,c--c,c--c*hh}). */
  record Bod(
      String talker,
      OptionalDouble bearingTrueDegrees,
      OptionalDouble bearingMagneticDegrees,
      String destination,
      String origin)
      implements RouteSentence {
    static Bod decode(Fields fields) {
      return new Bod(
          fields.talker(), fields.number(1), fields.number(3), fields.text(5), fields.text(6));
    }
  }

  /** Waypoint location ({@code $--WPL,llll.ll,N,yyyyy.yy,E,c--c*hh}). */
  record Wpl(String talker, Optional<Position> position, String waypoint) implements RouteSentence {
    static Wpl decode(Fields fields) {
      return new Wpl(fields.talker(), fields.position(1), fields.text(5));
    }
  }

  /**
   * Waypoint arrival alarm ({@code $--AAM,A,A,x.x,N,c--c*hh}).
   *
   * @param circleEntered {@code A} when within {@code radiusNauticalMiles}
   * @param perpendicularPassed {@code A} when abeam
   */
  record Aam(
      String talker,
      Optional<Character> circleEntered,
      Optional<Character> perpendicularPassed,
      OptionalDouble radiusNauticalMiles,
      String waypoint)
      implements RouteSentence {
    static Aam decode(Fields fields) {
      return new Aam(
          fields.talker(), fields.code(1), fields.code(2), fields.number(3), fields.text(5));
    }
  }

  /**
   * Route ({@code $--RTE,x.x,x.x,a,c--c{,c--c}*hh}).
   *
   * @param total sentences of the route
   * @param number of this one, from 1
   * @param kind {@code c} complete, {@code w} the first is the waypoint just left
   * @param waypoints in the order of the route
   */
  record Rte(
      String talker,
      OptionalInt total,
      OptionalInt number,
      Optional<Character> kind,
      String route,
      List<String> waypoints)
      implements RouteSentence {
    private static final int FIRST_WAYPOINT = 5;

    public Rte {
      waypoints = List.copyOf(waypoints);
    }

    static Rte decode(Fields fields) {
      List<String> waypoints = new ArrayList<>();
      for (int i = FIRST_WAYPOINT; i <= fields.count(); i++) {
        if (fields.length(i) > 0) {
          waypoints.add(fields.text(i));
        }
      }
      return new Rte(
          fields.talker(),
          fields.integer(1),
          fields.integer(2),
          fields.code(3),
          fields.text(4),
          waypoints);
    }
  }
}
