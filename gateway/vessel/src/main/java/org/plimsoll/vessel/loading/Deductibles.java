package org.plimsoll.vessel.loading;

import java.util.List;
import org.plimsoll.configuration.Section;

/**
 * What is aboard and neither lightship, passengers nor cargo.
 *
 * @param fixedTonnes ballast, fuel, water, crew and stores that no gauge measures
 * @param constantTonnes the ship's constant by her last light survey
 * @param tanks that are gauged
 */
public record Deductibles(double fixedTonnes, double constantTonnes, List<TankConfig> tanks) {

  public Deductibles {
    tanks = List.copyOf(tanks);
  }

  static Deductibles read(Section ship) {
    double fixed = ship.number("deductibles-tonnes", 0, 1_000_000);
    double constant = ship.number("constant-tonnes", -1e6, 1_000_000, 0);
    if (constant < 0) {
      ship.problem(
          "constant-tonnes",
          "a negative constant of " + constant + " t means an error",
          "look for it in lightship, deductibles, draughts and table");
    }
    return new Deductibles(fixed, constant, TankConfig.readAll(ship));
  }
}
