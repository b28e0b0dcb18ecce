package org.plimsoll.vessel.check;

import java.util.List;
import java.util.Set;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;

/**
 * The outcome of one check on one state.
 *
 * @param verdict the outcome
 * @param text why, with numbers and units, for an officer
 * @param conditions what deserves an alert now
 * @param undecided alerts that stay as they are, because their part of the check is not known
 */
public record Finding(
    Verdict verdict, String text, List<AlertCondition> conditions, Set<AlertKind> undecided) {

  public Finding {
    conditions = List.copyOf(conditions);
    undecided = Set.copyOf(undecided);
  }

  Finding(Verdict verdict, String text, List<AlertCondition> conditions) {
    this(verdict, text, conditions, Set.of());
  }

  static Finding pass(String text) {
    return new Finding(Verdict.PASS, text, List.of());
  }

  static Finding inconclusive(String text) {
    return new Finding(Verdict.INCONCLUSIVE, text, List.of());
  }
}
