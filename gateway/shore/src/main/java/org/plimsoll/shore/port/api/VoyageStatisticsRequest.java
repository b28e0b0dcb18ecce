package org.plimsoll.shore.port.api;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.shore.port.wire.Fault;
import org.plimsoll.telemetry.VesselId;

/**
 * Whose voyages are asked for.
 *
 * @param from begin; {@link #USUAL} before the end unless it is given
 * @param to end, not in it; now unless it is given
 */
record VoyageStatisticsRequest(VesselId vessel, Instant from, Instant to) {

  static final Duration USUAL = Duration.ofDays(366);
  private static final Set<String> KNOWN = Set.of("vessel", "from", "to");
  private static final String A_TIME = "a time from 1970 to 2099, such as 2026-01-15T00:00:00Z";
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Reads the parameters, strictly; without faults there is a request. */
  static Optional<VoyageStatisticsRequest> read(
      MultiMap parameters, Instant now, List<Fault> faults) {
    for (String name : parameters.names()) {
      if (!KNOWN.contains(name)) {
        faults.add(new Fault("unknown parameter", "not known here", "one of " + KNOWN));
      } else if (parameters.getAll(name).size() > 1) {
        faults.add(new Fault(name, "given more than once", "once"));
      }
    }
    @Nullable String text = parameters.get("vessel");
    Optional<VesselId> vessel = Optional.ofNullable(text).flatMap(VesselId::parse);
    if (vessel.isEmpty()) {
      String detail = text == null ? "is missing" : "names no vessel";
      faults.add(new Fault("vessel", detail, "such as imo9876543 or mmsi273000000"));
    }
    Instant to = time(parameters, "to", faults).orElse(now);
    Instant usual = to.isBefore(Instant.EPOCH.plus(USUAL)) ? Instant.EPOCH : to.minus(USUAL);
    Instant from = time(parameters, "from", faults).orElse(usual);
    if (!from.isBefore(to)) {
      faults.add(new Fault("from", "is not before the end", "a time before " + to));
    }
    return faults.isEmpty()
        ? Optional.of(new VoyageStatisticsRequest(vessel.orElseThrow(), from, to))
        : Optional.empty();
  }

  private static Optional<Instant> time(MultiMap parameters, String name, List<Fault> faults) {
    @Nullable String text = parameters.get(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.parse(text);
      if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) {
        return Optional.of(time);
      }
    } catch (DateTimeException e) {
      // Told below, in the words of the other reason.
    }
    faults.add(new Fault(name, "is no time", A_TIME));
    return Optional.empty();
  }
}
