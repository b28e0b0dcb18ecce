package org.plimsoll.cli.vectors;

/** One topic: from inputs to the steps that it knows. */
interface Calculation {

  /**
   * Calculates a step from the inputs alone. Missing inputs are noted by {@link Inputs} and make
   * whatever is returned void.
   *
   * @throws IllegalArgumentException if the inputs make no sense, for the caller to report
   */
  Answer answer(Asked asked);

  /** For a step that the topic does not know. */
  static Answer unknown() {
    return new Answer.Skipped("no rule for a step of this name");
  }
}
