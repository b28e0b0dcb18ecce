package org.plimsoll.web;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The parameters {@code from}, {@code to} and {@code points} of a history, which ship and shore
 * have alike.
 *
 * @param fromMillis begin, in ms since 1970-01-01 UTC; an hour before the end unless given
 * @param toMillis end, after the begin, before 2100; now unless given
 * @param points most points of the answer; {@value #DEFAULT_POINTS} unless given
 */
public record HistoryParameters(long fromMillis, long toMillis, int points) {

  /** As many points as a wide screen has columns. */
  public static final int DEFAULT_POINTS = 1_000;

  /** Without {@code from}: the last hour. */
  static final long DEFAULT_SPAN_MILLIS = 3_600_000;

  private static final int LEAST_POINTS = 2;
  private static final long LAST_MILLIS = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  /** A parameter that cannot be used; its message is for the reader. */
  public static final class BadParameter extends Exception {
    private static final long serialVersionUID = 1L;

    public BadParameter(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads them.
   *
   * @param nowMillis by the gateway's clock
   * @param mostPoints of an answer
   */
  public static HistoryParameters read(MultiMap parameters, long nowMillis, int mostPoints)
      throws BadParameter {
    long to = time(parameters, "to", nowMillis);
    long from = time(parameters, "from", Math.max(0, to - DEFAULT_SPAN_MILLIS));
    if (from >= to) {
      throw new BadParameter("from must be before to");
    }
    return new HistoryParameters(from, to, points(parameters, mostPoints));
  }

  private static int points(MultiMap parameters, int most) throws BadParameter {
    String text = parameters.get("points");
    if (text == null) {
      return DEFAULT_POINTS;
    }
    int points = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (points < LEAST_POINTS || points > most) {
      throw new BadParameter("points: want a number from " + LEAST_POINTS + " to " + most);
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
