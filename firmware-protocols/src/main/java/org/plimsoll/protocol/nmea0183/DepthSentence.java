package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** Depth in feet, metres and fathoms; DPT is the successor of all three. */
public sealed interface DepthSentence extends Sentence {

  private static OptionalDouble metres(Fields fields) {
    OptionalDouble metres = fields.number(3);
    if (metres.isEmpty()) {
      metres = Units.scaled(fields.number(1), Units.METRES_PER_FOOT);
    }
    return metres.isPresent() ? metres : Units.scaled(fields.number(5), Units.METRES_PER_FATHOM);
  }

  private static void measure(
      Fields fields, ReadingOutput out, String formatter, Quantity quantity) {
    double feet = fields.value(1);
    double metres = fields.value(3);
    double fathoms = fields.value(5);
    if (out.begins(fields, formatter)) {
      if (Double.isNaN(metres)) {
        metres = feet * Units.METRES_PER_FOOT;
      }
      out.add(quantity, Double.isNaN(metres) ? fathoms * Units.METRES_PER_FATHOM : metres);
    }
  }

  /**
   * Depth below the transducer ({@code $--DBT,x.x,f,x.x,M,x.x,F*hh}).
   *
   * @param depthMetres as sent, or else from feet, or else from fathoms
   */
  record Dbt(
      String talker,
      OptionalDouble depthFeet,
      OptionalDouble depthMetres,
      OptionalDouble depthFathoms)
      implements DepthSentence {
    static Dbt decode(Fields fields) {
      return new Dbt(fields.talker(), fields.number(1), metres(fields), fields.number(5));
    }

    void write(FieldWriter out) {
      out.number(depthFeet, 1)
          .letter('f')
          .number(depthMetres, 2)
          .letter('M')
          .number(depthFathoms, 1)
          .letter('F');
    }

    static void measure(Fields fields, ReadingOutput out) {
      DepthSentence.measure(fields, out, "DBT", Quantities.DEPTH_BELOW_TRANSDUCER);
    }

    void readings(ReadingOutput out) {
      out.add(Quantities.DEPTH_BELOW_TRANSDUCER, depthMetres, 1);
    }
  }

  /**
   * Depth below the keel ({@code $--DBK,x.x,f,x.x,M,x.x,F*hh}).
   *
   * @param depthMetres as sent, or else from feet, or else from fathoms
   */
  record Dbk(
      String talker,
      OptionalDouble depthFeet,
      OptionalDouble depthMetres,
      OptionalDouble depthFathoms)
      implements DepthSentence {
    static Dbk decode(Fields fields) {
      return new Dbk(fields.talker(), fields.number(1), metres(fields), fields.number(5));
    }

    static void measure(Fields fields, ReadingOutput out) {
      DepthSentence.measure(fields, out, "DBK", Quantities.DEPTH_BELOW_KEEL);
    }

    void readings(ReadingOutput out) {
      out.add(Quantities.DEPTH_BELOW_KEEL, depthMetres, 1);
    }
  }

  /**
   * Depth below the surface ({@code $--DBS,x.x,f,x.x,M,x.x,F*hh}).
   *
   * @param depthMetres as sent, or else from feet, or else from fathoms
   */
  record Dbs(
      String talker,
      OptionalDouble depthFeet,
      OptionalDouble depthMetres,
      OptionalDouble depthFathoms)
      implements DepthSentence {
    static Dbs decode(Fields fields) {
      return new Dbs(fields.talker(), fields.number(1), metres(fields), fields.number(5));
    }

    static void measure(Fields fields, ReadingOutput out) {
      DepthSentence.measure(fields, out, "DBS", Quantities.DEPTH_BELOW_SURFACE);
    }

    void readings(ReadingOutput out) {
      out.add(Quantities.DEPTH_BELOW_SURFACE, depthMetres, 1);
    }
  }
}
