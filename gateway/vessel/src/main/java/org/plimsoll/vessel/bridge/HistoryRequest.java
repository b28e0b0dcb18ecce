package org.plimsoll.vessel.bridge;

import io.vertx.core.MultiMap;
import java.util.List;
import org.plimsoll.vessel.history.HistoryQuery;
import org.plimsoll.web.HistoryParameters;
import org.plimsoll.web.HistoryParameters.BadParameter;

/** Reads the parameters of a history. Stateless. */
final class HistoryRequest {

  private static final String PATH = "[A-Za-z0-9_.-]{1,128}";

  private HistoryRequest() {}

  /**
   * Reads them.
   *
   * @param nowMillis by the gateway's clock
   */
  static HistoryQuery read(MultiMap parameters, long nowMillis) throws BadParameter {
    List<String> paths = parameters.getAll("path").stream().distinct().toList();
    if (paths.isEmpty() || paths.size() > HistoryQuery.MAX_PATHS) {
      throw new BadParameter("path: want 1 to " + HistoryQuery.MAX_PATHS + " of them");
    }
    if (!paths.stream().allMatch(path -> path.matches(PATH))) {
      throw new BadParameter("path: want letters, digits and _ . -, such as hull.draught.mean");
    }
    HistoryParameters asked =
        HistoryParameters.read(parameters, nowMillis, HistoryQuery.MAX_POINTS);
    if (asked.toMillis() - asked.fromMillis() > HistoryQuery.MAX_SPAN_MILLIS) {
      throw new BadParameter("from must be before to, and by no more than 24 hours");
    }
    return new HistoryQuery(paths, asked.fromMillis(), asked.toMillis(), asked.points());
  }
}
