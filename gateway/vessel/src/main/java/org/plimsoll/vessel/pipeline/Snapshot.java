package org.plimsoll.vessel.pipeline;

import java.util.List;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.check.CheckResult;
import org.plimsoll.vessel.outbox.OutboxCounts;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vessel.uplink.LinkStatus;

/**
 * Everything that a screen shows, renewed once a second and after each acknowledgement.
 *
 * @param stream the outbox's stream, in hexadecimal
 * @param state the ship
 * @param checks every check with its finding
 * @param alerts those that are not normal, the most urgent first
 * @param history the latest transitions of alerts, newest first
 * @param outbox how much waits for the shore
 * @param link whether there is one
 * @param counts what became of readings before the outbox
 */
public record Snapshot(
    String stream,
    VesselState state,
    List<CheckResult> checks,
    List<Alert> alerts,
    List<Alert> history,
    OutboxCounts outbox,
    LinkStatus link,
    PipelineCounts counts) {

  public Snapshot {
    checks = List.copyOf(checks);
    alerts = List.copyOf(alerts);
    history = List.copyOf(history);
  }
}
