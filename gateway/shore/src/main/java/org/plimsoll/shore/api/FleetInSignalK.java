package org.plimsoll.shore.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.signalk.SignalKFleet;
import org.plimsoll.web.signalk.SignalKReading;
import org.plimsoll.web.signalk.SignalKVessel;

/**
 * The fleet, for Signal K. Any thread. {@code self}, which displays made for one ship ask for, is
 * the vessel that the configuration names; without one, the only vessel there is.
 */
final class FleetInSignalK implements SignalKFleet {

  private final Fleet fleet;
  private final Optional<VesselId> named;
  private final InstantSource clock;

  FleetInSignalK(Fleet fleet, Optional<VesselId> named, InstantSource clock) {
    this.fleet = fleet;
    this.named = named;
    this.clock = clock;
  }

  @Override
  public Optional<VesselId> self() {
    if (named.isPresent()) {
      return named;
    }
    List<VesselId> all = vessels();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  @Override
  public OptionalLong nowMillis() {
    return OptionalLong.of(clock.millis());
  }

  @Override
  public List<VesselId> vessels() {
    return fleet.vessels().stream().map(Vessel::id).toList();
  }

  @Override
  public Optional<Object> revision(VesselId id) {
    return fleet.vessel(id).map(Object.class::cast);
  }

  @Override
  public Optional<SignalKVessel> vessel(VesselId id) {
    return fleet.vessel(id).map(this::vessel);
  }

  private SignalKVessel vessel(Vessel vessel) {
    Map<String, Latest> preferred = FleetJson.preferred(vessel);
    return new SignalKVessel(
        vessel.id(),
        vessel.status().map(StatusMessage::name).orElse(vessel.id().text()),
        vessel.origin().orElse(DataOrigin.LIVE),
        clock.millis(),
        OptionalDouble.empty(),
        vessel.latest().values().stream()
            .map(latest -> reading(latest, preferred.get(latest.channel().path()) == latest))
            .toList(),
        vessel.alerts().values().stream()
            .filter(alert -> alert.state() != AlertState.NORMAL)
            .toList());
  }

  private static SignalKReading reading(Latest latest, boolean preferred) {
    return new SignalKReading(
        latest.channel().path(),
        latest.channel().source(),
        latest.channel().unit(),
        latest.channel().title(),
        latest.quality().isUsable() ? latest.value() : OptionalDouble.empty(),
        OptionalLong.of(latest.timeMillis()),
        preferred);
  }
}
