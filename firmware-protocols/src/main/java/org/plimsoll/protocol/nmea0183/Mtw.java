package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * Water temperature ({@code $--MTW,x.x,C*hh}).
 *
 * @param temperatureCelsius degrees Celsius
 */
public record Mtw(String talker, OptionalDouble temperatureCelsius) implements Sentence {

  static Mtw decode(Fields fields) {
    return new Mtw(fields.talker(), fields.number(1));
  }

  void write(FieldWriter out) {
    out.number(temperatureCelsius, 1).letter('C');
  }

  /** What {@link #decode} and {@link #readings} do, without the record. */
  static void measure(Fields fields, ReadingOutput out) {
    double celsius = fields.value(1);
    if (out.begins(fields, "MTW")) {
      out.addCelsius(Quantities.WATER_TEMPERATURE, celsius);
    }
  }

  void readings(ReadingOutput out) {
    out.addCelsius(Quantities.WATER_TEMPERATURE, ReadingOutput.orNaN(temperatureCelsius));
  }
}
