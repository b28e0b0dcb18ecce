package org.plimsoll.naval.reconciliation;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;

/**
 * Whether the ship's constant drifts, by a two-sided CUSUM of the residuals of past voyages: growth
 * and forgotten stores push every residual the same way, a misdeclared lorry only one. Each
 * residual is cut to its own U95, so that one voyage by itself never raises the alarm.
 *
 * @param slackTonnes part of a residual that is let pass on every voyage
 * @param decisionTonnes sum beyond which she drifts
 * @param meanTonnes mean of the last {@code meanVoyages} beyond which she drifts
 * @param meanVoyages at least 2
 */
public record ConstantDrift(
    double slackTonnes, double decisionTonnes, double meanTonnes, int meanVoyages) {

  /** Mean beyond 10 t over 10 voyages, or a CUSUM of 40 t with 5 t of slack. */
  public static final ConstantDrift USUAL = new ConstantDrift(5, 40, 10, 10);

  /** Older voyages are not looked at. */
  public static final int MOST_VOYAGES = 500;

  public ConstantDrift {
    if (!(slackTonnes >= 0 && decisionTonnes > 0 && meanTonnes > 0 && meanVoyages >= 2)) {
      throw new IllegalArgumentException("CUSUM limits must be positive");
    }
  }

  /** Whether she drifts. */
  public enum State {
    /** Not enough voyages for a mean, and no sum over its limit. */
    TOO_FEW,
    STEADY,
    DRIFTING
  }

  /**
   * The finding.
   *
   * @param heavierTonnes sum of the residuals that say more is aboard
   * @param lighterTonnes sum of those that say less, 0 or more
   * @param meanTonnes of the last voyages, each cut to its U95; empty with too few
   * @param text for the master
   */
  public record Finding(
      State state,
      double heavierTonnes,
      double lighterTonnes,
      OptionalDouble meanTonnes,
      String text) {}

  /**
   * Looks back.
   *
   * @param voyages of one route, the last at the end; only those with a known residual
   */
  public Finding look(List<Residual> voyages) {
    List<Residual> recent =
        voyages.subList(Math.max(0, voyages.size() - MOST_VOYAGES), voyages.size());
    double heavier = 0;
    double lighter = 0;
    for (Residual voyage : recent) {
      double residual = cut(voyage);
      heavier = Math.max(0, heavier + residual - slackTonnes);
      lighter = Math.max(0, lighter - residual - slackTonnes);
    }
    boolean enough = recent.size() >= meanVoyages;
    OptionalDouble mean =
        enough
            ? recent.subList(recent.size() - meanVoyages, recent.size()).stream()
                .mapToDouble(ConstantDrift::cut)
                .average()
            : OptionalDouble.empty();
    boolean drifts =
        heavier > decisionTonnes
            || lighter > decisionTonnes
            || Math.abs(mean.orElse(0)) > meanTonnes;
    State state = drifts ? State.DRIFTING : enough ? State.STEADY : State.TOO_FEW;
    return new Finding(state, heavier, lighter, mean, text(state, heavier, lighter, mean));
  }

  private String text(State state, double heavier, double lighter, OptionalDouble mean) {
    String sums = Phrase.of("sums +%.1f t and -%.1f t of %.1f t", heavier, lighter, decisionTonnes);
    String means =
        mean.isEmpty()
            ? "fewer than " + meanVoyages + " voyages"
            : Phrase.of(
                "mean of %d voyages %+.1f t of %.1f t",
                meanVoyages, mean.getAsDouble(), meanTonnes);
    String advice = state == State.DRIFTING ? "the constant drifts: determine it again; " : "";
    return advice + sums + ", " + means;
  }

  private static double cut(Residual voyage) {
    return Math.max(-voyage.u95Tonnes(), Math.min(voyage.u95Tonnes(), voyage.tonnes()));
  }
}
