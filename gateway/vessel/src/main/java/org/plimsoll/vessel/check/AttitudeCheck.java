package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.naval.FloatingPosition;
import org.plimsoll.naval.SurveyResult;
import org.plimsoll.naval.departure.Finding.Outcome;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vessel.state.Way;

/** Whether she lies as she may: list, trim, hog and sag, twist, those that have a limit. */
final class AttitudeCheck implements Check {

  private static final Map<String, AlertKind> KINDS =
      Map.of(
          "list", AlertKind.LIST,
          "trim", AlertKind.TRIM,
          "hog-sag", AlertKind.HOG_SAG,
          "hull-twist", AlertKind.TWIST);

  private final LimitsConfig limits;
  private final AlertLevels levels;

  AttitudeCheck(LimitsConfig limits, AlertLevels levels) {
    this.limits = limits;
    this.levels = levels;
  }

  @Override
  public String id() {
    return "attitude";
  }

  @Override
  public String title() {
    return "List, trim and bend";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.LIST;
  }

  @Override
  public Finding judge(VesselState state) {
    Finding judged =
        Parts.of(
            state.naval().judgements().attitude(),
            AlertPriority.WARNING,
            check -> KINDS.getOrDefault(check, AlertKind.LIST),
            check -> 1);
    Optional<FloatingPosition> floating =
        state.naval().surveyed().map(SurveyResult.Surveyed::floating);
    if (floating.isEmpty()) {
      return judged;
    }
    List<AlertCondition> conditions = new ArrayList<>(judged.conditions());
    for (org.plimsoll.naval.departure.Finding part : state.naval().judgements().attitude()) {
      conditions.addAll(conditions(part, floating.get(), state.way()));
    }
    return new Finding(judged.verdict(), judged.text(), conditions, judged.undecided());
  }

  private List<AlertCondition> conditions(
      org.plimsoll.naval.departure.Finding part, FloatingPosition floating, Way way) {
    Supplier<String> text = () -> part.check() + " " + part.text();
    return switch (part.check()) {
      case "list" -> {
        Levels list = levels.of(AlertKind.LIST);
        boolean rolls = way == Way.UNDER_WAY && list.alarm().isPresent();
        yield (rolls ? list.withAlarm(levels.special().listUnderWayDegrees()) : list)
            .conditions(AlertKind.LIST, 1, Math.abs(Math.toDegrees(floating.listRadians())), text);
      }
      case "trim" ->
          levels
              .of(AlertKind.TRIM)
              .conditions(
                  AlertKind.TRIM,
                  1,
                  Math.max(
                      limits.attitude().leastTrimMetres() - floating.trimMetres(),
                      floating.trimMetres() - limits.attitude().greatestTrimMetres()),
                  text);
      case "hog-sag" -> {
        // The booklet has a limit for each way: beyond it is an alarm.
        double bend = Math.abs(floating.deflectionMetres());
        Levels bends = levels.of(AlertKind.HOG_SAG);
        boolean beyond = part.outcome() == Outcome.FAIL;
        yield beyond
            ? List.of(new AlertCondition(AlertKind.HOG_SAG, 1, AlertPriority.ALARM, text.get()))
            : bends.conditions(AlertKind.HOG_SAG, 1, bend, text);
      }
      default -> List.of();
    };
  }
}
