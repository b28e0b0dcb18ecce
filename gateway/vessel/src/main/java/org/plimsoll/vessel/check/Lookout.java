package org.plimsoll.vessel.check;

import java.util.List;
import java.util.Set;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/** Something that deserves an alert and decides nothing about leaving. Stateless. */
public interface Lookout {

  /**
   * What was seen.
   *
   * @param conditions present or lingering
   * @param undecided what could not be seen
   */
  record Sighting(List<AlertCondition> conditions, Set<AlertKind> undecided) {
    static Sighting of(List<AlertCondition> conditions) {
      return new Sighting(conditions, Set.of());
    }

    static Sighting nothing() {
      return new Sighting(List.of(), Set.of());
    }

    static Sighting undecided(AlertKind kind) {
      return new Sighting(List.of(), Set.of(kind));
    }
  }

  /** Looks at a state; called once a second. */
  Sighting look(VesselState state);
}
