package org.plimsoll.vessel.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What a day or a month has carried, and what it will have at its end if it goes on as it did so
 * far. A period counts as begun for a while at least, because nothing follows from its first
 * minutes.
 *
 * @param bytes so far
 * @param bytesAtEnd at this rate; never less
 */
public record Forecast(long bytes, long bytesAtEnd) {

  /** A day counts as at least this old. */
  static final Duration LEAST_OF_DAY = Duration.ofHours(1);

  /** A month counts as at least this old. */
  static final Duration LEAST_OF_MONTH = Duration.ofDays(1);

  /** Nothing yet. */
  public static final Forecast NOTHING = new Forecast(0, 0);

  /** Of the day that it is. */
  static Forecast ofDay(long bytes, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return of(bytes, now, day, day.plusDays(1), LEAST_OF_DAY);
  }

  /** Of the calendar month that it is. */
  static Forecast ofMonth(long bytes, Instant now) {
    YearMonth month = YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC));
    return of(bytes, now, month.atDay(1), month.plusMonths(1).atDay(1), LEAST_OF_MONTH);
  }

  private static Forecast of(
      long bytes, Instant now, LocalDate begin, LocalDate end, Duration least) {
    Instant began = begin.atStartOfDay(ZoneOffset.UTC).toInstant();
    double elapsed = Math.max(Duration.between(began, now).toMillis(), least.toMillis());
    double whole = Duration.ofDays(end.toEpochDay() - begin.toEpochDay()).toMillis();
    return new Forecast(bytes, Math.max(bytes, Math.round(bytes * (whole / elapsed))));
  }
}
