package org.plimsoll.vessel.budget;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of a cron expression: its range, and the names of its values if it has some.
 *
 * @param title for messages
 * @param names of the values from {@code least} on; may be empty
 */
record CronField(String title, int least, int most, List<String> names) {

  static final CronField MINUTE = new CronField("minute", 0, 59, List.of());
  static final CronField HOUR = new CronField("hour", 0, 23, List.of());
  static final CronField DAY = new CronField("day of the month", 1, 31, List.of());
  static final CronField MONTH =
      new CronField(
          "month",
          1,
          12,
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));

  /** Both 0 and 7 are Sunday. */
  static final CronField WEEKDAY =
      new CronField(
          "day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final Pattern ITEM =
      Pattern.compile("(\\*|(\\w{1,3})(?:-(\\w{1,3}))?)(?:/(\\d{1,2}))?");

  /**
   * The values that a text stands for, as bits; 0 when it is not a field.
   *
   * @param problem hears why not
   */
  long parse(String text, Consumer<String> problem) {
    long bits = 0;
    for (String item : text.split(",", -1)) {
      long some = item(item);
      if (some == 0) {
        problem.accept(
            "'"
                + item
                + "' is no "
                + title
                + "; allowed: "
                + least
                + " to "
                + most
                + ", lists, ranges and steps");
        return 0;
      }
      bits |= some;
    }
    return bits;
  }

  private long item(String text) {
    Matcher matcher = ITEM.matcher(text);
    if (!matcher.matches()) {
      return 0;
    }
    boolean any = matcher.group(1).equals("*");
    int from = any ? least : value(matcher.group(2));
    int to = any ? most : matcher.group(3) == null ? from : value(matcher.group(3));
    boolean stepped = matcher.group(4) != null;
    int step = stepped ? Integer.parseInt(matcher.group(4)) : 1;
    // a step of a single value means one thing to some crons and another to others
    boolean single = !any && matcher.group(3) == null;
    if (from < least || to > most || from > to || step < 1 || stepped && single) {
      return 0;
    }
    long bits = 0;
    for (int value = from; value <= to; value += step) {
      bits |= 1L << (names.size() == 7 ? value % 7 : value);
    }
    return bits;
  }

  /** Below the least when the text is no value. */
  private int value(String text) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return least + named;
    }
    return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : least - 1;
  }
}
