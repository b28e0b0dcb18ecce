package org.plimsoll.vessel.bridge;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.plimsoll.vessel.history.HistoryQuery;

/** Reads the parameters of a history. Stateless. */
final class HistoryRequest {

  /** Two for each column of a panel. */
  static final int DEFAULT_POINTS = 1_000;

  /** Without {@code from}: the last hour. */
  static final long DEFAULT_SPAN_MILLIS = 3_600_000;

  private static final String PATH = "[A-Za-z0-9_.-]{1,128}";
  private static final long LAST_MILLIS = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private HistoryRequest() {}

  /** A parameter that cannot be used; its message is for the reader. */
  static final class BadParameter extends Exception {
    private static final long serialVersionUID = 1L;

    BadParameter(String message) {
      super(message, null, false, false);
    }
  }

  /**
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
    long to = time(parameters, "to", nowMillis);
    long from = time(parameters, "from", Math.max(0, to - DEFAULT_SPAN_MILLIS));
    if (from >= to || to - from > HistoryQuery.MAX_SPAN_MILLIS) {
      throw new BadParameter("from must be before to, and by no more than 24 hours");
    }
    return new HistoryQuery(paths, from, to, points(parameters));
  }

  private static int points(MultiMap parameters) throws BadParameter {
    String text = parameters.get("points");
    if (text == null) {
      return DEFAULT_POINTS;
    }
    int points = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (points < 2 || points > HistoryQuery.MAX_POINTS) {
      throw new BadParameter("points: want a number from 2 to " + HistoryQuery.MAX_POINTS);
    }
    return points;
  }

  /** A time as RFC 3339 or as milliseconds since 1970. */
  private static long time(MultiMap parameters, String name, long fallback) throws BadParameter {
    String text = parameters.get(name);
    if (text == null) {
      return fallback;
    }
    try {
      long millis =
          text.matches("[0-9]{1,15}") ? Long.parseLong(text) : Instant.parse(text).toEpochMilli();
      if (millis >= 0 && millis < LAST_MILLIS) {
        return millis;
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadParameter(name + ": want a time such as 2026-03-01T12:00:00Z");
    }
    throw new BadParameter(name + ": want a time from 1970 to 2099");
  }
}
