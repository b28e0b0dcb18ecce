package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * Rate of turn ({@code $--ROT,x.x,A*hh}).
 *
 * @param degreesPerMinute negative when the bow turns to port
 * @param valid status {@code A}
 */
public record Rot(String talker, OptionalDouble degreesPerMinute, boolean valid)
    implements Sentence {

  static Rot decode(Fields fields) {
    return new Rot(fields.talker(), fields.number(1), fields.letter(2) == 'A');
  }

  void write(FieldWriter out) {
    out.number(degreesPerMinute, 1).letter(valid ? 'A' : 'V');
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    double degreesPerMinute = fields.value(1);
    FixMode fix = FixMode.ofStatus(fields.letter(2));
    if (out.begins(fields, "ROT")) {
      out.add(fix, Quantities.RATE_OF_TURN, degreesPerMinute, Units.DEGREE_PER_MINUTE);
    }
  }

  void readings(ReadingOutput out) {
    out.add(
        valid ? FixMode.AUTONOMOUS : FixMode.VOID,
        Quantities.RATE_OF_TURN,
        degreesPerMinute,
        Units.DEGREE_PER_MINUTE);
  }
}
