package org.plimsoll.vessel.check;

import java.util.Locale;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/** Whether the GM that her roll indicates is what the booklet requires. */
final class StabilityLookout implements Lookout {

  private static final double PERCENT = 100;

  private final AlertLevels levels;

  StabilityLookout(AlertLevels levels) {
    this.levels = levels;
  }

  @Override
  public Sighting look(VesselState state) {
    if (!(state.naval().judgements().stability().orElse(null)
        instanceof RollPeriodStability.Indicative indicated)) {
      return Sighting.undecided(AlertKind.GM_LOW);
    }
    double required = levels.special().requiredGmMetres().orElseThrow();
    return Sighting.of(
        levels
            .of(AlertKind.GM_LOW)
            .conditions(
                AlertKind.GM_LOW,
                1,
                -PERCENT * indicated.gmMetres() / required,
                () ->
                    String.format(
                        Locale.ROOT,
                        "GM %.2f m by the roll, required %.2f m",
                        indicated.gmMetres(),
                        required)));
  }
}
