package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** Whether the position may be believed: it jumped, its dilution is high, or there is none. */
final class PositionLookout implements Lookout {

  private static final int JUMP = 1;
  private static final int DILUTION = 2;

  private final AlertLevels levels;

  PositionLookout(AlertLevels levels) {
    this.levels = levels;
  }

  @Override
  public Sighting look(VesselState state) {
    Optional<ChannelState> latitude = state.channel(Quantities.LATITUDE);
    if (latitude.isEmpty() || latitude.get().quality() == Quality.ABSENT) {
      return Sighting.nothing();
    }
    List<AlertCondition> conditions = new ArrayList<>();
    if (latitude.get().quality() == Quality.INVALID && latitude.get().value().isPresent()) {
      conditions.add(
          new AlertCondition(
              AlertKind.POSITION_JUMP,
              JUMP,
              AlertPriority.CAUTION,
              "the position of " + latitude.get().source() + " jumped"));
    } else if (!latitude.get().quality().isUsable()) {
      conditions.add(
          new AlertCondition(
              AlertKind.POSITION_LOST,
              1,
              AlertPriority.WARNING,
              "no position from " + latitude.get().source()));
    }
    OptionalDouble dilution = state.usable(Quantities.GNSS_HORIZONTAL_DILUTION);
    if (dilution.isPresent()) {
      conditions.addAll(
          levels
              .of(AlertKind.POSITION_JUMP)
              .conditions(
                  AlertKind.POSITION_JUMP,
                  DILUTION,
                  dilution.getAsDouble(),
                  () -> String.format(Locale.ROOT, "HDOP %.1f", dilution.getAsDouble())));
    }
    return Sighting.of(conditions);
  }
}
