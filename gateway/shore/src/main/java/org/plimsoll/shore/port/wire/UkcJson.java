package org.plimsoll.shore.port.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.shore.port.UkcPlan;
import org.plimsoll.shore.port.UkcRequest;
import org.plimsoll.vocabulary.Quality;

/** Questions for water below the keel, and their answers. Stateless. */
final class UkcJson {

  private static final double MAX_DRAUGHT = 30;

  /** Fastest passage that is believed, in m/s: 58 kn. */
  private static final double MAX_SPEED = 30;

  /** Most water above the limit, or below it, that is believed, in metres. */
  private static final double MAX_WATER = 1_000;

  private static final int MAX_SPEEDS = 50;
  private static final int MAX_WINDOWS = 50;
  private static final int MAX_POINTS = 100;

  private UkcJson() {}

  static UkcRequest request(Fields fields, Instant now) {
    Instant at = fields.time("at");
    PortJson.past(fields, "at", at, now);
    fields.optionalNumber("u95Metres", 0, 5);
    fields.optionalObject(
        "route",
        route -> {
          route.optionalText("version");
          return route.text("name");
        });
    fields.objects(
        "speeds",
        MAX_SPEEDS,
        leg -> {
          leg.optionalTime("passing");
          leg.text("name");
          return leg.number("speedMetresPerSecond", 0, MAX_SPEED);
        });
    UkcRequest request =
        new UkcRequest(
            at,
            fields.number("deepestDraughtMetres", 0.1, MAX_DRAUGHT),
            fields.choice("quality", Quality.class),
            fields.choice("purpose", UkcRequest.Purpose.class),
            fields.choice("calculationRequested", UkcRequest.Calculation.class),
            fields.optionalObject("range", UkcJson::range));
    if (!request.quality().isUsable()) {
      fields.fault("quality", request.quality() + " is no measured draught", "GOOD to MANUAL");
    }
    if (request.calculation() == UkcRequest.Calculation.MAXIMUM_DRAUGHT
        && request.range().isEmpty()) {
      fields.fault("range", "is missing", "the time for which the draught is sought");
    }
    return request;
  }

  static UkcPlan plan(Fields fields, Instant now) {
    Instant generated = fields.time("generated");
    PortJson.past(fields, "generated", generated, now);
    if (!fields.has("windows")) {
      fields.fault("windows", "is missing", "a list, empty when she may not pass");
    }
    List<UkcRequest.Range> windows = fields.objects("windows", MAX_WINDOWS, UkcJson::range);
    OptionalDouble deepest = fields.optionalNumber("maximumDraughtMetres", 0, MAX_DRAUGHT);
    List<UkcPlan.ControlPoint> points =
        fields.objects("controlPoints", MAX_POINTS, UkcJson::controlPoint);
    return new UkcPlan(fields.id("request"), generated, windows, deepest, points);
  }

  private static UkcPlan.ControlPoint controlPoint(Fields fields) {
    Optional<Double> latitude = boxed(fields.optionalNumber("latitudeDegrees", -90, 90));
    Optional<Double> longitude = boxed(fields.optionalNumber("longitudeDegrees", -180, 180));
    if (latitude.isPresent() != longitude.isPresent()) {
      fields.fault("latitudeDegrees", "half a position", "both of them or neither");
    }
    fields.optionalNumber("speedMetresPerSecond", 0, MAX_SPEED);
    return new UkcPlan.ControlPoint(
        fields.text("name"),
        fields.time("passing"),
        fields.number("aboveLimitMetres", -MAX_WATER, MAX_WATER));
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static UkcRequest.Range range(Fields fields) {
    UkcRequest.Range range = new UkcRequest.Range(fields.time("from"), fields.time("to"));
    if (fields.has("from") && fields.has("to") && !range.from().isBefore(range.to())) {
      fields.fault("to", range.to() + " is not after from", "later than " + range.from());
    }
    return range;
  }
}
