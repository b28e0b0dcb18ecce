package org.plimsoll.vessel.limit;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.HullFormulas;
import org.plimsoll.naval.HydrostaticRow;
import org.plimsoll.naval.underkeel.Hull;
import org.plimsoll.naval.underkeel.Squat;
import org.plimsoll.naval.underkeel.UnderKeelClearance;
import org.plimsoll.naval.underkeel.UnderKeelPolicy;
import org.plimsoll.vessel.loading.ShipConfig;

/**
 * The water under the keel and what the owner or the harbour demands of it.
 *
 * @param clearance formula, policy and allowances
 * @param chartedMetres least charted depth of the passage, by hand
 * @param tideMetres height of tide there, by hand
 * @param channelWidthMetres where banks confine the flow
 */
public record UnderKeelConfig(
    UnderKeelClearance clearance,
    OptionalDouble chartedMetres,
    OptionalDouble tideMetres,
    OptionalDouble channelWidthMetres) {

  /** The usual demands; {@code OWN} takes the figures beside it. */
  enum Policy {
    OPEN_WATER,
    FAIRWAY,
    HARBOUR,
    MOORED,
    OWN
  }

  /** Reads {@code under-keel}; empty if the section has a problem, or the ship no table. */
  static Optional<UnderKeelConfig> read(Section section, ShipConfig ship) {
    double breadth =
        section.number("breadth-metres", 1, 100, ship.particulars().breadthBetweenMarksMetres());
    double midship = section.number("midship-coefficient", 0.5, 1, 0.98);
    Squat.Formula squat = section.choice("squat", Squat.Formula.class, Squat.Formula.BARRASS);
    UnderKeelPolicy policy = policy(section);
    double wave = section.number("wave-metres", 0, 20, 0);
    double survey = section.number("survey-metres", 0, 5, 0.1);
    OptionalDouble charted = optional(section, "charted-depth-metres", -20, 12_000);
    OptionalDouble tide = optional(section, "tide-metres", -20, 20);
    OptionalDouble width = optional(section, "channel-width-metres", 5, 100_000);
    return LoadLineConfig.summer(ship)
        .flatMap(row -> hull(section, ship, row, breadth, midship))
        .map(
            hull ->
                new UnderKeelConfig(
                    new UnderKeelClearance(hull, squat, policy, wave, survey),
                    charted,
                    tide,
                    width));
  }

  /** Block and waterplane coefficient at the summer draught, from the ship's own table. */
  private static Optional<Hull> hull(
      Section section, ShipConfig ship, HydrostaticRow row, double breadth, double midship) {
    double length = ship.particulars().lengthBetweenPerpendicularsMetres();
    double density = ship.table().orElseThrow().densityTonnesPerCubicMetre();
    double block =
        HullFormulas.blockCoefficient(
            row.displacementTonnes() / density, length, breadth, row.draughtMetres());
    double waterplane =
        HullFormulas.waterplaneCoefficient(
            row.tonnesPerCentimetre() * 100 / density, length, breadth);
    if (!(block > 0 && block <= 1 && waterplane > 0 && waterplane <= 1)) {
      section.problem(
          "breadth-metres",
          "a hull of this breadth would have block coefficient %.2f, waterplane coefficient %.2f"
              .formatted(block, waterplane),
          "moulded breadth, metres");
      return Optional.empty();
    }
    return Optional.of(new Hull(length, breadth, block, waterplane, midship));
  }

  private static UnderKeelPolicy policy(Section section) {
    return switch (section.choice("policy", Policy.class, Policy.HARBOUR)) {
      case OPEN_WATER -> UnderKeelPolicy.OPEN_WATER;
      case FAIRWAY -> UnderKeelPolicy.FAIRWAY;
      case HARBOUR -> UnderKeelPolicy.HARBOUR;
      case MOORED -> UnderKeelPolicy.MOORED;
      case OWN ->
          new UnderKeelPolicy(
              section.number("part-of-draught", 0, 5, 0),
              section.number("part-of-breadth", 0, 5, 0),
              section.number("least-metres", 0.05, 100));
    };
  }

  private static OptionalDouble optional(Section section, String key, double least, double most) {
    return section.has(key)
        ? OptionalDouble.of(section.number(key, least, most))
        : OptionalDouble.empty();
  }
}
