package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.Optional;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

/**
 * That a vessel was seen to come into a port or a berth, or to leave it.
 *
 * @param vessel who
 * @param unlocode the port
 * @param location the port itself, or a berth of it
 * @param name which fence
 * @param terminal to which the berth belongs
 * @param event arrival or departure
 * @param time the first position on the new side
 * @param earliest the last one on the old side
 * @param origin of the positions
 */
public record Crossing(
    VesselId vessel,
    String unlocode,
    Timestamp.Location location,
    String name,
    Optional<String> terminal,
    Timestamp.Event event,
    Instant time,
    Instant earliest,
    DataOrigin origin)
    implements PortRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.CROSSING;
  }
}
