package org.plimsoll.naval.reconciliation;

/**
 * The best that is known of the weight of one unit.
 *
 * @param u95Tonnes of this weight
 */
public record BestWeight(CargoUnit unit, double tonnes, double u95Tonnes, Basis basis) {

  /** Where a weight comes from, from the best. */
  public enum Basis {
    WEIGHED,
    DECLARED,
    /** The mean of the class. */
    ESTIMATED
  }
}
