package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.List;

/**
 * From readings at the marks to the corrected displacement, in the order of the UNECE draught
 * survey form (Form C lines 131 to 164). A pure function.
 */
record SurveyChain(ShipParticulars ship, HydrostaticTable table) {

  /** Half the distance between the layers of the second trim correction, in metres. */
  private static final double NEMOTO_METRES = 0.5;

  /** The coefficient of the list correction in the trade, in t/(m t/cm). */
  private static final double LIST_COEFFICIENT = 6;

  /** What the chain came to. */
  sealed interface Outcome {
    /** Worked, entered at {@code row}; remarks name the corrections that could not be made. */
    record Worked(
        Sides sides,
        FloatingPosition floating,
        HydrostaticRow row,
        Displacement displacement,
        List<String> remarks)
        implements Outcome {}

    record Failed(String reason) implements Outcome {}
  }

  Outcome run(ObservedDraughts observed, double waterDensityTonnesPerCubicMetre) {
    Sides sides = Sides.of(observed).orElse(null);
    if (sides == null) {
      return new Outcome.Failed(
          "draughts at "
              + observed.metres().keySet().stream().sorted().toList()
              + " are not enough: each station needs a side and one station both");
    }
    FloatingPosition floating = position(sides);
    TableEntry entry = table.atDraught(floating.quarterMeanMetres());
    if (entry instanceof TableEntry.OutOfRange outside) {
      return new Outcome.Failed("quarter mean " + outside.reason());
    }
    HydrostaticRow row = ((TableEntry.Found) entry).row();
    List<String> remarks = new ArrayList<>();
    double first = firstTrimCorrection(floating, row);
    double second = secondTrimCorrection(floating, remarks);
    double list = listCorrection(sides, remarks);
    double inTableWater = row.displacementTonnes() + first + second + list;
    double density = table.densityTonnesPerCubicMetre();
    double densityCorrection = inTableWater * (waterDensityTonnesPerCubicMetre - density) / density;
    return new Outcome.Worked(
        sides,
        floating,
        row,
        new Displacement(row.displacementTonnes(), first, second, list, densityCorrection),
        remarks);
  }

  /**
   * How much deeper in tonnes she would be if the readings of {@code changed} stood where those of
   * {@code worked} stand: first order, through quarter mean and trim.
   */
  double tonnesBetween(Outcome.Worked worked, Sides changed) {
    FloatingPosition before = worked.floating();
    FloatingPosition after = position(changed);
    double lbp = ship.lengthBetweenPerpendicularsMetres();
    double armAftMetres = lbp / 2 - worked.row().flotationFromApMetres();
    double sinkageMetres =
        after.quarterMeanMetres()
            - before.quarterMeanMetres()
            + (after.trimMetres() - before.trimMetres()) * armAftMetres / lbp;
    return sinkageMetres * 100 * worked.row().tonnesPerCentimetre();
  }

  /** The straight line through the fore and aft marks gives the ends; its slope shifts midship. */
  private FloatingPosition position(Sides sides) {
    MarkPositions marks = ship.marks();
    double lbp = ship.lengthBetweenPerpendicularsMetres();
    double slopeAft =
        (sides.aftMetres() - sides.forwardMetres())
            / (marks.forwardFromApMetres() - marks.aftFromApMetres());
    double forward = sides.forwardMetres() - (lbp - marks.forwardFromApMetres()) * slopeAft;
    double aft = sides.aftMetres() + marks.aftFromApMetres() * slopeAft;
    double midship = sides.midshipMetres() + (marks.midshipFromApMetres() - lbp / 2) * slopeAft;
    double halfBreadth = ship.breadthBetweenMarksMetres() / 2;
    return new FloatingPosition(
        forward,
        midship,
        aft,
        (forward + 6 * midship + aft) / 8,
        aft - forward,
        Math.atan(sides.halfDifferenceMetres() / halfBreadth),
        midship - (forward + aft) / 2);
  }

  private double firstTrimCorrection(FloatingPosition floating, HydrostaticRow row) {
    double lbp = ship.lengthBetweenPerpendicularsMetres();
    double armAftMetres = lbp / 2 - row.flotationFromApMetres();
    return floating.trimMetres() * armAftMetres * row.tonnesPerCentimetre() * 100 / lbp;
  }

  private double secondTrimCorrection(FloatingPosition floating, List<String> remarks) {
    TableEntry above = table.atDraught(floating.quarterMeanMetres() + NEMOTO_METRES);
    TableEntry below = table.atDraught(floating.quarterMeanMetres() - NEMOTO_METRES);
    if (above instanceof TableEntry.Found upper && below instanceof TableEntry.Found lower) {
      double difference =
          upper.row().trimMomentTonneMetresPerCentimetre()
              - lower.row().trimMomentTonneMetresPerCentimetre();
      return 50
          * floating.trimMetres()
          * floating.trimMetres()
          * difference
          / ship.lengthBetweenPerpendicularsMetres();
    }
    remarks.add("no second trim correction: the table does not reach 0.5 m above and below");
    return 0;
  }

  private double listCorrection(Sides sides, List<String> remarks) {
    TableEntry port = table.atDraught(sides.midshipPortMetres());
    TableEntry starboard = table.atDraught(sides.midshipStarboardMetres());
    if (port instanceof TableEntry.Found toPort
        && starboard instanceof TableEntry.Found toStarboard) {
      return LIST_COEFFICIENT
          * (sides.midshipStarboardMetres() - sides.midshipPortMetres())
          * (toStarboard.row().tonnesPerCentimetre() - toPort.row().tonnesPerCentimetre());
    }
    remarks.add("no list correction: the table does not reach the midship draught of a side");
    return 0;
  }
}
