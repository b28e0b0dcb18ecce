package org.plimsoll.vessel.check;

import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/** One question about the ship. Confined to the pipeline thread. */
public interface Check {

  /** Its name in the API: lower-case words with hyphens. */
  String id();

  /** Its name on pages. */
  String title();

  /** The alert that it raises; stays as it is while the check is inconclusive. */
  AlertKind alert();

  /** Judges a state; called once a second. */
  Finding judge(VesselState state);

  /** Whether alerts that are active stay as they are, because nothing is known of them now. */
  default boolean keepsAlerts(Finding finding) {
    return finding.verdict() == Verdict.INCONCLUSIVE;
  }
}
