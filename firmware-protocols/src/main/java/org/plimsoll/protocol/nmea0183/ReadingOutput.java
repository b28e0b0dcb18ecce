package org.plimsoll.protocol.nmea0183;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * Says what a sentence measures to a {@link ReadingSink}: what is absent is not said, what is void
 * is invalid. NaN stands for "absent" among the arguments and for "no value" among the readings.
 * Confined to its decoder's thread.
 */
final class ReadingOutput {

  /** No count was sent. */
  static final int NO_COUNT = Integer.MIN_VALUE;

  private @Nullable ReadingSink sink;

  /** Who is told from now on. */
  void sayTo(ReadingSink sink) {
    this.sink = sink;
  }

  ReadingSink sink() {
    return Objects.requireNonNull(sink);
  }

  /** Begins a sentence whose fields were read; false if one of them cannot be. */
  boolean begins(Fields fields, String formatter) {
    if (fields.fault() != null) {
      return false;
    }
    sink().sentence(fields.talker(), formatter);
    return true;
  }

  /** As {@link #begins}, of a maker's sentence. */
  boolean beginsProprietary(Fields fields, String formatter) {
    if (fields.fault() != null) {
      return false;
    }
    sink().sentence(ProprietarySentence.TALKER, formatter);
    return true;
  }

  /** A fix's place in degrees. */
  void position(FixMode fix, double latitude, double longitude) {
    Quality quality = fix.quality();
    if (quality == Quality.INVALID) {
      sink().reading(Quantities.LATITUDE, Double.NaN, quality);
      sink().reading(Quantities.LONGITUDE, Double.NaN, quality);
    } else if (!Double.isNaN(latitude)) {
      sink().reading(Quantities.LATITUDE, latitude, quality);
      sink().reading(Quantities.LONGITUDE, longitude, quality);
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
  void add(FixMode fix, Quantity quantity, double value, double factor) {
    Quality quality = fix.quality();
    if (quality == Quality.INVALID) {
      sink().reading(quantity, Double.NaN, quality);
    } else if (!Double.isNaN(value)) {
      sink().reading(quantity, value * factor, quality);
    }
  }

  void add(FixMode fix, Quantity quantity, OptionalDouble value, double factor) {
    add(fix, quantity, orNaN(value), factor);
  }

  /** An angle from the bow, 0 to 360 degrees, as radians to either side: to port is negative. */
  void addSigned(FixMode fix, Quantity quantity, double degrees) {
    add(fix, quantity, degrees > 180 ? degrees - 360 : degrees, Units.DEGREE);
  }

  /** A by-product of the fix that means nothing without one. */
  void addWhenFixed(FixMode fix, Quantity quantity, double value) {
    Quality quality = fix.quality();
    if (!Double.isNaN(value) && quality != Quality.INVALID) {
      sink().reading(quantity, value, quality);
    }
  }

  void addWhenFixed(FixMode fix, Quantity quantity, OptionalDouble value) {
    addWhenFixed(fix, quantity, orNaN(value));
  }

  void addCelsius(Quantity quantity, double celsius) {
    add(quantity, celsius + Units.ZERO_CELSIUS_KELVIN);
  }

  void addCount(Quantity quantity, int count) {
    if (count != NO_COUNT) {
      sink().reading(quantity, count, Quality.GOOD);
    }
  }

  void add(Quantity quantity, OptionalInt value) {
    addCount(quantity, value.orElse(NO_COUNT));
  }

  void add(Quantity quantity, OptionalDouble value, double factor) {
    add(quantity, orNaN(value) * factor);
  }

  void add(Quantity quantity, double value) {
    if (!Double.isNaN(value)) {
      sink().reading(quantity, value, Quality.GOOD);
    }
  }

  static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }
}
