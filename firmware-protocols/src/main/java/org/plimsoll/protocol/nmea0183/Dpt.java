package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * Depth ({@code $--DPT,x.x,x.x,x.x*hh}).
 *
 * @param depthMetres of water below the transducer
 * @param offsetMetres positive: transducer to waterline; negative: transducer to keel
 * @param rangeMetres full scale of the sounder, NMEA 3.0 and later
 */
public record Dpt(
    String talker,
    OptionalDouble depthMetres,
    OptionalDouble offsetMetres,
    OptionalDouble rangeMetres)
    implements Sentence {

  static Dpt decode(Fields fields) {
    return new Dpt(fields.talker(), fields.number(1), fields.number(2), fields.number(3));
  }

  void write(FieldWriter out) {
    out.number(depthMetres, 2).number(offsetMetres, 2).number(rangeMetres, 1);
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    double depth = fields.value(1);
    double offset = fields.value(2);
    fields.value(3);
    if (out.begins(fields, "DPT")) {
      say(out, depth, offset);
    }
  }

  void readings(ReadingOutput out) {
    say(out, depthMetres.orElse(Double.NaN), offsetMetres.orElse(Double.NaN));
  }

  private static void say(ReadingOutput out, double depth, double offset) {
    out.add(Quantities.DEPTH_BELOW_TRANSDUCER, depth);
    if (offset < 0) {
      out.add(Quantities.DEPTH_BELOW_KEEL, depth + offset);
    } else if (offset > 0) {
      out.add(Quantities.DEPTH_BELOW_SURFACE, depth + offset);
    }
  }
}
