package org.plimsoll.vessel.pipeline;

import java.util.List;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.check.AlertConfig;
import org.plimsoll.vessel.check.Certificate;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.loading.ShipConfig;

/**
 * What the configuration says of the ship.
 *
 * @param vessel identity, as on the wire
 * @param origin where her readings come from: what a simulator or a recording says is not the time
 * @param certificate the limits
 * @param ship what a draught survey needs
 * @param limits every further limit
 * @param alerts how each kind of alert behaves, and its levels
 * @param lines in the order in which their sources are preferred
 */
public record ShipRules(
    String vessel,
    DataOrigin origin,
    Certificate certificate,
    ShipConfig ship,
    LimitsConfig limits,
    AlertConfig alerts,
    List<LineConfig> lines) {

  public ShipRules {
    lines = List.copyOf(lines);
  }
}
