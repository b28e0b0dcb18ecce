package org.plimsoll.naval.reconciliation;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.plimsoll.naval.Phrase;
import org.plimsoll.naval.reconciliation.Manifest.Sum;

/**
 * Limit, declared, weighed and measured cargo, side by side, with the verdict.
 *
 * @param limitTonnes greatest cargo that the approval allows
 * @param declared sum of the declared weights
 * @param weighed sum of the weighed ones
 * @param measured by the difference of two draught surveys at the berth, empty without one
 * @param residual measured less best weights; empty when either is not known
 * @param verdict on the residual
 * @param overLimit of the worse of the measured and the best weights
 * @param text for the master, with every figure that decided
 */
public record Reconciliation(
    OptionalDouble limitTonnes,
    Optional<Sum> declared,
    Optional<Sum> weighed,
    Optional<Mass> measured,
    Optional<Residual> residual,
    Verdict verdict,
    OverLimit overLimit,
    String text) {

  private static final int MOST_UNITS_NAMED = 5;

  /** Reconciles; never throws on what sensors or people may say. */
  public static Reconciliation of(
      OptionalDouble limitTonnes, Manifest.Weights weights, Optional<Mass> measured) {
    Optional<Mass> usable = measured.filter(mass -> mass.quality().isUsable());
    Optional<Residual> residual =
        weights.unknown().isEmpty()
            ? usable.map(mass -> residual(mass, weights.total()))
            : Optional.empty();
    Verdict verdict = Verdict.UNVERIFIED;
    String text;
    if (measured.isEmpty()) {
      text = "UNVERIFIED: the cargo was not measured";
    } else if (usable.isEmpty()) {
      text = "UNVERIFIED: the measured cargo is " + measured.get().quality();
    } else if (residual.isEmpty()) {
      text = "UNVERIFIED: no weight at all for " + names(weights);
    } else if (!usable.get().isGood()) {
      text = Phrase.of("UNVERIFIED: the measured cargo is %s; ", usable.get().quality());
      text += words(residual.get());
    } else {
      verdict = Verdict.of(residual.get().tonnes(), residual.get().u95Tonnes());
      text = verdict + ": " + words(residual.get());
    }
    OverLimit over = overLimit(limitTonnes, weights, usable);
    return new Reconciliation(
        limitTonnes,
        weights.declared(),
        weights.weighed(),
        measured,
        residual,
        verdict,
        over,
        text + "; " + limitWords(limitTonnes, over));
  }

  private static Residual residual(Mass measured, Sum best) {
    return new Residual(
        measured.tonnes() - best.tonnes(), Math.hypot(measured.u95Tonnes(), best.u95Tonnes()));
  }

  private static OverLimit overLimit(
      OptionalDouble limitTonnes, Manifest.Weights weights, Optional<Mass> usable) {
    if (limitTonnes.isEmpty()) {
      return OverLimit.UNKNOWN;
    }
    double limit = limitTonnes.getAsDouble();
    OverLimit byWeights = OverLimit.UNKNOWN;
    if (!weights.best().isEmpty()) {
      Sum total = weights.total();
      byWeights = OverLimit.of(total.tonnes(), total.u95Tonnes(), limit);
      // What is not in the sum can only add to it.
      if (byWeights == OverLimit.WITHIN && !weights.unknown().isEmpty()) {
        byWeights = OverLimit.UNKNOWN;
      }
    }
    if (usable.isEmpty()) {
      return byWeights;
    }
    OverLimit byDraught = OverLimit.of(usable.get().tonnes(), usable.get().u95Tonnes(), limit);
    boolean weightsAreSilent = byWeights == OverLimit.UNKNOWN;
    return weightsAreSilent ? byDraught : byDraught.worse(byWeights);
  }

  private static String words(Residual residual) {
    return Phrase.of(
        "%.1f t %s aboard than weighed and declared, U95 %.1f t",
        Math.abs(residual.tonnes()), residual.tonnes() < 0 ? "less" : "more", residual.u95Tonnes());
  }

  private static String limitWords(OptionalDouble limit, OverLimit over) {
    return limit.isEmpty()
        ? "no cargo limit is configured"
        : Phrase.of("%s the limit of %.1f t", over, limit.getAsDouble());
  }

  private static String names(Manifest.Weights weights) {
    String names =
        weights.unknown().stream()
            .limit(MOST_UNITS_NAMED)
            .map(CargoUnit::id)
            .collect(Collectors.joining(", "));
    int more = weights.unknown().size() - MOST_UNITS_NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }
}
