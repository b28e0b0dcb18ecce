package org.plimsoll.naval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From readings at the marks to the corrected displacement, in the order of the UNECE draught
 * survey form (Form C lines 131 to 164). A pure function.
 *
 * <p>With a table by trim that covers her, the displacement is taken from it and neither trim
 * correction is made; the table for even keel then serves the immersion only.
 */
record SurveyChain(ShipParticulars ship, HydrostaticTable table, Optional<TrimmedTable> trimmed) {

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
    OptionalDouble asTrimmed = asTrimmed(floating, remarks);
    double upright = asTrimmed.orElse(row.displacementTonnes());
    double first = asTrimmed.isPresent() ? 0 : firstTrimCorrection(floating, row);
    double second = asTrimmed.isPresent() ? 0 : secondTrimCorrection(floating, remarks);
    double list = listCorrection(sides, remarks);
    double inTableWater = upright + first + second + list;
    double density = table.densityTonnesPerCubicMetre();
    double densityCorrection = inTableWater * (waterDensityTonnesPerCubicMetre - density) / density;
    return new Outcome.Worked(
        sides,
        floating,
        row,
        new Displacement(upright, first, second, list, densityCorrection),
        remarks);
  }

  Optional<FloatingPosition> floating(ObservedDraughts observed) {
    return Sides.of(observed).map(this::position);
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
    double keel = ship.keelPlateMetres();
    double forward = sides.forwardMetres() - keel - (lbp - marks.forwardFromApMetres()) * slopeAft;
    double aft = sides.aftMetres() - keel + marks.aftFromApMetres() * slopeAft;
    double midship =
        sides.midshipMetres() - keel + (marks.midshipFromApMetres() - lbp / 2) * slopeAft;
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

  private OptionalDouble asTrimmed(FloatingPosition floating, List<String> remarks) {
    if (trimmed.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble found =
        trimmed.get().displacementTonnes(floating.quarterMeanMetres(), floating.trimMetres());
    if (found.isEmpty()) {
      remarks.add("even keel with trim corrections: she is outside " + trimmed.get().range());
    }
    return found;
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
    TableEntry port = table.atDraught(sides.midshipPortMetres() - ship.keelPlateMetres());
    TableEntry starboard = table.atDraught(sides.midshipStarboardMetres() - ship.keelPlateMetres());
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
