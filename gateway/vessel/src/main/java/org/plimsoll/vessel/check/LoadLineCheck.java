package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    return switch (marks.get().governing()) {
      case SUBMERGED -> found(Verdict.FAIL, text, AlertPriority.ALARM, conditions);
      case DOUBTFUL -> found(Verdict.PASS, text, AlertPriority.WARNING, conditions);
      case UNKNOWN -> new Finding(Verdict.INCONCLUSIVE, text, conditions);
      case CLEAR -> new Finding(Verdict.PASS, text, conditions);
    };
  }

  private Finding found(
      Verdict verdict, String text, AlertPriority priority, List<AlertCondition> conditions) {
    conditions.add(new AlertCondition(alert(), 1, priority, text));
    return new Finding(verdict, text, conditions);
  }
}
