package org.plimsoll.vessel.bridge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.pipeline.Snapshot;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.web.signalk.SignalKFleet;
import org.plimsoll.web.signalk.SignalKReading;
import org.plimsoll.web.signalk.SignalKVessel;

/** The latest snapshot, for Signal K: one vessel, which is {@code self}. Any thread. */
final class ShipInSignalK implements SignalKFleet {

  private final ShipLabel ship;
  private final VesselId id;
  private final AtomicReference<@Nullable Snapshot> latest;

  ShipInSignalK(ShipLabel ship, AtomicReference<@Nullable Snapshot> latest) {
    this.ship = ship;
    this.id = new VesselId(ship.id());
    this.latest = latest;
  }

  @Override
  public Optional<VesselId> self() {
    return Optional.of(id);
  }

  @Override
  public OptionalLong nowMillis() {
    Snapshot snapshot = latest.get();
    return snapshot == null
        ? OptionalLong.empty()
        : OptionalLong.of(snapshot.state().moment().time().toEpochMilli());
  }

  @Override
  public List<VesselId> vessels() {
    return List.of(id);
  }

  @Override
  public Optional<Object> revision(VesselId of) {
    return Optional.ofNullable(latest.get());
  }

  @Override
  public Optional<SignalKVessel> vessel(VesselId of) {
    return Optional.ofNullable(latest.get())
        .map(
            snapshot ->
                new SignalKVessel(
                    id,
                    ship.name(),
                    ship.origin(),
                    snapshot.state().moment().time().toEpochMilli(),
                    OptionalDouble.of(ship.certificate().draughtMetres()),
                    snapshot.state().channels().stream().map(ShipInSignalK::reading).toList(),
                    snapshot.alerts().stream().map(Alert::said).toList()));
  }

  private static SignalKReading reading(ChannelState channel) {
    return new SignalKReading(
        channel.quantity().path(),
        channel.source(),
        channel.quantity().unit().symbol(),
        channel.quantity().title(),
        channel.quality().isUsable() ? StateJson.rounded(channel) : OptionalDouble.empty(),
        channel.timeMillis(),
        channel.preferred());
  }
}
