package org.plimsoll.naval.loadline;

import java.util.OptionalDouble;

/**
 * The load lines of one ship as draughts: depth to the deck line less the assigned freeboard, at
 * the upper edge of each line (regulation 5).
 *
 * @param tropicalMetres T
 * @param summerMetres S
 * @param winterMetres W
 * @param winterNorthAtlanticMetres WNA; only on ships of not more than 100 m
 * @param freshWaterAllowance from T to TF and from S to F
 * @param source where the draughts come from
 */
public record LoadLineMarks(
    double tropicalMetres,
    double summerMetres,
    double winterMetres,
    OptionalDouble winterNorthAtlanticMetres,
    FreshWaterAllowance freshWaterAllowance,
    Source source) {

  /** The thickness of a line, metres (regulation 6(1)): a reading of its lower edge lies lower. */
  public static final double LINE_METRES = 0.025;

  /** Greatest load line length with a WNA mark, metres (regulation 40(6)). */
  public static final double GREATEST_WNA_LENGTH_METRES = 100;

  private static final double SEASON_PART_OF_DRAUGHT = 1 / 48.0;
  private static final double NORTH_ATLANTIC_METRES = 0.050;

  /** Where the marks were taken from. */
  public enum Source {
    /** The load line certificate: always to be preferred. */
    CERTIFICATE,
    /** Computed from the summer draught, for want of the certificate. */
    DERIVED
  }

  public LoadLineMarks {
    if (!(winterMetres > 0 && winterMetres <= summerMetres && summerMetres <= tropicalMetres)) {
      throw new IllegalArgumentException(
          "load lines W %s, S %s, T %s m must be positive and ascend"
              .formatted(winterMetres, summerMetres, tropicalMetres));
    }
    if (!(winterNorthAtlanticMetres.orElse(winterMetres) <= winterMetres)) {
      throw new IllegalArgumentException(
          "WNA %s m is above W %s m"
              .formatted(winterNorthAtlanticMetres.getAsDouble(), winterMetres));
    }
  }

  /**
   * Regulation 40: T and W a forty-eighth of the summer draught away, WNA 50 mm below W.
   *
   * @param loadLineLengthMetres length of the certificate (article 2(8)), neither overall nor
   *     between perpendiculars
   */
  public static LoadLineMarks derived(
      double summerMetres, FreshWaterAllowance allowance, double loadLineLengthMetres) {
    double season = seasonStepMetres(summerMetres);
    double winter = summerMetres - season;
    return new LoadLineMarks(
        summerMetres + season,
        summerMetres,
        winter,
        loadLineLengthMetres <= GREATEST_WNA_LENGTH_METRES
            ? OptionalDouble.of(winter - NORTH_ATLANTIC_METRES)
            : OptionalDouble.empty(),
        allowance,
        Source.DERIVED);
  }

  /** From S to T and from S to W, when it is derived, in metres. */
  public static double seasonStepMetres(double summerMetres) {
    return summerMetres * SEASON_PART_OF_DRAUGHT;
  }

  /** Draught of a mark in metres; W stands for WNA on a ship that has none. */
  public double draughtMetres(Mark mark) {
    return switch (mark) {
      case TROPICAL_FRESH -> tropicalMetres + freshWaterAllowance.metres();
      case FRESH -> summerMetres + freshWaterAllowance.metres();
      case TROPICAL -> tropicalMetres;
      case SUMMER -> summerMetres;
      case WINTER -> winterMetres;
      case WINTER_NORTH_ATLANTIC -> winterNorthAtlanticMetres.orElse(winterMetres);
    };
  }

  /** Draught of a mark in water of {@code density}, in metres. */
  public double draughtMetres(Mark mark, double density) {
    return draughtMetres(mark) + freshWaterAllowance.dockWaterMetres(density);
  }
}
