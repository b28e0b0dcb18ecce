package org.plimsoll.web.signalk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

/** Vessels that are as a test says. Any thread. */
final class FleetFake implements SignalKFleet {

  static final VesselId FERRY = new VesselId("imo9876543");
  static final VesselId TUG = new VesselId("mmsi244123456");
  static final long T0 = 1_767_225_600_000L;

  private final Map<VesselId, SignalKVessel> vessels = new LinkedHashMap<>();

  @Override
  public synchronized Optional<VesselId> self() {
    return Optional.of(FERRY);
  }

  @Override
  public OptionalLong nowMillis() {
    return OptionalLong.of(T0);
  }

  @Override
  public synchronized List<VesselId> vessels() {
    return List.copyOf(vessels.keySet());
  }

  @Override
  public synchronized Optional<SignalKVessel> vessel(VesselId id) {
    return Optional.ofNullable(vessels.get(id));
  }

  @Override
  public synchronized Optional<Object> revision(VesselId id) {
    return Optional.ofNullable(vessels.get(id));
  }

  synchronized void put(SignalKVessel vessel) {
    vessels.put(vessel.id(), vessel);
  }

  static SignalKVessel vessel(VesselId id, DataOrigin origin, SignalKReading... readings) {
    return new SignalKVessel(
        id, "MV " + id, origin, T0 + 60_000, OptionalDouble.of(5.2), List.of(readings), List.of());
  }

  static SignalKVessel with(SignalKVessel vessel, AlertMessage... alerts) {
    return new SignalKVessel(
        vessel.id(),
        vessel.name(),
        vessel.origin(),
        vessel.timeMillis(),
        vessel.greatestDraughtMetres(),
        vessel.readings(),
        List.of(alerts));
  }

  static SignalKReading at(long seconds, String path, String source, String unit, double value) {
    return new SignalKReading(
        path,
        source,
        unit,
        "Title",
        OptionalDouble.of(value),
        OptionalLong.of(T0 + 1000 * seconds),
        true);
  }

  static SignalKReading speed(long seconds, double value) {
    return at(seconds, "navigation.speedOverGround", "gps.GPRMC", "m/s", value);
  }

  static SignalKReading missing(String path, String source) {
    return new SignalKReading(
        path, source, "m", "Title", OptionalDouble.empty(), OptionalLong.empty(), true);
  }

  /** Many values, so that a delta is large. */
  static SignalKReading[] many(int count, long seconds) {
    List<SignalKReading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readings.add(at(seconds, "tanks.ballast." + i + ".sounding", "hull." + i, "m", seconds));
    }
    return readings.toArray(SignalKReading[]::new);
  }
}
