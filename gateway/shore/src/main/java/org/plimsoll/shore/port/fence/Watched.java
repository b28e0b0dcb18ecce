package org.plimsoll.shore.port.fence;

import java.util.List;
import java.util.Optional;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

/**
 * A vessel for the watch.
 *
 * @param id who
 * @param origin of her readings
 * @param fix her newest usable position
 */
public record Watched(VesselId id, DataOrigin origin, Fix fix) {

  /** The vessels that have a position. */
  static List<Watched> of(List<Vessel> fleet) {
    return fleet.stream().map(Watched::of).flatMap(Optional::stream).toList();
  }

  /** A vessel, if she has a position. */
  public static Optional<Watched> of(Vessel vessel) {
    return Positions.newest(vessel)
        .flatMap(fix -> vessel.origin().map(origin -> new Watched(vessel.id(), origin, fix)));
  }
}
