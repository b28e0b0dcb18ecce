package org.plimsoll.naval.underkeel;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.naval.Phrase;

/**
 * Metacentric height from the natural period of roll, GM = (f B / T)^2. It is indicative, says so
 * in every text, and must never clear a departure: the factor alone carries 10 % of GM, and a roll
 * that is forced by waves is not natural.
 *
 * @param factor f, in seconds per root metre: 0.88 light or in ballast, 0.73 to 0.78 loaded (IMO
 *     resolution A.749(18), annex 3)
 * @param factorSigma standard uncertainty of f; 0.05 by the same source
 */
public record RollPeriodStability(double factor, double factorSigma) {

  private static final double GREATEST_LENGTH_METRES = 70;
  private static final int LEAST_CYCLES = 5;
  private static final double FEET_PER_METRE = 1 / 0.3048;
  private static final double COVERAGE = 2;

  public RollPeriodStability {
    if (!(factor > 0 && factorSigma >= 0)) {
      throw new IllegalArgumentException("roll factor %s ± %s".formatted(factor, factorSigma));
    }
  }

  /** The factor of a formula made for feet. */
  public static RollPeriodStability ofFeet(double factor, double factorSigma) {
    double root = Math.sqrt(FEET_PER_METRE);
    return new RollPeriodStability(factor * root, factorSigma * root);
  }

  /** An indicative metacentric height, or why there is none. */
  public sealed interface Result {
    /** Always says that it is indicative. */
    String text();
  }

  /**
   * Indicative.
   *
   * @param gmMetres metacentric height
   * @param u95Metres from the factor alone
   * @param remarks what the observation lacks; empty when it satisfies the source
   */
  public record Indicative(double gmMetres, double u95Metres, List<String> remarks, String text)
      implements Result {
    public Indicative {
      remarks = List.copyOf(remarks);
    }
  }

  /** No figure. */
  public record None(String text) implements Result {}

  /**
   * Estimates.
   *
   * @param breadthMetres moulded
   * @param lengthMetres of the ship
   * @param periodSeconds of one full roll, port to port
   * @param cycles full rolls that were timed
   */
  public Result estimate(
      double breadthMetres, double lengthMetres, double periodSeconds, int cycles) {
    if (!(periodSeconds > 0 && Double.isFinite(periodSeconds) && breadthMetres > 0 && cycles > 0)) {
      return new None("indicative GM: no period of roll observed");
    }
    List<String> remarks = new ArrayList<>();
    if (lengthMetres > GREATEST_LENGTH_METRES) {
      remarks.add(Phrase.of("the method is for ships of up to 70 m, she has %.1f m", lengthMetres));
    }
    if (cycles < LEAST_CYCLES) {
      remarks.add(Phrase.of("%d rolls timed, at least %d wanted", cycles, LEAST_CYCLES));
    }
    double ratio = breadthMetres / periodSeconds;
    double gm = factor * factor * ratio * ratio;
    double u95 = COVERAGE * 2 * gm * factorSigma / factor;
    String text = Phrase.of("indicative GM %.2f m ± %.2f m from the roll", gm, u95);
    if (!remarks.isEmpty()) {
      text += "; " + String.join("; ", remarks);
    }
    return new Indicative(gm, u95, remarks, text);
  }
}
