package org.plimsoll.vocabulary;

import java.util.OptionalDouble;

/**
 * One value of one quantity as a sensor said it; not yet stamped, not yet gated.
 *
 * @param quantity what was measured
 * @param value the value in the quantity's unit; empty when the sensor says "not available", which
 *     is never zero
 * @param quality what the sensor itself claims: {@link Quality#GOOD}; {@link Quality#DEGRADED} for
 *     dead reckoning; {@link Quality#MANUAL} for a value keyed in; or {@link Quality#INVALID} for a
 *     value that its own status calls void
 */
public record Reading(Quantity quantity, OptionalDouble value, Quality quality) {

  public Reading {
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(quantity.path() + " is not finite");
    }
    if (value.isEmpty() && quality.isUsable()) {
      throw new IllegalArgumentException(quantity.path() + " has no value but is " + quality);
    }
  }

  /** A good value. */
  public static Reading good(Quantity quantity, double value) {
    return new Reading(quantity, OptionalDouble.of(value), Quality.GOOD);
  }

  /** The sensor is alive and says that it has no value. */
  public static Reading invalid(Quantity quantity) {
    return new Reading(quantity, OptionalDouble.empty(), Quality.INVALID);
  }
}
