package org.plimsoll.vessel.mapping;

import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/**
 * What a weighing indicator weighs.
 *
 * @param quantity what its mass means
 * @param scaling from kilograms to the quantity's unit
 */
public record WeightPoint(Quantity quantity, Scaling scaling) {

  /** Reads {@code path} and the scaling of an indicator's line. */
  public static WeightPoint read(Section section) {
    Quantity quantity = MappedQuantity.read(section);
    return new WeightPoint(quantity, Scaling.read(section, quantity));
  }

  /**
   * The reading of one weight: good when stable, degraded while the load moves, invalid for
   * overload, underload and every other fault.
   */
  public Reading reading(Weight weight) {
    if (weight.condition() != Weight.Condition.OK) {
      return Reading.invalid(quantity);
    }
    Quality quality = weight.motion() == Weight.Motion.STABLE ? Quality.GOOD : Quality.DEGRADED;
    return scaling.reading(quantity, weight.massKilograms(), quality);
  }
}
