package org.plimsoll.cli.conformance;

import java.util.List;
import java.util.Map;

/** The codes of AIS fields, made again from what a message holds. */
final class AisCodes {

  private static final List<String> STAMPS =
      List.of("UNSTAMPED", "MANUAL", "ESTIMATED", "INOPERATIVE");
  private static final int FIRST_STAMP = 60;
  private static final double ROOT_SCALE = 4.733;

  private AisCodes() {}

  /** The rate of turn, -128 to 127. */
  static int turn(Map<String, ?> fields) {
    String turn = String.valueOf(fields.get("turn"));
    if (fields.get("rateOfTurnDegreesPerMinute") instanceof Double rate) {
      return (int) Math.round(Math.signum(rate) * ROOT_SCALE * Math.sqrt(Math.abs(rate)));
    }
    return turn.equals("FAST_STARBOARD") ? 127 : turn.equals("FAST_PORT") ? -127 : -128;
  }

  /** The second of a report, or why it has none: 60 to 63. */
  static int second(Map<String, ?> fields) {
    return fields.get("second") instanceof Integer second
        ? second
        : FIRST_STAMP + STAMPS.indexOf(String.valueOf(fields.get("positioning")));
  }

  /** A part of a time of day; its code for "not available" if there is none. */
  static int time(Map<String, ?> fields, int from, int to, int notAvailable) {
    return fields.get("time") instanceof String time
        ? Integer.parseInt(time.substring(from, to))
        : notAvailable;
  }

  /** A part of a date; 0 if there is none. */
  static int date(Map<String, ?> fields, int from, int to) {
    return fields.get("date") instanceof String date
        ? Integer.parseInt(date.substring(from, to))
        : 0;
  }
}
