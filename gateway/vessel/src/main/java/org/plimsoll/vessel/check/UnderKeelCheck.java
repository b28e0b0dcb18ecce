package org.plimsoll.vessel.check;

import java.util.List;
import java.util.Optional;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/** Whether there is as much water under the keel as the policy demands. */
final class UnderKeelCheck implements Check {

  /** Within this of the policy a watchkeeper is told, in metres. */
  static final double NEAR_METRES = 0.3;

  /** Below this, or below half of the policy, she may touch. */
  static final double LEAST_METRES = 0.3;

  @Override
  public String id() {
    return "under-keel";
  }

  @Override
  public String title() {
    return "Water under the keel";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.UNDER_KEEL;
  }

  @Override
  public Finding judge(VesselState state) {
    Optional<UnderKeelResult> result = state.naval().judgements().underKeel();
    if (!(result.orElse(null) instanceof UnderKeelResult.Judged judged)) {
      return Finding.inconclusive(result.map(UnderKeelResult::text).orElse("not yet judged"));
    }
    if (judged.isEnough()) {
      boolean near = judged.clearanceMetres() < judged.requiredMetres() + NEAR_METRES;
      return new Finding(
          Verdict.PASS,
          judged.text(),
          near ? List.of(condition(AlertPriority.CAUTION, judged)) : List.of());
    }
    boolean touching =
        judged.clearanceMetres() < Math.max(LEAST_METRES, judged.requiredMetres() / 2);
    return new Finding(
        Verdict.FAIL,
        judged.text(),
        List.of(condition(touching ? AlertPriority.ALARM : AlertPriority.WARNING, judged)));
  }

  private AlertCondition condition(AlertPriority priority, UnderKeelResult.Judged judged) {
    return new AlertCondition(alert(), 1, priority, judged.text());
  }
}
