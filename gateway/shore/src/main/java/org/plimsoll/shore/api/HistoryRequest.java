package org.plimsoll.shore.api;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.plimsoll.shore.store.HistoryQuery;
import org.plimsoll.shore.store.Names;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.VesselId;

/** Reads the parameters of a history. */
final class HistoryRequest {

  /** As many points as a wide screen has columns. */
  static final int DEFAULT_POINTS = 1_000;

  /** Without {@code from}: the last hour. */
  static final long DEFAULT_SPAN_MILLIS = 3_600_000;

  private HistoryRequest() {}

  /** A parameter that cannot be used; its message is for the reader. */
  static final class BadParameter extends Exception {
    private static final long serialVersionUID = 1L;

    BadParameter(String message) {
      super(message, null, false, false);
    }
  }

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
    long to = time(parameters, "to", nowMillis);
    long from = time(parameters, "from", Math.max(0, to - DEFAULT_SPAN_MILLIS));
    if (from >= to) {
      throw new BadParameter("from must be before to");
    }
    return new HistoryQuery(vessel, path, source, from, to, points(parameters));
  }

  private static int points(MultiMap parameters) throws BadParameter {
    String text = parameters.get("points");
    if (text == null) {
      return DEFAULT_POINTS;
    }
    try {
      int points = Integer.parseInt(text);
      if (points >= 2 && points <= HistoryQuery.MAX_POINTS) {
        return points;
      }
    } catch (NumberFormatException e) {
      throw new BadParameter("points: want a number from 2 to " + HistoryQuery.MAX_POINTS);
    }
    throw new BadParameter("points: want a number from 2 to " + HistoryQuery.MAX_POINTS);
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
      if (millis >= 0 && millis <= Point.MAX_TIME_MILLIS) {
        return millis;
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadParameter(name + ": want a time such as 2026-03-01T12:00:00Z");
    }
    throw new BadParameter(name + ": want a time from 1970 to 2099");
  }
}
