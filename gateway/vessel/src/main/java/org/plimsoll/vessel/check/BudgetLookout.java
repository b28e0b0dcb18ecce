package org.plimsoll.vessel.check;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quantities;

/**
 * Whether the link's budget keeps readings aboard: then the shore no longer sees what the bridge
 * does. Larger blocks alone are no reason.
 */
final class BudgetLookout implements Lookout {

  private static final int STATISTICS = 1;
  private static final int SPENT = 2;

  @Override
  public Sighting look(VesselState state) {
    OptionalDouble level = state.usable(Quantities.LINK_LEVEL);
    if (level.isEmpty() || level.getAsDouble() < Level.STATISTICS.ordinal()) {
      return Sighting.nothing();
    }
    boolean spent = level.getAsDouble() >= Level.ALERTS_ONLY.ordinal();
    return Sighting.of(
        List.of(
            new AlertCondition(
                AlertKind.LINK_BUDGET,
                spent ? SPENT : STATISTICS,
                AlertPriority.CAUTION,
                spent
                    ? "spent: nothing but alerts goes ashore"
                    : "only statistics by the minute go ashore")));
  }
}
