package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Radar targets and the own ship as the radar sees her. None of it is a reading. */
public sealed interface TargetSentence extends Sentence {

  /**
   * Tracked target.
   *
   * <pre>
   * $--TTM,xx,x.x,x.x,a,x.x,x.x,a,x.x,x.x,a,c--c,a,a,hhmmss.ss,a*hh
   *        1  2   3   4 5   6   7 8   9  10 11  12 13 14       15
   *        |  |   bearing   course| CPA |   name |  R UTC      acquired A, M or R
   *        |  distance  speed     TCPA, minutes  status L lost, Q query, T tracking
   *        number                     K, N or S
   * </pre>
   *
   * @param distance in {@code unit}
   * @param bearingReference {@code T} true or {@code R} relative
   * @param speed in {@code unit} an hour
   * @param closestApproach in {@code unit}
   * @param minutesToClosest negative when it is past
   * @param unit {@code K} kilometres, {@code N} nautical miles, {@code S} statute miles
   */
  record Ttm(
      String talker,
      OptionalInt number,
      OptionalDouble distance,
      OptionalDouble bearingDegrees,
      Optional<Character> bearingReference,
      OptionalDouble speed,
      OptionalDouble courseDegrees,
      Optional<Character> courseReference,
      OptionalDouble closestApproach,
      OptionalDouble minutesToClosest,
      Optional<Character> unit,
      String name,
      Optional<Character> status,
      Optional<Character> reference,
      Optional<LocalTime> time,
      Optional<Character> acquisition)
      implements TargetSentence {
    static Ttm decode(Fields fields) {
      return new Ttm(
          fields.talker(),
          fields.integer(1),
          fields.number(2),
          fields.number(3),
          fields.code(4),
          fields.number(5),
          fields.number(6),
          fields.code(7),
          fields.number(8),
          fields.number(9),
          fields.code(10),
          fields.text(11),
          fields.code(12),
          fields.code(13),
          fields.time(14),
          fields.code(15));
    }
  }

  /**
   * Target latitude and longitude ({@code $--TLL,xx,llll.ll,N,yyyyy.yy,E,c--c,hhmmss.ss,a,a*hh}).
   *
   * @param status {@code L} lost, {@code Q} query, {@code T} tracking
   * @param reference {@code R} for the reference target
   */
  record Tll(
      String talker,
      OptionalInt number,
      Optional<Position> position,
      String name,
      Optional<LocalTime> time,
      Optional<Character> status,
      Optional<Character> reference)
      implements TargetSentence {
    static Tll decode(Fields fields) {
      return new Tll(
          fields.talker(),
          fields.integer(1),
          fields.position(2),
          fields.text(6),
          fields.time(7),
          fields.code(8),
          fields.code(9));
    }
  }

  /**
   * Own ship data ({@code $--OSD,x.x,A,x.x,a,x.x,a,x.x,x.x,a*hh}).
   *
   * @param courseReference {@code B} bottom, {@code M} manual, {@code W} water, {@code R} radar,
   *     {@code P} positioning system
   * @param speed in {@code unit} an hour
   * @param drift in {@code unit} an hour
   */
  record Osd(
      String talker,
      OptionalDouble headingTrueDegrees,
      Optional<Character> headingStatus,
      OptionalDouble courseTrueDegrees,
      Optional<Character> courseReference,
      OptionalDouble speed,
      Optional<Character> speedReference,
      OptionalDouble setTrueDegrees,
      OptionalDouble drift,
      Optional<Character> unit)
      implements TargetSentence {
    static Osd decode(Fields fields) {
      return new Osd(
          fields.talker(),
          fields.number(1),
          fields.code(2),
          fields.number(3),
          fields.code(4),
          fields.number(5),
          fields.code(6),
          fields.number(7),
          fields.number(8),
          fields.code(9));
    }
  }
}
