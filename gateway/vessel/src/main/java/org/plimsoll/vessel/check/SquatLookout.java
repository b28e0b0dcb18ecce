package org.plimsoll.vessel.check;

import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/** Whether she is faster than the water under her keel allows. */
final class SquatLookout implements Lookout {

  private static final double METRES_PER_SECOND_OF_KNOT = 1852.0 / 3600;

  private final AlertLevels levels;

  SquatLookout(AlertLevels levels) {
    this.levels = levels;
  }

  @Override
  public Sighting look(VesselState state) {
    OptionalDouble water = state.usable(Quantities.SPEED_THROUGH_WATER);
    OptionalDouble speed = water.isPresent() ? water : state.usable(Quantities.SPEED_OVER_GROUND);
    if (!(state.naval().judgements().underKeel().orElse(null)
            instanceof UnderKeelResult.Judged judged)
        || speed.isEmpty()) {
      return Sighting.undecided(AlertKind.SQUAT_SPEED);
    }
    if (judged.failingSpeedMetresPerSecond().isEmpty()) {
      return Sighting.nothing();
    }
    double knots = speed.getAsDouble() / METRES_PER_SECOND_OF_KNOT;
    double fails = judged.failingSpeedMetresPerSecond().getAsDouble() / METRES_PER_SECOND_OF_KNOT;
    // At rest it is a matter of depth, which has its own alert.
    return fails == 0
        ? Sighting.nothing()
        : Sighting.of(
            levels
                .of(AlertKind.SQUAT_SPEED)
                .conditions(
                    AlertKind.SQUAT_SPEED,
                    1,
                    knots - fails,
                    () ->
                        String.format(
                            Locale.ROOT, "%.1f kn, the policy holds up to %.1f kn", knots, fails)));
  }
}
