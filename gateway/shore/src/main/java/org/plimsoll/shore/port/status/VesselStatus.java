package org.plimsoll.shore.port.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.shore.port.book.OpenCall;
import org.plimsoll.shore.port.fence.Watched;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * How a vessel lies, in the shape of DCSA Just in Time 2.0, {@code VesselStatus}: draughts in
 * metres with two decimals, the deepest of her marks as {@code draft}. Only what was measured
 * aboard within the last minutes: simulated and replayed readings could not be marked there.
 * Stateless.
 */
final class VesselStatus {

  /** An older reading says nothing of now. */
  static final Duration STALE = Duration.ofMinutes(10);

  private static final int DECIMALS = 2;
  private static final int DEGREE_DECIMALS = 5;
  private static final List<Quantity> FORWARD =
      List.of(Quantities.DRAUGHT_FORWARD_PORT, Quantities.DRAUGHT_FORWARD_STARBOARD);
  private static final List<Quantity> MIDSHIP =
      List.of(Quantities.DRAUGHT_MIDSHIP_PORT, Quantities.DRAUGHT_MIDSHIP_STARBOARD);
  private static final List<Quantity> AFT =
      List.of(Quantities.DRAUGHT_AFT_PORT, Quantities.DRAUGHT_AFT_STARBOARD);

  private VesselStatus() {}

  /** Of a call; empty when nothing of it is known, or all of it is withheld. */
  static Optional<String> of(OpenCall call, Vessel vessel, long nowMillis) {
    if (!vessel.origin().equals(Optional.of(DataOrigin.LIVE))) {
      return Optional.empty();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!call.withheld().contains(Withholding.What.DRAUGHT_RECORDS)) {
      draughts(json, vessel, nowMillis);
    }
    if (!call.withheld().contains(Withholding.What.POSITIONS)) {
      position(json, vessel, nowMillis);
    }
    return json.isEmpty()
        ? Optional.empty()
        : Optional.of(json.put("portCallServiceID", call.id().toString()).toString());
  }

  /** The deepest mark only when each pair has one: the missing pair could be deeper. */
  private static void draughts(ObjectNode json, Vessel vessel, long now) {
    double[] forward = read(vessel, FORWARD, now);
    double[] midship = read(vessel, MIDSHIP, now);
    double[] aft = read(vessel, AFT, now);
    if (forward.length > 0 && midship.length > 0 && aft.length > 0) {
      DoubleStream ends = DoubleStream.concat(DoubleStream.of(forward), DoubleStream.of(aft));
      metres(json, "draft", DoubleStream.concat(ends, DoubleStream.of(midship)).max());
    }
    metres(json, "forwardDraft", DoubleStream.of(forward).average());
    metres(json, "aftDraft", DoubleStream.of(aft).average());
    if (!json.isEmpty()) {
      json.put("dimensionUnit", "MTR");
    }
  }

  private static void metres(ObjectNode json, String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.put(name, rounded(value.getAsDouble(), DECIMALS));
    }
  }

  private static void position(ObjectNode json, Vessel vessel, long now) {
    Watched.of(vessel)
        .filter(seen -> isFresh(seen.fix().timeMillis(), now))
        .ifPresent(
            seen ->
                json.putObject("vesselPosition")
                    .putObject("geoCoordinate")
                    .put(
                        "latitude", rounded(seen.fix().latitude(), DEGREE_DECIMALS).toPlainString())
                    .put(
                        "longitude",
                        rounded(seen.fix().longitude(), DEGREE_DECIMALS).toPlainString()));
  }

  /** The newest reading of each, as far as they are fresh and usable. */
  private static double[] read(Vessel vessel, List<Quantity> quantities, long now) {
    return quantities.stream()
        .flatMap(
            quantity ->
                vessel.latest().values().stream()
                    .filter(latest -> latest.channel().path().equals(quantity.path()))
                    .filter(latest -> latest.quality().isUsable() && latest.value().isPresent())
                    .filter(latest -> isFresh(latest.timeMillis(), now))
                    .max(Comparator.comparingLong(Latest::timeMillis))
                    .stream())
        .mapToDouble(latest -> latest.value().orElseThrow())
        .toArray();
  }

  private static boolean isFresh(long timeMillis, long now) {
    return Math.abs(now - timeMillis) <= STALE.toMillis();
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
