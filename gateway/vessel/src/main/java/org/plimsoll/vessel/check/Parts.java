package org.plimsoll.vessel.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;

/** Findings of naval limits as one finding of a check: the worst decides, all of them speak. */
final class Parts {

  private Parts() {}

  /**
   * One finding of several; a caution passes and is said.
   *
   * @param priority of a part that fails
   * @param kind of the alert of a part
   * @param instance of the alert of a part
   */
  static Finding of(
      List<org.plimsoll.naval.departure.Finding> parts,
      AlertPriority priority,
      Function<String, AlertKind> kind,
      ToIntFunction<String> instance) {
    if (parts.isEmpty()) {
      return Finding.inconclusive("not yet judged");
    }
    Verdict verdict = Verdict.PASS;
    List<AlertCondition> conditions = new ArrayList<>();
    Set<AlertKind> undecided = EnumSet.noneOf(AlertKind.class);
    for (org.plimsoll.naval.departure.Finding part : parts) {
      String text = part.check() + " " + part.text();
      AlertKind alert = kind.apply(part.check());
      int number = instance.applyAsInt(part.check());
      switch (part.outcome()) {
        case FAIL -> {
          verdict = Verdict.FAIL;
          conditions.add(new AlertCondition(alert, number, priority, text));
        }
        case CAUTION ->
            conditions.add(new AlertCondition(alert, number, AlertPriority.CAUTION, text));
        case INCONCLUSIVE -> {
          verdict = verdict == Verdict.FAIL ? verdict : Verdict.INCONCLUSIVE;
          undecided.add(alert);
        }
        case PASS -> {}
      }
    }
    return new Finding(verdict, text(parts), conditions, undecided);
  }

  /** The worst first, because a line may be cut. */
  private static String text(List<org.plimsoll.naval.departure.Finding> parts) {
    return parts.stream()
        .sorted(Comparator.comparing(org.plimsoll.naval.departure.Finding::outcome))
        .map(part -> part.check() + " " + part.text())
        .collect(Collectors.joining("; "));
  }
}
