package org.plimsoll.vessel.check;

import java.util.Optional;
import org.plimsoll.naval.underkeel.UnderKeelResult;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/** Whether there is as much water under the keel as the policy demands. */
final class UnderKeelCheck implements Check {

  private final Levels levels;

  UnderKeelCheck(AlertLevels levels) {
    this.levels = levels.of(AlertKind.UNDER_KEEL);
  }

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
    return new Finding(
        judged.isEnough() ? Verdict.PASS : Verdict.FAIL,
        judged.text(),
        levels(judged)
            .conditions(
                alert(), 1, judged.requiredMetres() - judged.clearanceMetres(), judged::text));
  }

  /** Below so many metres, or below half of the policy, she may touch: that is the alarm. */
  private Levels levels(UnderKeelResult.Judged judged) {
    if (levels.alarm().isEmpty()) {
      return levels;
    }
    double least = Math.max(-levels.alarm().getAsDouble(), judged.requiredMetres() / 2);
    return levels.withAlarm(judged.requiredMetres() - least);
  }
}
