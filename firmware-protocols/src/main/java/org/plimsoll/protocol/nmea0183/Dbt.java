package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * Depth below transducer, the older DPT ({@code $--DBT,x.x,f,x.x,M,x.x,F*hh}: feet, metres,
 * fathoms).
 *
 * @param depthMetres the metres if given, else from feet, else from fathoms
 */
public record Dbt(String talker, OptionalDouble depthMetres) implements Sentence {

  private static final double METRES_PER_FOOT = 0.3048;
  private static final double METRES_PER_FATHOM = 1.8288;

  static Dbt decode(Fields fields) {
    OptionalDouble metres = fields.number(3);
    if (metres.isEmpty()) {
      metres = scaled(fields.number(1), METRES_PER_FOOT);
    }
    if (metres.isEmpty()) {
      metres = scaled(fields.number(5), METRES_PER_FATHOM);
    }
    return new Dbt(fields.talker(), metres);
  }

  void write(FieldWriter out) {
    out.number(scaled(depthMetres, 1 / METRES_PER_FOOT), 1)
        .letter('f')
        .number(depthMetres, 2)
        .letter('M')
        .number(scaled(depthMetres, 1 / METRES_PER_FATHOM), 1)
        .letter('F');
  }

  void readings(ReadingList out) {
    out.add(Quantities.DEPTH_BELOW_TRANSDUCER, depthMetres, 1);
  }

  private static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }
}
