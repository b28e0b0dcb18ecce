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

    static void measure(Fields fields, ReadingOutput out) {
      double celsius = fields.value(1);
      if (out.begins(fields, "MTA")) {
        out.addCelsius(Quantities.AIR_TEMPERATURE, celsius);
      }
    }

    void readings(ReadingOutput out) {
      out.addCelsius(Quantities.AIR_TEMPERATURE, ReadingOutput.orNaN(temperatureCelsius));
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

    static void measure(Fields fields, ReadingOutput out) {
      double inches = fields.value(1);
      double bar = fields.value(3);
      double air = fields.value(5);
      double water = fields.value(7);
      double humidity = fields.value(9);
      fields.value(10);
      fields.value(11);
      double direction = fields.value(13);
      fields.value(15);
      double knots = fields.value(17);
      double metresPerSecond = fields.value(19);
      if (out.begins(fields, "MDA")) {
        weather(out, inches, bar, air, water, humidity);
        wind(out, direction, knots, metresPerSecond);
      }
    }

    void readings(ReadingOutput out) {
      weather(
          out,
          ReadingOutput.orNaN(pressureInchesOfMercury),
          ReadingOutput.orNaN(pressureBar),
          ReadingOutput.orNaN(airTemperatureCelsius),
          ReadingOutput.orNaN(waterTemperatureCelsius),
          ReadingOutput.orNaN(relativeHumidityPercent));
      wind(
          out,
          ReadingOutput.orNaN(windDirectionTrueDegrees),
          ReadingOutput.orNaN(windSpeedKnots),
          ReadingOutput.orNaN(windSpeedMetresPerSecond));
    }

    private static void weather(
        ReadingOutput out, double inches, double bar, double air, double water, double humidity) {
      out.add(
          Quantities.AIR_PRESSURE,
          Double.isNaN(bar)
              ? inches * Units.PASCALS_PER_INCH_OF_MERCURY
              : bar * Units.PASCALS_PER_BAR);
      out.addCelsius(Quantities.AIR_TEMPERATURE, air);
      out.addCelsius(Quantities.WATER_TEMPERATURE, water);
      out.add(Quantities.AIR_HUMIDITY, humidity * 0.01);
    }

    private static void wind(
        ReadingOutput out, double direction, double knots, double metresPerSecond) {
      out.add(Quantities.WIND_DIRECTION_TRUE, direction * Units.DEGREE);
      out.add(
          Quantities.WIND_SPEED_OVER_GROUND,
          Double.isNaN(metresPerSecond) ? knots * Units.KNOT : metresPerSecond);
    }
  }
}
