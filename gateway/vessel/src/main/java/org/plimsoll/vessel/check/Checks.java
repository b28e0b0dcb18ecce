package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vocabulary.Quantities;

/** The list of checks. */
public final class Checks {

  private Checks() {}

  /**
   * The checks of a ship, in the order in which pages show them. What is not configured has no
   * check: it is absent, not passed.
   */
  public static List<Check> of(
      Certificate certificate, LimitsConfig limits, AlertLevels levels, List<LineConfig> lines) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        limits.loadLine().isPresent()
            ? new LoadLineCheck(levels)
            : new DraughtLimitCheck(certificate, levels));
    checks.add(new CargoLimitCheck(certificate, levels));
    boolean weighs =
        lines.stream()
            .flatMap(line -> line.dialect().promised())
            .anyMatch(promised -> promised == Quantities.WEIGHBRIDGE_MASS);
    if (weighs) {
      checks.add(new CargoMismatchCheck());
    }
    if (!limits.attitudeChecks().isEmpty()) {
      checks.add(new AttitudeCheck(limits, levels));
    }
    if (!limits.decks().decks().isEmpty()) {
      checks.add(new DecksCheck(limits, levels));
    }
    if (limits.underKeel().isPresent()) {
      checks.add(new UnderKeelCheck(levels));
    }
    checks.add(new PassengersCheck(certificate, levels));
    checks.add(new FreshnessCheck(lines));
    return List.copyOf(checks);
  }
}
