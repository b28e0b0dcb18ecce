package org.plimsoll.naval;

/**
 * The cargo by draught, with how far it may be trusted.
 *
 * @param massTonnes displacement less lightship, deductibles and passengers
 * @param u95Tonnes expanded uncertainty, k = 2: the truth lies within it 95 times in 100
 */
public record CargoMeasured(double massTonnes, double u95Tonnes) {

  /** Whether the cargo is over a limit. */
  public enum Overload {
    /** Even the least that she may carry is over. */
    CERTAIN,
    /** The most that she may carry is over. */
    POSSIBLE,
    NONE
  }

  /** Compares with a limit in tonnes, with the whole band and not with its middle. */
  public Overload against(double limitTonnes) {
    if (massTonnes - u95Tonnes > limitTonnes) {
      return Overload.CERTAIN;
    }
    return massTonnes + u95Tonnes > limitTonnes ? Overload.POSSIBLE : Overload.NONE;
  }
}
