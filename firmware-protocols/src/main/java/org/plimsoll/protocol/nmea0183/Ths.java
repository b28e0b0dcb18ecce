package org.plimsoll.protocol.nmea0183;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * True heading and its status ({@code $--THS,x.x,a*hh}, a = A autonomous, E estimated, M manual, S
 * simulated, V void).
 *
 * @param headingTrueDegrees 0 to 360
 * @param fix VOID for {@code V} and for an empty mode
 * @param mode as sent
 */
public record Ths(
    String talker, OptionalDouble headingTrueDegrees, FixMode fix, Optional<Character> mode)
    implements Sentence {

  /** A heading whose mode says how it came about. */
  public Ths(String talker, OptionalDouble headingTrueDegrees, FixMode fix) {
    this(talker, headingTrueDegrees, fix, Optional.of(fix == FixMode.VOID ? 'V' : fix.indicator()));
  }

  static Ths decode(Fields fields) {
    return new Ths(fields.talker(), fields.number(1), fix(fields), fields.code(2));
  }

  private static FixMode fix(Fields fields) {
    return switch (fields.letter(2)) {
      case 'V', Fields.NULL -> FixMode.VOID;
      default -> FixMode.decode(fields, 2);
    };
  }

  void write(FieldWriter out) {
    out.number(headingTrueDegrees, 1).code(mode);
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    double heading = fields.value(1);
    FixMode fix = fix(fields);
    fields.checkCode(2);
    if (out.begins(fields, "THS")) {
      out.add(fix, Quantities.HEADING_TRUE, heading, Units.DEGREE);
    }
  }

  void readings(ReadingOutput out) {
    out.add(fix, Quantities.HEADING_TRUE, headingTrueDegrees, Units.DEGREE);
  }
}
