package org.plimsoll.protocol.nmea0183;

import java.util.OptionalDouble;

/** What one of the units on the wire is in SI. */
final class Units {

  static final double METRES_PER_NAUTICAL_MILE = 1852;
  static final double METRES_PER_FOOT = 0.3048;
  static final double METRES_PER_FATHOM = 1.8288;
  static final double KNOT = METRES_PER_NAUTICAL_MILE / 3600;
  static final double KILOMETRE_PER_HOUR = 1 / 3.6;
  static final double MILE_PER_HOUR = 1609.344 / 3600;
  static final double DEGREE = Math.PI / 180;
  static final double DEGREE_PER_MINUTE = Math.PI / 180 / 60;
  static final double ZERO_CELSIUS_KELVIN = 273.15;
  static final double PASCALS_PER_BAR = 100_000;
  static final double PASCALS_PER_INCH_OF_MERCURY = 3386.389;

  private Units() {}

  /** Metres per second of one unit of speed as MWV names it; 0 if it names none. */
  static double metresPerSecond(char unit) {
    return switch (unit) {
      case 'K' -> KILOMETRE_PER_HOUR;
      case 'M' -> 1;
      case 'N' -> KNOT;
      case 'S' -> MILE_PER_HOUR;
      default -> 0;
    };
  }

  static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }
}
