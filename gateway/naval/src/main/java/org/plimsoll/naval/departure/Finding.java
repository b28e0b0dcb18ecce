package org.plimsoll.naval.departure;

import java.util.Optional;
import org.plimsoll.naval.Phrase;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.naval.reconciliation.OverLimit;
import org.plimsoll.naval.reconciliation.Reconciliation;
import org.plimsoll.naval.reconciliation.Verdict;
import org.plimsoll.naval.underkeel.UnderKeelResult;

/**
 * What one check came to.
 *
 * @param check its name, in lower case with hyphens
 * @param text the figures that decided, for the officer of the watch
 */
public record Finding(String check, Outcome outcome, String text) {

  /** Outcomes, from bad to good. */
  public enum Outcome {
    FAIL,
    /** Not known: never a pass. */
    INCONCLUSIVE,
    /** Possible, doubtful, or objected to. */
    CAUTION,
    PASS
  }

  /** Of the marks at midship. */
  public static Finding of(MarkCompliance marks) {
    Outcome outcome =
        switch (marks.governing()) {
          case SUBMERGED -> Outcome.FAIL;
          case UNKNOWN -> Outcome.INCONCLUSIVE;
          case DOUBTFUL -> Outcome.CAUTION;
          case CLEAR -> Outcome.PASS;
        };
    return new Finding("load-line", outcome, marks.text());
  }

  /** Of the water under the keel. */
  public static Finding of(UnderKeelResult clearance) {
    Outcome outcome = Outcome.INCONCLUSIVE;
    if (clearance instanceof UnderKeelResult.Judged judged) {
      outcome = judged.isEnough() ? Outcome.PASS : Outcome.FAIL;
    }
    return new Finding("under-keel", outcome, clearance.text());
  }

  /**
   * Of the configured zone against the coarse areas of Annex II: at worst a caution.
   *
   * @param caution of {@link org.plimsoll.naval.loadline.AnnexTwo#caution}
   */
  public static Finding ofZone(Optional<String> caution) {
    return new Finding(
        "load-line-zone",
        caution.isPresent() ? Outcome.CAUTION : Outcome.PASS,
        caution.orElse("the areas of Annex II do not object to the route"));
  }

  /** Of the weights against each other. */
  public static Finding ofWeights(Reconciliation reconciliation) {
    return new Finding("cargo-weights", outcome(reconciliation.verdict()), reconciliation.text());
  }

  /** Of the cargo against its limit. */
  public static Finding ofLimit(Reconciliation reconciliation) {
    return new Finding("cargo-limit", outcome(reconciliation.overLimit()), reconciliation.text());
  }

  static Outcome outcome(OverLimit over) {
    return switch (over) {
      case OVER_LIMIT_CERTAIN -> Outcome.FAIL;
      case OVER_LIMIT_POSSIBLE -> Outcome.CAUTION;
      case UNKNOWN -> Outcome.INCONCLUSIVE;
      case WITHIN -> Outcome.PASS;
    };
  }

  private static Outcome outcome(Verdict verdict) {
    return switch (verdict) {
      case MATCH -> Outcome.PASS;
      case CHECK -> Outcome.CAUTION;
      case DISCREPANCY -> Outcome.FAIL;
      case UNVERIFIED -> Outcome.INCONCLUSIVE;
    };
  }

  static Finding of(String check, Outcome outcome, String format, Object... arguments) {
    return new Finding(check, outcome, Phrase.of(format, arguments));
  }
}
