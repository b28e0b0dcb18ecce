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

  void readings(ReadingList out) {
    out.addCelsius(Quantities.WATER_TEMPERATURE, temperatureCelsius);
  }
}
