package org.plimsoll.naval.form;

import java.util.List;
import java.util.Optional;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.UncertaintyBudget;

/**
 * A form and how far it can be trusted.
 *
 * @param observed the draughts as read, with those that were completed
 * @param form filled in as far as it goes, or why it cannot be
 * @param displacement uncertainty of the displacement; empty without one
 * @param net of displacement less deductibles; empty without one
 * @param load of the cargo, or of the constant if the survey determines that; empty without one
 * @param listDegrees by the midship draughts, + to starboard
 * @param standing what the result is good for
 * @param remarks why it is not better, and what was left out, in words
 */
public record Appraisal(
    ObservedDraughts observed,
    FormResult form,
    Optional<UncertaintyBudget> displacement,
    Optional<UncertaintyBudget> net,
    Optional<UncertaintyBudget> load,
    double listDegrees,
    Standing standing,
    List<String> remarks) {

  public Appraisal {
    remarks = List.copyOf(remarks);
  }

  /** What a survey is good for, from best to worst. */
  public enum Standing {
    /** To survey standard. */
    GOOD,
    /** A figure, with the reasons for care in the remarks. */
    DEGRADED,
    /** No figure that anybody may rest on. */
    INCONCLUSIVE;

    Standing worseOf(Standing other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** The lines, if there are any. */
  public Optional<CompletedForm> lines() {
    return form instanceof FormResult.Completed completed
        ? Optional.of(completed.form())
        : Optional.empty();
  }
}
