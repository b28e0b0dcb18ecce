package org.plimsoll.naval.form;

import java.util.Optional;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.TrimmedTable;

/** Where the form takes the hull's properties from. */
public sealed interface FormHydrostatics {

  /** Density in t/m3 of the water that the properties were made for. */
  double densityTonnesPerCubicMetre();

  /**
   * Two rows that a person copied from the stability booklet, for the mean draught between them.
   *
   * @param lower the row at or below the mean draught
   * @param upper the row above it
   * @param trimMomentBelow MTC half a metre below, t m/cm
   * @param trimMomentAbove MTC half a metre above, t m/cm
   * @param sides TPC at the midship draughts, for the list correction
   * @param summer where there is no {@code sides} and both rows have the same TPC: the sides' TPC
   *     on the straight line from the mean draught to here
   * @param densityTonnesPerCubicMetre of the table's water
   */
  record Entered(
      EnteredRow lower,
      EnteredRow upper,
      double trimMomentBelow,
      double trimMomentAbove,
      Optional<SideImmersion> sides,
      Optional<SummerImmersion> summer,
      double densityTonnesPerCubicMetre)
      implements FormHydrostatics {
    public Entered {
      if (!(lower.draughtMetres() < upper.draughtMetres())) {
        throw new IllegalArgumentException(
            "rows at " + lower.draughtMetres() + " and " + upper.draughtMetres() + " m");
      }
    }
  }

  /**
   * A row as booklets print it.
   *
   * @param draughtMetres of the row
   * @param displacementTonnes in the table's water
   * @param tonnesPerCentimetre TPC
   * @param flotationAftOfMidshipMetres centre of flotation, + aft of half length
   */
  record EnteredRow(
      double draughtMetres,
      double displacementTonnes,
      double tonnesPerCentimetre,
      double flotationAftOfMidshipMetres) {}

  /** TPC at the midship draught of each side, t/cm. */
  record SideImmersion(double portTonnesPerCentimetre, double starboardTonnesPerCentimetre) {}

  /** TPC at the summer draught, from the certificate or the booklet. */
  record SummerImmersion(double draughtMetres, double tonnesPerCentimetre) {}

  /** The ship's whole table for even keel. */
  record EvenKeel(HydrostaticTable table) implements FormHydrostatics {
    @Override
    public double densityTonnesPerCubicMetre() {
      return table.densityTonnesPerCubicMetre();
    }
  }

  /**
   * The ship's table by trim, with that for even keel, from which the list correction takes the
   * immersion.
   */
  record ByTrim(TrimmedTable table, HydrostaticTable evenKeel) implements FormHydrostatics {
    @Override
    public double densityTonnesPerCubicMetre() {
      return table.densityTonnesPerCubicMetre();
    }
  }
}
