package org.plimsoll.vessel.check;

import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/**
 * Whether the shore hears us: how long the oldest reading has waited for it. Between connection
 * windows nobody can know.
 */
final class LinkLookout implements Lookout {

  private static final double SECONDS = 60;

  private final AlertLevels levels;

  LinkLookout(AlertLevels levels) {
    this.levels = levels;
  }

  @Override
  public Sighting look(VesselState state) {
    OptionalDouble age = state.usable(Quantities.OUTBOX_BACKLOG_AGE);
    OptionalDouble up = state.usable(Quantities.LINK_UP);
    boolean resting = state.usable(Quantities.LINK_RESTING).orElse(0) > 0;
    if (age.isEmpty() || up.isEmpty() || resting) {
      return Sighting.undecided(AlertKind.PORT_LINK);
    }
    // A backlog that drains over a link that is up waits for nobody.
    double minutes = up.getAsDouble() > 0 ? 0 : age.getAsDouble() / SECONDS;
    return Sighting.of(
        levels
            .of(AlertKind.PORT_LINK)
            .conditions(
                AlertKind.PORT_LINK,
                1,
                minutes,
                () -> String.format(Locale.ROOT, "the link ashore is down for %.0f min", minutes)));
  }
}
