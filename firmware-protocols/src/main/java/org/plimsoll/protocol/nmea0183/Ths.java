package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * True heading and its status ({@code $--THS,x.x,a*hh}, a = A autonomous, E estimated, M manual, S
 * simulated, V void).
 *
 * @param headingTrueDegrees 0 to 360
 * @param mode VOID for {@code V}
 */
public record Ths(String talker, OptionalDouble headingTrueDegrees, FixMode mode)
    implements Sentence {

  static Ths decode(Fields fields) {
    FixMode mode =
        switch (fields.letter(2)) {
          case 'V', Fields.NULL -> FixMode.VOID;
          default -> FixMode.decode(fields, 2);
        };
    return new Ths(fields.talker(), fields.number(1), mode);
  }

  void write(FieldWriter out) {
    out.number(headingTrueDegrees, 1).letter(mode == FixMode.VOID ? 'V' : mode.indicator());
  }

  void readings(ReadingList out) {
    out.add(mode, Quantities.HEADING_TRUE, headingTrueDegrees, ReadingList.DEGREE);
  }
}
