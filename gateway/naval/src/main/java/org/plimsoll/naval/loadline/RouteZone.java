package org.plimsoll.naval.loadline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * A load line zone as the owner configured it for a route: the authority for the mark.
 *
 * @param name for messages
 * @param otherwise the mark outside all periods; empty for inland water, where no mark of the
 *     convention applies
 * @param periods with another mark; the first that matches counts
 */
public record RouteZone(String name, Optional<Mark> otherwise, List<Period> periods) {

  /**
   * Days of a year with one mark. It may cross the new year.
   *
   * @param first first day
   * @param last last day, inclusive; 29 February stands for the end of February in every year
   */
  public record Period(MonthDay first, MonthDay last, Mark mark) {
    boolean contains(LocalDate date) {
      MonthDay day = MonthDay.from(date);
      boolean fromFirst = !day.isBefore(first);
      boolean toLast = !day.isAfter(last);
      return first.isAfter(last) ? fromFirst || toLast : fromFirst && toLast;
    }
  }

  public RouteZone {
    periods = List.copyOf(periods);
  }

  /** A zone with one mark all the year. */
  public static RouteZone permanent(String name, Mark mark) {
    return new RouteZone(name, Optional.of(mark), List.of());
  }

  /** River, canal or harbour inside the line from where the convention applies. */
  public static RouteZone inland(String name) {
    return new RouteZone(name, Optional.empty(), List.of());
  }

  /** The mark that holds on a day; empty in inland water. */
  public Optional<Mark> markOn(LocalDate date) {
    for (Period period : periods) {
      if (period.contains(date)) {
        return Optional.of(period.mark());
      }
    }
    return otherwise;
  }
}
