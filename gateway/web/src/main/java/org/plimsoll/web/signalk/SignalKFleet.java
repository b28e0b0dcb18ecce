package org.plimsoll.web.signalk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.telemetry.VesselId;

/** The vessels that are served. Called by event loops; never blocks. */
public interface SignalKFleet {

  /** The vessel that {@code self} means; empty where none does. */
  Optional<VesselId> self();

  /** By the clock that stamps what is served, ms since 1970 UTC; empty while nothing is known. */
  OptionalLong nowMillis();

  /** All vessels. */
  List<VesselId> vessels();

  /** One of them as she is now; empty when nothing is known of her. */
  Optional<SignalKVessel> vessel(VesselId id);

  /**
   * What changes when she does: as long as two of these are the same object, so is what they stand
   * for.
   */
  Optional<Object> revision(VesselId id);
}
