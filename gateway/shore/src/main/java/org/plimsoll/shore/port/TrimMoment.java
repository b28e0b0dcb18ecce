package org.plimsoll.shore.port;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.shore.port.Hint.About;
import org.plimsoll.shore.port.Hint.Verdict;

/**
 * Whether loading has trimmed her as the papers say: the longitudinal moment of the units, by their
 * declared masses and their places, against the change of trim between the two draught records. A
 * misdeclared lorry far from amidships shows here, though her displacement hides it.
 *
 * <p>Moments are in tonne metres about the centre of flotation, + by the stern; a change of trim is
 * a moment by way of the moment to change trim one centimetre (MCTC). Pure.
 */
public final class TrimMoment {

  private static final double CENTIMETRES_A_METRE = 100;
  private static final double KILOGRAMS_A_TONNE = 1000;

  private TrimMoment() {}

  /**
   * What one draught record says of her trim; each is empty when it says nothing.
   *
   * @param trimMetres + by the stern
   * @param u95Metres of the draught at an end, k = 2
   * @param mctcTonneMetres moment that changes trim by a centimetre
   * @param lcfMetres centre of flotation from the after perpendicular, + forward
   * @param deductiblesKilograms tanks, stores, constant and persons
   */
  public record Lay(
      OptionalDouble trimMetres,
      OptionalDouble u95Metres,
      OptionalDouble mctcTonneMetres,
      OptionalDouble lcfMetres,
      OptionalDouble deductiblesKilograms) {

    /** A record that there is not. */
    public static final Lay NONE =
        new Lay(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private boolean isWhole() {
      return trimMetres.isPresent()
          && u95Metres.isPresent()
          && mctcTonneMetres.isPresent()
          && lcfMetres.isPresent()
          && deductiblesKilograms.isPresent();
    }
  }

  /**
   * A unit of the manifest.
   *
   * @param kilograms as declared, or as weighed where nothing is declared
   * @param positionMetres of its centre from the after perpendicular
   */
  public record Placed(OptionalDouble kilograms, OptionalDouble positionMetres) {

    private boolean isWhole() {
      return kilograms.isPresent() && positionMetres.isPresent();
    }

    private double tonnes() {
      return kilograms.orElseThrow() / KILOGRAMS_A_TONNE;
    }
  }

  /**
   * Judges it.
   *
   * @param before the record of the empty deck
   * @param after the record of the departure
   * @param manifest every unit that stands in it
   */
  public static Hint hint(Lay before, Lay after, List<Placed> manifest) {
    if (!before.isWhole() || !after.isWhole()) {
      return unknown(
          "the draught records before and after loading do not both say trim, u95, the moment to"
              + " change trim, the centre of flotation and the deductibles");
    }
    long bare = manifest.stream().filter(unit -> !unit.isWhole()).count();
    if (manifest.isEmpty() || bare > 0) {
      return unknown(
          manifest.isEmpty()
              ? "no cargo unit is declared"
              : bare + " of " + manifest.size() + " units have no mass or no position");
    }
    return judge(before, after, manifest);
  }

  private static Hint judge(Lay before, Lay after, List<Placed> manifest) {
    double flotation = mean(before.lcfMetres, after.lcfMetres);
    double perMetre = CENTIMETRES_A_METRE * mean(before.mctcTonneMetres, after.mctcTonneMetres);
    double measured = perMetre * (value(after.trimMetres) - value(before.trimMetres));
    // Two ends of each record, each end as unsure as its draught.
    double doubt =
        perMetre * Math.sqrt(2) * Math.hypot(value(before.u95Metres), value(after.u95Metres));
    double declared = 0;
    double farthest = 0;
    for (Placed unit : manifest) {
      double lever = flotation - value(unit.positionMetres);
      declared += unit.tonnes() * lever;
      doubt = Math.hypot(doubt, CargoVerdict.DECLARED_PART * unit.tonnes() * lever);
      farthest = Math.max(farthest, Math.abs(lever));
    }
    double moved =
        Math.abs(value(after.deductiblesKilograms) - value(before.deductiblesKilograms))
            / KILOGRAMS_A_TONNE;
    double difference = measured - declared;
    String figures =
        String.format(
            Locale.ROOT,
            "trim says %.0f t m more by the %s than the papers, %.0f allowed",
            Math.abs(difference),
            difference < 0 ? "head" : "stern",
            doubt);
    if (moved * farthest > doubt) {
      return unknown(
          String.format(
              Locale.ROOT,
              "%s; but %.1f t of tanks, stores or persons changed, nobody says where",
              figures,
              moved));
    }
    if (Math.abs(difference) <= doubt) {
      return new Hint(About.MOMENT, Verdict.PASS, figures);
    }
    return new Hint(
        About.MOMENT,
        Verdict.FAIL,
        String.format(
            Locale.ROOT,
            "%s: look %s of %.0f m from the after perpendicular for what is heavier than declared",
            figures,
            difference < 0 ? "forward" : "aft",
            flotation));
  }

  private static Hint unknown(String why) {
    return new Hint(About.MOMENT, Verdict.INCONCLUSIVE, why);
  }

  private static double mean(OptionalDouble one, OptionalDouble other) {
    return (value(one) + value(other)) / 2;
  }

  private static double value(OptionalDouble present) {
    return present.orElseThrow();
  }
}
