package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** Whether sensors of the same thing say the same, and whether the density is fresh. */
final class SensorLookout implements Lookout {

  private static final int INCLINOMETER = 1;
  private static final int SIDES = 2;
  private static final int DENSITY = 3;
  private static final double KILOGRAMS = 1000;

  private final ShipConfig ship;
  private final AlertLevels levels;

  SensorLookout(ShipConfig ship, AlertLevels levels) {
    this.ship = ship;
    this.levels = levels;
  }

  @Override
  public Sighting look(VesselState state) {
    List<AlertCondition> conditions = new ArrayList<>();
    Set<AlertKind> undecided = EnumSet.noneOf(AlertKind.class);
    inclinometer(state, conditions);
    sides(state.draughts(), conditions);
    density(state, conditions, undecided);
    return new Sighting(conditions, undecided);
  }

  private void inclinometer(VesselState state, List<AlertCondition> conditions) {
    OptionalDouble roll = state.usable(Quantities.ROLL);
    if (!ship.hasInclinometer() || roll.isEmpty() || state.naval().surveyed().isEmpty()) {
      return;
    }
    double byDraughts = Math.toDegrees(state.naval().surveyed().get().floating().listRadians());
    double byInclinometer = Math.toDegrees(roll.getAsDouble());
    conditions.addAll(
        levels
            .of(AlertKind.SENSOR_DISAGREE)
            .conditions(
                AlertKind.SENSOR_DISAGREE,
                INCLINOMETER,
                Math.abs(byDraughts - byInclinometer),
                () ->
                    String.format(
                        Locale.ROOT,
                        "list %.2f degrees by draughts, %.2f by inclinometer",
                        byDraughts,
                        byInclinometer)));
  }

  /** A hull bends on both sides alike: where it does not, one of the six sensors is wrong. */
  private void sides(Map<DraughtMark, Double> draughts, List<AlertCondition> conditions) {
    if (draughts.size() < DraughtMark.values().length) {
      return;
    }
    double port =
        bend(
            draughts.getOrDefault(DraughtMark.FORWARD_PORT, 0.0),
            draughts.getOrDefault(DraughtMark.MIDSHIP_PORT, 0.0),
            draughts.getOrDefault(DraughtMark.AFT_PORT, 0.0));
    double starboard =
        bend(
            draughts.getOrDefault(DraughtMark.FORWARD_STARBOARD, 0.0),
            draughts.getOrDefault(DraughtMark.MIDSHIP_STARBOARD, 0.0),
            draughts.getOrDefault(DraughtMark.AFT_STARBOARD, 0.0));
    if (Math.abs(port - starboard) > levels.special().sidesMetres()) {
      conditions.add(
          new AlertCondition(
              AlertKind.SENSOR_DISAGREE,
              SIDES,
              AlertPriority.CAUTION,
              String.format(
                  Locale.ROOT,
                  "midship off the line of the ends by %.3f m to port, %.3f m to starboard",
                  port,
                  starboard)));
    }
  }

  private static double bend(double forward, double midship, double aft) {
    return midship - (forward + aft) / 2;
  }

  private void density(
      VesselState state, List<AlertCondition> conditions, Set<AlertKind> undecided) {
    NavalPicture naval = state.naval();
    if (naval.waterQuality() == Quality.ABSENT) {
      undecided.add(AlertKind.DENSITY_OLD);
    } else if (naval.waterQuality() == Quality.STALE || naval.waterQuality() == Quality.DEGRADED) {
      conditions.add(
          new AlertCondition(AlertKind.DENSITY_OLD, 1, AlertPriority.CAUTION, naval.waterText()));
    }
    OptionalDouble hydrometer = state.usable(Quantities.WATER_DENSITY);
    double byHand = ship.water().density();
    if (hydrometer.isPresent()
        && Math.abs(hydrometer.getAsDouble() / KILOGRAMS - byHand)
            > levels.special().densityTonnesPerCubicMetre()) {
      conditions.add(
          new AlertCondition(
              AlertKind.SENSOR_DISAGREE,
              DENSITY,
              AlertPriority.CAUTION,
              String.format(
                  Locale.ROOT,
                  "density %.4f t/m3 by sensor, %.4f by hand",
                  hydrometer.getAsDouble() / KILOGRAMS,
                  byHand)));
    }
  }
}
