package org.plimsoll.shore.port.book;

import java.util.Set;
import java.util.UUID;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.telemetry.VesselId;

/**
 * A call of which something is still to come.
 *
 * @param id of the first of its corrections
 * @param vessel who calls
 * @param withheld what she keeps from the port
 */
public record OpenCall(UUID id, VesselId vessel, Set<Withholding.What> withheld) {
  public OpenCall {
    withheld = Set.copyOf(withheld);
  }
}
