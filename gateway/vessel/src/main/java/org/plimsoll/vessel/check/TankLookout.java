package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.TankDoubt;
import org.plimsoll.vessel.state.VesselState;

/**
 * Whether the content of every gauged tank can be read off its table: without it no cargo is
 * measured, and nothing else would say why. A gauge that is not heard has the alert of its line.
 */
final class TankLookout implements Lookout {

  /** The trim that no tank table has is one situation, however many tables; 1 is the booklet's. */
  private static final int TABLES = 2;

  @Override
  public Sighting look(VesselState state) {
    if (state.naval().surveyed().isEmpty()) {
      return new Sighting(List.of(), Set.of(AlertKind.TANK_GAUGE, AlertKind.TRIM));
    }
    List<AlertCondition> conditions = new ArrayList<>();
    Set<AlertKind> undecided = EnumSet.noneOf(AlertKind.class);
    List<String> trims = new ArrayList<>();
    for (TankDoubt doubt : state.naval().tankDoubts()) {
      switch (doubt.cause()) {
        case SILENT -> undecided.add(AlertKind.TANK_GAUGE);
        case OUTSIDE_TRIM -> trims.add(doubt.text());
        case NO_MEASUREMENT, OUTSIDE_TABLE ->
            conditions.add(
                new AlertCondition(
                    AlertKind.TANK_GAUGE, doubt.number(), AlertPriority.CAUTION, doubt.text()));
      }
    }
    if (!trims.isEmpty()) {
      conditions.add(
          new AlertCondition(
              AlertKind.TRIM, TABLES, AlertPriority.CAUTION, FirstFew.of(trims, "; ")));
    }
    return new Sighting(conditions, undecided);
  }
}
