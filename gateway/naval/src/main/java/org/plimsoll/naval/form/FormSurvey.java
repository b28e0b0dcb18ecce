package org.plimsoll.naval.form;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One survey as entered on the form.
 *
 * @param readings the six draughts
 * @param hydrostatics the hull's properties; empty for the draughts alone
 * @param waterDensityTonnesPerCubicMetre of the water she floats in
 * @param masses what is taken off the displacement; empty for the displacement alone
 */
public record FormSurvey(
    FormReadings readings,
    Optional<FormHydrostatics> hydrostatics,
    double waterDensityTonnesPerCubicMetre,
    Optional<Masses> masses) {

  /**
   * What is not cargo.
   *
   * @param lightshipTonnes the ship herself
   * @param deductibles liquids, stores and people, by name
   * @param constantTonnes from an earlier light survey; empty when this survey determines it
   */
  public record Masses(
      double lightshipTonnes, List<Deductible> deductibles, OptionalDouble constantTonnes) {
    public Masses {
      deductibles = List.copyOf(deductibles);
    }
  }

  /** One deductible, such as "heavy fuel oil", in tonnes. */
  public record Deductible(String name, double massTonnes) {}
}
