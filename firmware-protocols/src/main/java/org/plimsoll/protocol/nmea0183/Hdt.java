package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * True heading of a gyro compass ({@code $--HDT,x.x,T*hh}); THS is its successor.
 *
 * @param headingTrueDegrees 0 to 360
 */
public record Hdt(String talker, OptionalDouble headingTrueDegrees) implements Sentence {

  static Hdt decode(Fields fields) {
    return new Hdt(fields.talker(), fields.number(1));
  }

  void write(FieldWriter out) {
    out.number(headingTrueDegrees, 1).letter('T');
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    double heading = fields.value(1);
    if (out.begins(fields, "HDT")) {
      out.add(Quantities.HEADING_TRUE, heading * Units.DEGREE);
    }
  }

  void readings(ReadingOutput out) {
    out.add(Quantities.HEADING_TRUE, headingTrueDegrees, Units.DEGREE);
  }
}
