package org.plimsoll.protocol.nmea0183;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** Collects the readings of one sentence: absent is nothing, void is invalid. */
final class ReadingList {

  private static final int USUAL_READINGS = 5;

  private final List<Reading> readings = new ArrayList<>(USUAL_READINGS);

  List<Reading> toList() {
    return List.copyOf(readings);
  }

  void position(FixMode fix, Optional<Position> position) {
    Quality quality = fix.quality();
    if (quality == Quality.INVALID) {
      readings.add(Reading.invalid(Quantities.LATITUDE));
      readings.add(Reading.invalid(Quantities.LONGITUDE));
    } else if (position.isPresent()) {
      Position at = position.get();
      add(Quantities.LATITUDE, at.latitudeDegrees(), quality);
      add(Quantities.LONGITUDE, at.longitudeDegrees(), quality);
    }
  }

  /** A value that is as good as the fix; the sensor is alive and has none if the fix is void. */
  void add(FixMode fix, Quantity quantity, OptionalDouble value, double factor) {
    Quality quality = fix.quality();
    if (quality == Quality.INVALID) {
      readings.add(Reading.invalid(quantity));
    } else if (value.isPresent()) {
      add(quantity, value.getAsDouble() * factor, quality);
    }
  }

  /** An angle from the bow, 0 to 360 degrees, as radians to either side: to port is negative. */
  void addSigned(FixMode fix, Quantity quantity, OptionalDouble degrees) {
    boolean toPort = degrees.isPresent() && degrees.getAsDouble() > 180;
    OptionalDouble sided = toPort ? OptionalDouble.of(degrees.getAsDouble() - 360) : degrees;
    add(fix, quantity, sided, Units.DEGREE);
  }

  void addCelsius(Quantity quantity, OptionalDouble celsius) {
    if (celsius.isPresent()) {
      add(quantity, celsius.getAsDouble() + Units.ZERO_CELSIUS_KELVIN);
    }
  }

  /** A by-product of the fix that means nothing without one. */
  void addWhenFixed(FixMode fix, Quantity quantity, OptionalDouble value) {
    if (value.isPresent() && fix.quality() != Quality.INVALID) {
      add(quantity, value.getAsDouble(), fix.quality());
    }
  }

  void add(Quantity quantity, OptionalDouble value, double factor) {
    if (value.isPresent()) {
      add(quantity, value.getAsDouble() * factor);
    }
  }

  void add(Quantity quantity, OptionalInt value) {
    if (value.isPresent()) {
      add(quantity, value.getAsInt());
    }
  }

  void add(Quantity quantity, double value) {
    add(quantity, value, Quality.GOOD);
  }

  private void add(Quantity quantity, double value, Quality quality) {
    readings.add(new Reading(quantity, OptionalDouble.of(value), quality));
  }
}
