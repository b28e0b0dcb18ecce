package org.plimsoll.vessel.budget;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.plimsoll.configuration.Section;

/**
 * How many bytes a day and a month may take, UTC, and what they cost.
 *
 * @param dayBytes most of a day; empty for any number
 * @param monthBytes most of a calendar month; empty for any number
 * @param tariff what bytes cost; empty when nobody said
 */
public record Budget(OptionalLong dayBytes, OptionalLong monthBytes, Optional<Tariff> tariff) {

  /** As many bytes as there are, for nothing. */
  public static final Budget UNLIMITED =
      new Budget(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  /** Less would be taken by the connection itself. */
  private static final long LEAST_BYTES = 64 << 10;

  private static final long MOST_BYTES = 1L << 40;
  private static final double MOST_COST = 1e6;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /**
   * A price.
   *
   * @param perMegabyte for 1,000,000 bytes, in the currency
   * @param currency three letters, ISO 4217
   */
  public record Tariff(double perMegabyte, String currency) {
    private static final double MEGABYTE = 1e6;

    /** What so many bytes cost, in the currency. */
    public double cost(long bytes) {
      return bytes / MEGABYTE * perMegabyte;
    }
  }

  /** Keys {@code day}, {@code month}, {@code cost-per-megabyte} and {@code currency}. */
  static Budget read(Section section) {
    OptionalLong day = bytes(section, "day");
    OptionalLong month = bytes(section, "month");
    if (day.isPresent() && month.isPresent() && day.getAsLong() > month.getAsLong()) {
      section.problem("day", "a day may take more than the month", "lower day, or raise month");
    }
    Optional<Tariff> tariff = Optional.empty();
    if (section.has("cost-per-megabyte")) {
      tariff =
          Optional.of(
              new Tariff(
                  section.number("cost-per-megabyte", 0, MOST_COST),
                  section.text("currency", CURRENCY, "a currency such as USD")));
    } else if (section.has("currency")) {
      section.problem("currency", "a currency without a price", "add cost-per-megabyte: 4.50");
    }
    return new Budget(day, month, tariff);
  }

  private static OptionalLong bytes(Section section, String key) {
    return section.has(key)
        ? OptionalLong.of(section.size(key, LEAST_BYTES, MOST_BYTES, MOST_BYTES))
        : OptionalLong.empty();
  }

  /** Whether there is a limit. */
  public boolean isLimited() {
    return dayBytes.isPresent() || monthBytes.isPresent();
  }
}
