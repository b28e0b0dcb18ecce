package org.plimsoll.vessel.check;

import java.util.List;
import org.plimsoll.vessel.line.LineConfig;

/** The list of checks. */
public final class Checks {

  private Checks() {}

  /** The checks of a ship, in the order in which pages show them. */
  public static List<Check> of(Certificate certificate, List<LineConfig> lines) {
    return List.of(
        new DraughtLimitCheck(certificate),
        new CargoLimitCheck(certificate),
        new PassengersCheck(certificate),
        new FreshnessCheck(lines));
  }
}
