package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.Optional;

/**
 * Geographic position. Status came with NMEA 2.0, the mode with 2.3.
 *
 * <pre>
 * $--GLL,llll.ll,N,yyyyy.yy,E,hhmmss.ss,A,a*hh
 *        1       2 3        4 5         6 7
 *        latitude  longitude  UTC  status mode
 * </pre>
 *
 * @param fix status and mode in one
 * @param status as sent
 * @param mode as sent
 */
public record Gll(
    String talker,
    Optional<Position> position,
    Optional<LocalTime> time,
    FixMode fix,
    Optional<Character> status,
    Optional<Character> mode)
    implements Sentence {

  /** As a receiver of NMEA 2.3 says it. */
  public Gll(String talker, Optional<Position> position, Optional<LocalTime> time, FixMode fix) {
    this(talker, position, time, fix, fix.status(), Optional.of(fix.indicator()));
  }

  static Gll decode(Fields fields) {
    FixMode fix = fields.count() < 6 ? FixMode.AUTONOMOUS : FixMode.decode(fields, 6, 7);
    return new Gll(
        fields.talker(), fields.position(1), fields.time(5), fix, fields.code(6), fields.code(7));
  }

  void write(FieldWriter out) {
    out.position(position).time(time).code(status).code(mode);
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    FixMode fix = fields.count() < 6 ? FixMode.AUTONOMOUS : FixMode.decode(fields, 6, 7);
    fields.checkPosition(1);
    fields.checkTime(5);
    fields.checkCode(6);
    fields.checkCode(7);
    if (out.begins(fields, "GLL")) {
      out.position(fix, fields.latitude(), fields.longitude());
    }
  }

  void readings(ReadingOutput out) {
    out.position(fix, position);
  }
}
