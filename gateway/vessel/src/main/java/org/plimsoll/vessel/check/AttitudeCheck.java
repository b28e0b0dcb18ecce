package org.plimsoll.vessel.check;

import java.util.Map;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/** Whether she lies as she may: list, trim, hog and sag, twist, those that have a limit. */
final class AttitudeCheck implements Check {

  private static final Map<String, AlertKind> KINDS =
      Map.of(
          "list", AlertKind.LIST,
          "trim", AlertKind.TRIM,
          "hog-sag", AlertKind.HOG_SAG,
          "hull-twist", AlertKind.TWIST);

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
    return Parts.of(
        state.naval().judgements().attitude(),
        AlertPriority.WARNING,
        check -> KINDS.getOrDefault(check, AlertKind.LIST),
        check -> 1);
  }
}
