package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.plimsoll.naval.loadline.DepartureLimit;
import org.plimsoll.naval.loadline.MarkCompliance;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/**
 * Whether either midship mark is submerged, by the marks that she meets on her route in the water
 * in which she lies (ICLL 1966, article 12). A coarse look at the zones may object to the route.
 */
final class LoadLineCheck implements Check {

  /** Instance of the alert of a mark in a zone that she comes to; 1 objects to the route. */
  private static final int AHEAD = 2;

  private final AlertLevels levels;

  LoadLineCheck(AlertLevels levels) {
    this.levels = levels;
  }

  @Override
  public String id() {
    return "draught-limit";
  }

  @Override
  public String title() {
    return "Draught against load line";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.DRAUGHT_LIMIT;
  }

  @Override
  public Finding judge(VesselState state) {
    List<AlertCondition> conditions = new ArrayList<>();
    Optional<String> zone = state.naval().judgements().zoneCaution();
    zone.ifPresent(
        text -> conditions.add(new AlertCondition(AlertKind.ZONE, 1, AlertPriority.CAUTION, text)));
    Optional<MarkCompliance> marks = state.naval().judgements().marks();
    if (marks.isEmpty()) {
      return new Finding(
          Verdict.INCONCLUSIVE, "no mark applies on this route", conditions, Set.of());
    }
    String text = marks.get().text() + zone.map(caution -> "; " + caution).orElse("");
    Optional<DepartureLimit.Bound> bound =
        state.naval().judgements().limit().map(DepartureLimit::bound);
    MarkCompliance.State governing = marks.get().governing();
    if (governing == MarkCompliance.State.DOUBTFUL) {
      conditions.add(new AlertCondition(kind(bound), 1, AlertPriority.CAUTION, text));
    }
    least(marks.get()).ifPresent(margin -> conditions.addAll(conditions(bound, margin, text)));
    return switch (governing) {
      case SUBMERGED -> new Finding(Verdict.FAIL, text, conditions, Set.of());
      case UNKNOWN ->
          new Finding(Verdict.INCONCLUSIVE, text, conditions, Set.of(AlertKind.SUBDIVISION));
      case DOUBTFUL, CLEAR -> new Finding(Verdict.PASS, text, conditions, Set.of());
    };
  }

  /** One situation, one alert: that of what binds. */
  private static AlertKind kind(Optional<DepartureLimit.Bound> bound) {
    return bound
        .filter(of -> of == DepartureLimit.Bound.SUBDIVISION)
        .map(of -> AlertKind.SUBDIVISION)
        .orElse(AlertKind.DRAUGHT_LIMIT);
  }

  private List<AlertCondition> conditions(
      Optional<DepartureLimit.Bound> bound, double margin, String text) {
    AlertKind kind = kind(bound);
    return bound.isPresent() && bound.get() == DepartureLimit.Bound.ZONE_AHEAD
        ? levels.of(kind).asWarning().conditions(AlertKind.ZONE, AHEAD, -margin, () -> text)
        : levels.of(kind).conditions(kind, 1, -margin, () -> text);
  }

  /** The lesser margin of the sides that are known. */
  private static Optional<Double> least(MarkCompliance marks) {
    return Stream.of(marks.port(), marks.starboard())
        .map(MarkCompliance.Side::marginMetres)
        .filter(OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .min(Comparator.naturalOrder());
  }
}
