package org.plimsoll.naval;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How much each cause adds to the uncertainty of a mass.
 *
 * @param standardTonnes standard uncertainty (k = 1) by cause, each >= 0
 */
public record UncertaintyBudget(Map<Cause, Double> standardTonnes) {

  /** Expansion to the interval that holds the truth 95 times in 100. */
  static final double COVERAGE = 2;

  /** Why a mass is not exactly known. */
  public enum Cause {
    /** Each draught sensor by itself. */
    SENSORS,
    /** The observed motion of ship and water. */
    WAVES,
    /** What all draughts share: datum, keel, squat in a current. */
    COMMON_BIAS,
    /** What the hull's bend, trim and list do beyond the formulas of the survey. */
    HULL_FORM,
    /** The density sample. */
    DENSITY,
    /** Ballast, fuel, water and stores. */
    DEDUCTIBLES,
    /** Constant and lightship. */
    CONSTANT
  }

  /**
   * What is the same in two surveys of one stay at a berth, with one density sample and nothing
   * pumped: it takes itself away in their difference.
   */
  public static final Set<Cause> SAME_STAY =
      Set.of(Cause.COMMON_BIAS, Cause.DENSITY, Cause.DEDUCTIBLES, Cause.CONSTANT);

  public UncertaintyBudget {
    standardTonnes.forEach(
        (cause, tonnes) -> {
          if (!(tonnes >= 0)) {
            throw new IllegalArgumentException(cause + " of " + tonnes + " t must be >= 0");
          }
        });
    standardTonnes = Collections.unmodifiableMap(new EnumMap<>(standardTonnes));
  }

  /**
   * The budget of the difference of two masses.
   *
   * @param shared causes that act on both alike, such as {@link #SAME_STAY}; the others are
   *     independent
   */
  public static UncertaintyBudget ofDifference(
      UncertaintyBudget initial, UncertaintyBudget last, Set<Cause> shared) {
    Map<Cause, Double> tonnes = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      double before = initial.tonnes(cause);
      double after = last.tonnes(cause);
      tonnes.put(
          cause, shared.contains(cause) ? Math.abs(after - before) : Math.hypot(before, after));
    }
    return new UncertaintyBudget(tonnes);
  }

  /** Standard uncertainty by one cause, in tonnes; 0 for a cause that is not in the budget. */
  public double tonnes(Cause cause) {
    return standardTonnes.getOrDefault(cause, 0.0);
  }

  /** Expanded uncertainty of the mass, k = 2, in tonnes. */
  public double u95Tonnes() {
    double variance = 0;
    for (double tonnes : standardTonnes.values()) {
      variance += tonnes * tonnes;
    }
    return COVERAGE * Math.sqrt(variance);
  }

  /** The budget as text: a line for each cause with k = 1, and U95. */
  public String print() {
    StringBuilder text = new StringBuilder();
    standardTonnes.forEach(
        (cause, tonnes) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-12s %7.2f t%n",
                    cause.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    tonnes)));
    return text.append(String.format(Locale.ROOT, "%-12s %7.2f t%n", "U95", u95Tonnes()))
        .toString();
  }
}
