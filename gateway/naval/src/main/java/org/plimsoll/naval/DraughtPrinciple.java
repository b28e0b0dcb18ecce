package org.plimsoll.naval;

/** What the draught sensors measure, which decides what an error in the water's density does. */
public enum DraughtPrinciple {
  /** The length itself, by float, radar, light or eye: the mass errs as the density does. */
  LENGTH,

  /**
   * The pressure of the water: a density set too high makes the draught too small and the water too
   * heavy at once, and the mass errs a quarter as much on a ferry.
   */
  PRESSURE
}
