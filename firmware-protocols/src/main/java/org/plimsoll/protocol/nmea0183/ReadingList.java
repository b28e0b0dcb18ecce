package org.plimsoll.protocol.nmea0183;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * Collects the readings of one sentence: absent is nothing, void is invalid. Used again for the
 * next sentence after {@link #clear}; NaN stands for "no value".
 */
final class ReadingList {

  /** No sentence measures more. */
  static final int MAX_READINGS = 16;

  /** No count was sent. */
  static final int NO_COUNT = Integer.MIN_VALUE;

  private final Quantity[] quantities = new Quantity[MAX_READINGS];
  private final double[] values = new double[MAX_READINGS];
  private final Quality[] qualities = new Quality[MAX_READINGS];
  private int size;

  void clear() {
    size = 0;
  }

  List<Reading> toList() {
    Reading[] readings = new Reading[size];
    for (int i = 0; i < size; i++) {
      OptionalDouble value =
          Double.isNaN(values[i]) ? OptionalDouble.empty() : OptionalDouble.of(values[i]);
      readings[i] = new Reading(quantities[i], value, qualities[i]);
    }
    return List.of(readings);
  }

  void sayTo(ReadingSink sink) {
    for (int i = 0; i < size; i++) {
      sink.reading(quantities[i], values[i], qualities[i]);
    }
  }

  /** A fix's place in degrees; NaN if it was not sent. */
  void position(FixMode fix, double latitude, double longitude) {
    Quality quality = fix.quality();
    if (quality == Quality.INVALID) {
      add(Quantities.LATITUDE, Double.NaN, quality);
      add(Quantities.LONGITUDE, Double.NaN, quality);
    } else if (!Double.isNaN(latitude)) {
      add(Quantities.LATITUDE, latitude, quality);
      add(Quantities.LONGITUDE, longitude, quality);
    }
  }

  /** As below, NaN for absent. */
  void add(FixMode fix, Quantity quantity, double value, double factor) {
    Quality quality = fix.quality();
    if (quality == Quality.INVALID) {
      add(quantity, Double.NaN, quality);
    } else if (!Double.isNaN(value)) {
      add(quantity, value * factor, quality);
    }
  }

  /** As below, NaN for absent. */
  void addWhenFixed(FixMode fix, Quantity quantity, double value) {
    Quality quality = fix.quality();
    if (!Double.isNaN(value) && quality != Quality.INVALID) {
      add(quantity, value, quality);
    }
  }

  void position(FixMode fix, Optional<Position> position) {
    Position at = position.orElse(null);
    position(
        fix,
        at == null ? Double.NaN : at.latitudeDegrees(),
        at == null ? Double.NaN : at.longitudeDegrees());
  }

  /** A value that is as good as the fix; the sensor is alive and has none if the fix is void. */
  void add(FixMode fix, Quantity quantity, OptionalDouble value, double factor) {
    add(fix, quantity, value.orElse(Double.NaN), factor);
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
    addWhenFixed(fix, quantity, value.orElse(Double.NaN));
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

  void addCount(Quantity quantity, int count) {
    if (count != NO_COUNT) {
      add(quantity, count);
    }
  }

  void add(Quantity quantity, double value) {
    add(quantity, value, Quality.GOOD);
  }

  private void add(Quantity quantity, double value, Quality quality) {
    quantities[size] = quantity;
    values[size] = value;
    qualities[size] = quality;
    size++;
  }
}
