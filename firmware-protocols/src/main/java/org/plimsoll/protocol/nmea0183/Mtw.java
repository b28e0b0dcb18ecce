package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/**
 * Water temperature ({@code $--MTW,x.x,C*hh}).
 *
 * @param temperatureCelsius degrees Celsius
 */
public record Mtw(String talker, OptionalDouble temperatureCelsius) implements Sentence {

  private static final double ZERO_CELSIUS_KELVIN = 273.15;

  static Mtw decode(Fields fields) {
    return new Mtw(fields.talker(), fields.number(1));
  }

  void write(FieldWriter out) {
    out.number(temperatureCelsius, 1).letter('C');
  }

  void readings(ReadingList out) {
    if (temperatureCelsius.isPresent()) {
      out.add(Quantities.WATER_TEMPERATURE, temperatureCelsius.getAsDouble() + ZERO_CELSIUS_KELVIN);
    }
  }
}
