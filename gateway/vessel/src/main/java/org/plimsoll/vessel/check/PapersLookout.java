package org.plimsoll.vessel.check;

import java.util.List;
import java.util.Locale;
import org.plimsoll.naval.reconciliation.CargoUnit;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/**
 * Whether a goods vehicle is aboard of which no papers were read: nobody has said that it may be
 * there, or what it carries.
 */
final class PapersLookout implements Lookout {

  private final AlertLevels levels;

  PapersLookout(AlertLevels levels) {
    this.levels = levels;
  }

  @Override
  public Sighting look(VesselState state) {
    List<String> heavy =
        state.naval().cargo().stream()
            .flatMap(cargo -> cargo.withoutPapers().stream())
            .filter(
                unit -> unit.weighedTonnes().orElse(0) > levels.special().unweighedLeastTonnes())
            .map(PapersLookout::text)
            .toList();
    return heavy.isEmpty()
        ? Sighting.nothing()
        : Sighting.of(
            List.of(
                new AlertCondition(
                    AlertKind.NO_PAPERS,
                    1,
                    AlertPriority.ALARM,
                    "no papers: " + FirstFew.of(heavy, "; "))));
  }

  private static String text(CargoUnit unit) {
    return String.format(
        Locale.ROOT, "%s, weighs %.1f t", unit.id(), unit.weighedTonnes().orElseThrow());
  }
}
