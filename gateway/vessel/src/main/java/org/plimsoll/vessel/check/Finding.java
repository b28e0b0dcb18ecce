package org.plimsoll.vessel.check;

import java.util.List;
import org.plimsoll.vessel.alert.AlertCondition;

/**
 * The outcome of one check on one state.
 *
 * @param verdict the outcome
 * @param text why, with numbers and units, for an officer
 * @param conditions what deserves an alert now
 */
public record Finding(Verdict verdict, String text, List<AlertCondition> conditions) {

  public Finding {
    conditions = List.copyOf(conditions);
  }

  static Finding pass(String text) {
    return new Finding(Verdict.PASS, text, List.of());
  }

  static Finding inconclusive(String text) {
    return new Finding(Verdict.INCONCLUSIVE, text, List.of());
  }
}
