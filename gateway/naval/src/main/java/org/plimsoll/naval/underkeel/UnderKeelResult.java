package org.plimsoll.naval.underkeel;

import java.util.OptionalDouble;

/** The water under the keel, or why it is not known. */
public sealed interface UnderKeelResult {

  /** For the officer of the watch. */
  String text();

  /**
   * Judged.
   *
   * @param clearanceMetres what remains under the deepest point; negative is aground
   * @param requiredMetres by the policy
   * @param squatMetres at the speed of now
   * @param heelMetres by which heel brings the bilge lower
   * @param failingSpeedMetresPerSecond the least speed at which the policy fails, 0 when it fails
   *     at rest; empty when it holds as far as the squat formula reaches
   * @param text in words
   */
  record Judged(
      double clearanceMetres,
      double requiredMetres,
      double squatMetres,
      double heelMetres,
      OptionalDouble failingSpeedMetresPerSecond,
      String text)
      implements UnderKeelResult {

    /** Whether the clearance satisfies the policy. */
    public boolean isEnough() {
      return clearanceMetres >= requiredMetres;
    }
  }

  /**
   * Not known.
   *
   * @param text what is missing or outside a formula
   */
  record Inconclusive(String text) implements UnderKeelResult {}
}
