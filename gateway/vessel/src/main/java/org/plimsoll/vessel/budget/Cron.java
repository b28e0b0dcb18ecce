package org.plimsoll.vessel.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * When something begins: the five fields of crontab(5), minute, hour, day of the month, month, day
 * of the week, in UTC. A day counts when both day fields have it; when neither of them begins with
 * {@code *}, when one of them has it.
 *
 * @param text as it was written
 * @param minutes bits 0 to 59
 * @param hours bits 0 to 23
 * @param days bits 1 to 31
 * @param months bits 1 to 12
 * @param weekdays bits 0, Sunday, to 6
 * @param eitherDay whether one of the day fields is enough
 */
public record Cron(
    String text,
    long minutes,
    long hours,
    long days,
    long months,
    long weekdays,
    boolean eitherDay) {

  /** From one 29 February on a given weekday to the next it is 40 years at most. */
  private static final int LONGEST_PAUSE_DAYS = 40 * 366;

  private static final int FIELDS = 5;
  private static final int MINUTES_OF_DAY = 1440;
  private static final int SECONDS_OF_MINUTE = 60;

  /**
   * Reads an expression.
   *
   * @param problem hears why it is none
   */
  public static Optional<Cron> parse(String text, Consumer<String> problem) {
    String[] fields = text.strip().split("\\s+");
    if (fields.length != FIELDS) {
      problem.accept(
          "'" + text + "' has " + fields.length + " fields, not minute, hour, day, month, weekday");
      return Optional.empty();
    }
    List<String> said = new ArrayList<>();
    Cron cron =
        new Cron(
            text,
            CronField.MINUTE.parse(fields[0], said::add),
            CronField.HOUR.parse(fields[1], said::add),
            CronField.DAY.parse(fields[2], said::add),
            CronField.MONTH.parse(fields[3], said::add),
            CronField.WEEKDAY.parse(fields[4], said::add),
            !fields[2].startsWith("*") && !fields[4].startsWith("*"));
    if (said.isEmpty() && cron.next(Instant.EPOCH).isEmpty()) {
      said.add("'" + text + "' is never");
    }
    said.stream().limit(1).forEach(problem);
    return said.isEmpty() ? Optional.of(cron) : Optional.empty();
  }

  /** The first after a moment; empty when there is none within decades. */
  public Optional<Instant> next(Instant after) {
    long minute = Math.floorDiv(after.getEpochSecond(), SECONDS_OF_MINUTE) + 1;
    long today = Math.floorDiv(minute, MINUTES_OF_DAY);
    for (int i = 0; i <= LONGEST_PAUSE_DAYS; i++) {
      int from = i == 0 ? Math.floorMod(minute, MINUTES_OF_DAY) : 0;
      if (isOn(today + i)) {
        OptionalInt first = firstFrom(from);
        if (first.isPresent()) {
          return Optional.of(at(today + i, first.getAsInt()));
        }
      }
    }
    return Optional.empty();
  }

  /** The last that is not after a moment, if it is of the same day or of the day before. */
  public Optional<Instant> latest(Instant moment) {
    long minute = Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_MINUTE);
    long today = Math.floorDiv(minute, MINUTES_OF_DAY);
    for (int i = 0; i <= 1; i++) {
      int to = i == 0 ? Math.floorMod(minute, MINUTES_OF_DAY) : MINUTES_OF_DAY - 1;
      if (isOn(today - i)) {
        OptionalInt last = lastTo(to);
        if (last.isPresent()) {
          return Optional.of(at(today - i, last.getAsInt()));
        }
      }
    }
    return Optional.empty();
  }

  private static Instant at(long epochDay, int minuteOfDay) {
    return Instant.ofEpochSecond((epochDay * MINUTES_OF_DAY + minuteOfDay) * SECONDS_OF_MINUTE);
  }

  private boolean isOn(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    boolean day = has(days, date.getDayOfMonth());
    boolean weekday = has(weekdays, date.getDayOfWeek().getValue() % 7);
    return has(months, date.getMonthValue()) && (eitherDay ? day || weekday : day && weekday);
  }

  private OptionalInt firstFrom(int minuteOfDay) {
    for (int minute = minuteOfDay; minute < MINUTES_OF_DAY; minute++) {
      if (has(hours, minute / 60) && has(minutes, minute % 60)) {
        return OptionalInt.of(minute);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt lastTo(int minuteOfDay) {
    for (int minute = minuteOfDay; minute >= 0; minute--) {
      if (has(hours, minute / 60) && has(minutes, minute % 60)) {
        return OptionalInt.of(minute);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean has(long bits, int value) {
    return (bits >> value & 1) == 1;
  }
}
