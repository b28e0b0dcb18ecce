package org.plimsoll.shore.port;

import java.util.Optional;
import org.plimsoll.telemetry.VesselId;

/**
 * One voyage of one vessel; it owns declarations, cargo units and reconciliations.
 *
 * @param vessel who sails
 * @param number her own number of it, by which calls name it
 * @param from UN/LOCODE of departure
 * @param to UN/LOCODE of destination
 */
public record Voyage(VesselId vessel, String number, Optional<String> from, Optional<String> to)
    implements PortRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.VOYAGE;
  }
}
