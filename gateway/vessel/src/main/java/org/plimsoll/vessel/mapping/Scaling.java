package org.plimsoll.vessel.mapping;

import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * From what a device says to the unit of a quantity: {@code value = raw * scale + offset}.
 *
 * @param scale unit of the quantity per raw unit
 * @param offset in the quantity's unit, for example the height of a sensor above the keel
 * @param minimum least value of this installation, in the quantity's unit; below it is invalid
 * @param maximum greatest value of this installation, in the quantity's unit
 */
public record Scaling(double scale, double offset, double minimum, double maximum) {

  /** Neither scaled nor limited beyond the quantity's own range. */
  public static Scaling none(Quantity quantity) {
    return new Scaling(1, 0, quantity.minimum(), quantity.maximum());
  }

  /** Reads {@code scale}, {@code offset}, {@code minimum} and {@code maximum}, each optional. */
  static Scaling read(Section section, Quantity quantity) {
    double scale = section.number("scale", -1e9, 1e9, 1);
    double offset = section.number("offset", -1e9, 1e9, 0);
    double minimum =
        section.number("minimum", quantity.minimum(), quantity.maximum(), quantity.minimum());
    double maximum =
        section.number("maximum", quantity.minimum(), quantity.maximum(), quantity.maximum());
    if (!(minimum < maximum)) {
      section.problem("maximum", "not above the minimum " + minimum, "allowed: minimum < maximum");
    }
    return new Scaling(scale, offset, minimum, maximum);
  }

  /** This, applied to {@code raw * factor + addend}. */
  Scaling after(double factor, double addend) {
    return new Scaling(scale * factor, scale * addend + offset, minimum, maximum);
  }

  /**
   * The reading of a raw value.
   *
   * @param quantity what is measured
   * @param raw what the device says; empty when it says that it has no value
   * @param quality the quality of a value in range
   * @return an invalid reading without a value if {@code raw} is empty or the value out of range
   */
  public Reading reading(Quantity quantity, OptionalDouble raw, Quality quality) {
    if (raw.isEmpty()) {
      return Reading.invalid(quantity);
    }
    double value = raw.getAsDouble() * scale + offset;
    if (!(value >= minimum && value <= maximum)) {
      return Reading.invalid(quantity);
    }
    return new Reading(quantity, OptionalDouble.of(value), quality);
  }
}
