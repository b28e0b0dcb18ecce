package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;
import org.plimsoll.vocabulary.Quantities;

/** Weather beside the wind. */
public sealed interface WeatherSentence extends Sentence {

  /** Air temperature ({@code $--MTA,x.x,C*hh}). */
  record Mta(String talker, OptionalDouble temperatureCelsius) implements WeatherSentence {
    static Mta decode(Fields fields) {
      return new Mta(fields.talker(), fields.number(1));
    }

    void readings(ReadingList out) {
      out.addCelsius(Quantities.AIR_TEMPERATURE, temperatureCelsius);
    }
  }

  /**
   * Meteorological composite.
   *
   * <pre>
   * $--MDA,x.x,I,x.x,B,x.x,C,x.x,C,x.x,x.x,x.x,C,x.x,T,x.x,M,x.x,N,x.x,M*hh
   *        1     3     5     7     9   10  11    13    15    17    19
   *        inHg  bar   air   water humidity dew  wind direction  wind speed
   *                                %, g/m3  point  true, magnetic  knots, m/s
   * </pre>
   */
  record Mda(
      String talker,
      OptionalDouble pressureInchesOfMercury,
      OptionalDouble pressureBar,
      OptionalDouble airTemperatureCelsius,
      OptionalDouble waterTemperatureCelsius,
      OptionalDouble relativeHumidityPercent,
      OptionalDouble absoluteHumidity,
      OptionalDouble dewPointCelsius,
      OptionalDouble windDirectionTrueDegrees,
      OptionalDouble windDirectionMagneticDegrees,
      OptionalDouble windSpeedKnots,
      OptionalDouble windSpeedMetresPerSecond)
      implements WeatherSentence {
    static Mda decode(Fields fields) {
      return new Mda(
          fields.talker(),
          fields.number(1),
          fields.number(3),
          fields.number(5),
          fields.number(7),
          fields.number(9),
          fields.number(10),
          fields.number(11),
          fields.number(13),
          fields.number(15),
          fields.number(17),
          fields.number(19));
    }

    void readings(ReadingList out) {
      if (pressureBar.isPresent()) {
        out.add(Quantities.AIR_PRESSURE, pressureBar, Units.PASCALS_PER_BAR);
      } else {
        out.add(
            Quantities.AIR_PRESSURE, pressureInchesOfMercury, Units.PASCALS_PER_INCH_OF_MERCURY);
      }
      out.addCelsius(Quantities.AIR_TEMPERATURE, airTemperatureCelsius);
      out.addCelsius(Quantities.WATER_TEMPERATURE, waterTemperatureCelsius);
      out.add(Quantities.AIR_HUMIDITY, relativeHumidityPercent, 0.01);
      out.add(Quantities.WIND_DIRECTION_TRUE, windDirectionTrueDegrees, Units.DEGREE);
      if (windSpeedMetresPerSecond.isPresent()) {
        out.add(Quantities.WIND_SPEED_OVER_GROUND, windSpeedMetresPerSecond, 1);
      } else {
        out.add(Quantities.WIND_SPEED_OVER_GROUND, windSpeedKnots, Units.KNOT);
      }
    }
  }
}
