package org.plimsoll.shore.port;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Limit, declared, weighed and measured cargo side by side, and what they say of each other. The
 * same rule as aboard: a residual within its uncertainty matches, within twice it is to be checked,
 * beyond it is a discrepancy; whatever is missing or degraded leaves it unverified, never passed.
 *
 * @param units in the manifest
 * @param declared sum of the declared masses
 * @param weighed sum of the weighed ones
 * @param best each unit's best mass; without one of them for each unit there is no residual
 * @param measured by draught
 * @param residual measured less best
 * @param verdict on the residual
 * @param overLimit whether the cargo is over its limit, judged with the whole band
 * @param text for people, with the figures that decided
 */
public record CargoVerdict(
    int units,
    Optional<Sum> declared,
    Optional<Sum> weighed,
    Optional<Sum> best,
    Measured measured,
    Optional<Residual> residual,
    Verdict verdict,
    OverLimit overLimit,
    String text) {

  /** Part of a declared mass that its U95 is. */
  static final double DECLARED_PART = 0.05;

  /** Part of a class mean that its U95 is: 30 % standard uncertainty, k = 2. */
  static final double CLASS_PART = 0.60;

  /** What a residual says. */
  public enum Verdict {
    MATCH,
    CHECK,
    DISCREPANCY,
    UNVERIFIED;

    /** By the residual alone. */
    public static Verdict of(double residual, double u95) {
      double size = Math.abs(residual);
      return size <= u95 ? MATCH : size <= 2 * u95 ? CHECK : DISCREPANCY;
    }
  }

  /** Whether the cargo is over its limit, from bad to good. */
  public enum OverLimit {
    OVER_LIMIT_CERTAIN,
    OVER_LIMIT_POSSIBLE,
    UNKNOWN,
    WITHIN;

    /** A limit is not exceeded by being reached. */
    static OverLimit of(double mass, double u95, double limit) {
      if (mass - u95 > limit) {
        return OVER_LIMIT_CERTAIN;
      }
      return mass + u95 > limit ? OVER_LIMIT_POSSIBLE : WITHIN;
    }
  }

  /** A sum over those units that have a mass of one kind. */
  public record Sum(double kilograms, double u95Kilograms, int units) {}

  /** Measured less best; + when more is aboard than the papers and scales say. */
  public record Residual(double kilograms, double u95Kilograms) {}

  /** Holds a manifest against what the draughts say. */
  public static CargoVerdict of(
      List<CargoUnit> manifest, Measured measured, OptionalDouble limitKilograms) {
    Tally declared = new Tally();
    Tally weighed = new Tally();
    Tally best = new Tally();
    Map<CargoUnit.Type, Double> means = means(manifest);
    for (CargoUnit unit : manifest) {
      unit.declared().ifPresent(mass -> declared.add(mass.kilograms(), part(mass)));
      unit.weighed().ifPresent(mass -> weighed.add(mass.kilograms(), mass.u95Kilograms()));
      if (unit.weighed().isPresent()) {
        best.add(unit.weighed().get().kilograms(), unit.weighed().get().u95Kilograms());
      } else if (unit.declared().isPresent()) {
        best.add(unit.declared().get().kilograms(), part(unit.declared().get()));
      } else if (means.containsKey(unit.type())) {
        double mean = means.get(unit.type());
        best.add(mean, CLASS_PART * mean);
      }
    }
    return judge(manifest.size(), declared, weighed, best, measured, limitKilograms);
  }

  private static double part(CargoUnit.Declared mass) {
    return DECLARED_PART * mass.kilograms();
  }

  /** Mean of each type over its units that have a mass. */
  private static Map<CargoUnit.Type, Double> means(List<CargoUnit> manifest) {
    Map<CargoUnit.Type, List<Double>> known = new EnumMap<>(CargoUnit.Type.class);
    for (CargoUnit unit : manifest) {
      unit.weighed()
          .map(CargoUnit.Weighed::kilograms)
          .or(() -> unit.declared().map(CargoUnit.Declared::kilograms))
          .ifPresent(mass -> known.computeIfAbsent(unit.type(), t -> new ArrayList<>()).add(mass));
    }
    Map<CargoUnit.Type, Double> means = new EnumMap<>(CargoUnit.Type.class);
    known.forEach(
        (type, masses) ->
            means.put(
                type, masses.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }

  private static CargoVerdict judge(
      int units,
      Tally declared,
      Tally weighed,
      Tally best,
      Measured measured,
      OptionalDouble limit) {
    boolean complete = units > 0 && best.units == units;
    Optional<Residual> residual =
        complete
            ? measured
                .kilograms()
                .map(
                    mass ->
                        new Residual(
                            mass - best.kilograms, Math.hypot(measured.u95Kilograms(), best.u95())))
            : Optional.empty();
    Optional<String> doubt =
        measured.objection().isPresent()
            ? measured.objection()
            : units == 0
                ? Optional.of("the manifest is empty")
                : complete
                    ? Optional.empty()
                    : Optional.of(units - best.units + " of " + units + " units have no mass");
    Verdict verdict =
        doubt.isPresent() || residual.isEmpty()
            ? Verdict.UNVERIFIED
            : Verdict.of(residual.get().kilograms(), residual.get().u95Kilograms());
    return new CargoVerdict(
        units,
        declared.sum(),
        weighed.sum(),
        best.sum(),
        measured,
        residual,
        verdict,
        overLimit(best, complete, measured, limit),
        verdict + ": " + doubt.map(why -> why + "; ").orElse("") + words(residual));
  }

  private static OverLimit overLimit(
      Tally best, boolean complete, Measured measured, OptionalDouble limit) {
    if (limit.isEmpty()) {
      return OverLimit.UNKNOWN;
    }
    OverLimit byWeights = OverLimit.UNKNOWN;
    if (best.units > 0) {
      byWeights = OverLimit.of(best.kilograms, best.u95(), limit.getAsDouble());
      if (byWeights == OverLimit.WITHIN && !complete) {
        byWeights = OverLimit.UNKNOWN; // what is not in the sum can only add to it
      }
    }
    if (measured.kilograms().isEmpty()) {
      return byWeights;
    }
    OverLimit byDraught =
        OverLimit.of(measured.kilograms().get(), measured.u95Kilograms(), limit.getAsDouble());
    if (byDraught == OverLimit.WITHIN && measured.objection().isPresent()) {
      byDraught = OverLimit.UNKNOWN; // degraded draughts may warn and never clear
    }
    if (byWeights == OverLimit.UNKNOWN) {
      return byDraught;
    }
    return byWeights.compareTo(byDraught) <= 0 ? byWeights : byDraught;
  }

  private static String words(Optional<Residual> residual) {
    return residual
        .map(
            by ->
                String.format(
                    Locale.ROOT,
                    "%.1f t %s aboard than weighed and declared, U95 %.1f t",
                    Math.abs(by.kilograms()) / 1000,
                    by.kilograms() < 0 ? "less" : "more",
                    by.u95Kilograms() / 1000))
        .orElse("nothing to compare");
  }

  /** Adds up; the errors of units are independent. */
  private static final class Tally {
    private double kilograms;
    private double variance;
    private int units;

    void add(double mass, double u95) {
      kilograms += mass;
      variance += u95 * u95;
      units++;
    }

    double u95() {
      return Math.sqrt(variance);
    }

    Optional<Sum> sum() {
      return units == 0 ? Optional.empty() : Optional.of(new Sum(kilograms, u95(), units));
    }
  }
}
