package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.alert.AlertRule;
import org.plimsoll.vessel.alert.AlertRules;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.state.VesselState;

/** Every condition of a second: those of the checks and those of the lookouts. */
public final class Lookouts {

  private final AlertRules rules;
  private final List<Lookout> lookouts = new ArrayList<>();

  public Lookouts(ShipConfig ship, AlertRules rules, AlertLevels levels) {
    this.rules = rules;
    lookouts.add(new PositionLookout(levels));
    lookouts.add(new SensorLookout(ship, levels));
    lookouts.add(new SquatLookout(levels));
    lookouts.add(new LinkLookout(levels));
    lookouts.add(new UnweighedLookout(levels));
    lookouts.add(new BudgetLookout());
    lookouts.add(new ClockLookout());
    lookouts.add(new PapersLookout(levels));
    lookouts.add(new TankLookout());
    if (levels.special().requiredGmMetres().isPresent()) {
      lookouts.add(new StabilityLookout(levels));
    }
    levels.special().door().ifPresent(door -> lookouts.add(new DoorLookout(ship, door, levels)));
  }

  /** Adds what the lookouts see to what the checks found, and leaves out what is not armed now. */
  public Lookout.Sighting look(VesselState state, List<CheckResult> checks) {
    List<AlertCondition> conditions = new ArrayList<>();
    Set<AlertKind> undecided = EnumSet.noneOf(AlertKind.class);
    for (CheckResult result : checks) {
      conditions.addAll(result.finding().conditions());
      undecided.addAll(result.finding().undecided());
      if (result.check().keepsAlerts(result.finding())) {
        undecided.add(result.check().alert());
      }
    }
    for (Lookout lookout : lookouts) {
      Lookout.Sighting sighting = lookout.look(state);
      conditions.addAll(sighting.conditions());
      undecided.addAll(sighting.undecided());
    }
    conditions.removeIf(condition -> !isArmed(condition.kind(), state));
    undecided.removeIf(kind -> !isArmed(kind, state));
    return new Lookout.Sighting(List.copyOf(conditions), undecided);
  }

  private boolean isArmed(AlertKind kind, VesselState state) {
    AlertRule.Armed armed = rules.of(kind).armed();
    return state.way().counts(armed);
  }
}
