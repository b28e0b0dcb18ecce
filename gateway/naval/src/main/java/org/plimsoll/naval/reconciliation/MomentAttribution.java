package org.plimsoll.naval.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;

/** Where a residual lies, by the longitudinal moment that the ship felt and the plan explains. */
public sealed interface MomentAttribution {

  /** For the master. */
  String text();

  /** Mass and moment agree: there is nothing to attribute. */
  record Nothing(String text) implements MomentAttribution {}

  /**
   * The mass agrees and the moment does not: a unit stands elsewhere than planned, or liquid was
   * shifted.
   *
   * @param momentTonneMetres not explained, + by the stern
   */
  record Shifted(double momentTonneMetres, double u95TonneMetres, String text)
      implements MomentAttribution {}

  /**
   * The missing or surplus mass acts at a place.
   *
   * @param positionMetres from the after perpendicular
   * @param u95Metres of it
   * @param candidates the units within it, to be weighed again in this order: the least certain
   *     weight first
   */
  record Located(double positionMetres, double u95Metres, List<BestWeight> candidates, String text)
      implements MomentAttribution {
    public Located {
      candidates = List.copyOf(candidates);
    }
  }

  /** A unit without weight or position: the plan has no moment to compare with. */
  record Unknown(String text) implements MomentAttribution {}

  /** Attributes the residual of a reconciliation. */
  static MomentAttribution of(Manifest.Weights weights, Residual residual, TrimChange trim) {
    if (!weights.unknown().isEmpty()
        || weights.best().stream().anyMatch(weight -> position(weight).isEmpty())) {
      return new Unknown("the moment of the cargo is not known: a unit lacks weight or position");
    }
    double planned = 0;
    double variance = trim.momentU95TonneMetres() * trim.momentU95TonneMetres();
    for (BestWeight weight : weights.best()) {
      double lever = trim.flotationMetres() - position(weight).orElseThrow();
      planned += weight.tonnes() * lever;
      variance += weight.u95Tonnes() * lever * weight.u95Tonnes() * lever;
    }
    double moment = trim.momentTonneMetres() - planned;
    double u95 = Math.sqrt(variance);
    if (Math.abs(residual.tonnes()) > residual.u95Tonnes()) {
      return located(weights, residual, trim.flotationMetres(), moment, u95);
    }
    if (Math.abs(moment) > u95) {
      return new Shifted(
          moment,
          u95,
          Phrase.of(
              "the mass agrees but %.0f t m by the %s, U95 %.0f, is not in the stowage plan",
              Math.abs(moment), moment < 0 ? "bow" : "stern", u95));
    }
    return new Nothing("mass and moment agree with the stowage plan");
  }

  private static Located located(
      Manifest.Weights weights, Residual residual, double flotation, double moment, double u95) {
    double lever = moment / residual.tonnes();
    double position = flotation - lever;
    double u95Metres = Math.hypot(u95, lever * residual.u95Tonnes()) / Math.abs(residual.tonnes());
    List<BestWeight> candidates =
        weights.best().stream()
            .filter(weight -> Math.abs(position(weight).orElseThrow() - position) <= u95Metres)
            .sorted(Comparator.comparingDouble(BestWeight::u95Tonnes).reversed())
            .toList();
    String where =
        Phrase.of(
            "%.1f t %s than on paper act %.1f m from the after perpendicular, U95 %.1f m; ",
            Math.abs(residual.tonnes()),
            residual.tonnes() < 0 ? "less" : "more",
            position,
            u95Metres);
    String who =
        candidates.isEmpty()
            ? "no unit stands there: look at tanks and stores"
            : candidates.size()
                + " units stand there, weigh "
                + candidates.get(0).unit().id()
                + " first";
    return new Located(position, u95Metres, candidates, where + who);
  }

  private static OptionalDouble position(BestWeight weight) {
    OptionalDouble metres = weight.unit().positionMetres();
    return metres.isPresent() && Double.isFinite(metres.getAsDouble())
        ? metres
        : OptionalDouble.empty();
  }
}
