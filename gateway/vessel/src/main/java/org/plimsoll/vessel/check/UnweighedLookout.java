package org.plimsoll.vessel.check;

import java.util.List;
import java.util.Locale;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vessel.state.Way;

/**
 * Whether a goods vehicle rolled aboard that nobody weighed: a warning while there is time to weigh
 * it, an alarm when she leaves with it.
 */
final class UnweighedLookout implements Lookout {

  private final AlertLevels levels;

  UnweighedLookout(AlertLevels levels) {
    this.levels = levels;
  }

  @Override
  public Sighting look(VesselState state) {
    List<CargoUnit> heavy =
        state.naval().cargo().stream()
            .flatMap(cargo -> cargo.unweighed().stream())
            .filter(
                unit -> unit.declaredTonnes().orElse(0) > levels.special().unweighedLeastTonnes())
            .toList();
    if (heavy.isEmpty()) {
      return Sighting.nothing();
    }
    AlertPriority priority =
        state.way() == Way.UNDER_WAY ? AlertPriority.ALARM : AlertPriority.WARNING;
    return Sighting.of(List.of(new AlertCondition(AlertKind.UNWEIGHED, 1, priority, text(heavy))));
  }

  private static String text(List<CargoUnit> units) {
    return "not weighed: "
        + FirstFew.of(
            units.stream()
                .map(
                    unit ->
                        String.format(
                            Locale.ROOT,
                            "%s, declared %.1f t",
                            unit.id(),
                            unit.declaredTonnes().orElseThrow()))
                .toList(),
            "; ");
  }
}
