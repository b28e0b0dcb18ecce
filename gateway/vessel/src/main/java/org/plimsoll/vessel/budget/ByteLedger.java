package org.plimsoll.vessel.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bytes by the date on which the clock stood, UTC. When the clock is set, the days that were
 * counted before stay what they are: going back to one goes on with its count. Confined to the
 * uplink thread.
 */
final class ByteLedger {

  /** A month and more; of more days than this the one with the least bytes in it goes. */
  static final int MAX_DAYS = 40;

  private final TreeMap<Long, Long> byDay = new TreeMap<>();

  /**
   * Goes on with what {@link #memory} said.
   *
   * @return whether it could be read; if not, nothing is counted yet
   */
  boolean restore(String memory) {
    byDay.clear();
    if (memory.isEmpty()) {
      return true;
    }
    try {
      for (String entry : memory.split(",", MAX_DAYS + 1)) {
        int colon = entry.indexOf(':');
        long bytes = Long.parseLong(entry.substring(colon + 1));
        byDay.put(LocalDate.parse(entry.substring(0, Math.max(0, colon))).toEpochDay(), bytes);
        if (bytes < 0) {
          throw new NumberFormatException(entry);
        }
      }
    } catch (NumberFormatException | java.time.DateTimeException e) {
      byDay.clear();
      return false;
    }
    return true;
  }

  /** The count as a text. */
  String memory() {
    return byDay.entrySet().stream()
        .map(day -> LocalDate.ofEpochDay(day.getKey()) + ":" + day.getValue())
        .collect(Collectors.joining(","));
  }

  void add(Instant now, long bytes) {
    LocalDate date = date(now);
    byDay.merge(date.toEpochDay(), bytes, Long::sum);
    if (byDay.size() > MAX_DAYS) {
      YearMonth month = YearMonth.from(date);
      byDay.keySet().stream()
          .filter(day -> !YearMonth.from(LocalDate.ofEpochDay(day)).equals(month))
          .min(Comparator.comparingLong(byDay::get))
          .ifPresent(byDay::remove);
    }
  }

  /** Bytes of the day. */
  long dayBytes(Instant now) {
    return byDay.getOrDefault(date(now).toEpochDay(), 0L);
  }

  /** Bytes of the calendar month. */
  long monthBytes(Instant now) {
    YearMonth month = YearMonth.from(date(now));
    Map<Long, Long> days =
        byDay.subMap(month.atDay(1).toEpochDay(), true, month.atEndOfMonth().toEpochDay(), true);
    return days.values().stream().mapToLong(Long::longValue).sum();
  }

  private static LocalDate date(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
