package org.plimsoll.vessel.check;

import java.util.List;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/** Whether the gateway's time may be believed: every reading bears it. */
final class ClockLookout implements Lookout {

  @Override
  public Sighting look(VesselState state) {
    String doubt = state.moment().clock().doubt();
    return doubt.isEmpty()
        ? Sighting.nothing()
        : Sighting.of(
            List.of(new AlertCondition(AlertKind.CLOCK, 1, AlertPriority.CAUTION, doubt)));
  }
}
