package org.plimsoll.shore.api;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.plimsoll.shore.store.HistoryQuery;
import org.plimsoll.shore.store.Names;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.HistoryParameters;
import org.plimsoll.web.HistoryParameters.BadParameter;

/** Reads the parameters of a history. Stateless. */
final class HistoryRequest {

  private HistoryRequest() {}

  /**
   * Reads them.
   *
   * @param nowMillis by the shore's clock
   */
  static HistoryQuery read(VesselId vessel, MultiMap parameters, long nowMillis)
      throws BadParameter {
    String path = parameters.get("path");
    if (path == null || !Names.isValid(path)) {
      throw new BadParameter("path: want letters, digits and _ . -, such as hull.draught.mean");
    }
    Optional<String> source = Optional.ofNullable(parameters.get("source"));
    if (source.isPresent() && !Names.isValid(source.get())) {
      throw new BadParameter("source: want letters, digits and _ . -");
    }
    HistoryParameters asked =
        HistoryParameters.read(parameters, nowMillis, HistoryQuery.MAX_POINTS);
    return new HistoryQuery(
        vessel, path, source, asked.fromMillis(), asked.toMillis(), asked.points());
  }
}
