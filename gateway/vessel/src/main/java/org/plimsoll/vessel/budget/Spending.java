package org.plimsoll.vessel.budget;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the link carries and costs, as the bridge sees it.
 *
 * @param level how much goes ashore now
 * @param day bytes of this day, UTC, both directions
 * @param month bytes of this calendar month
 * @param budget what they are held against
 * @param resting whether the link is down because no window is open
 * @param nextWindow when the next window opens; empty without windows
 * @param memory the count as a text that has to survive a restart
 */
public record Spending(
    Level level,
    Forecast day,
    Forecast month,
    Budget budget,
    boolean resting,
    Optional<Instant> nextWindow,
    String memory) {

  /** Key of the count in the outbox's memory. */
  public static final String MEMORY = "link.bytes";

  /** Nothing sent, nothing limited. */
  public static final Spending NOTHING =
      new Spending(
          Level.FULL,
          Forecast.NOTHING,
          Forecast.NOTHING,
          Budget.UNLIMITED,
          false,
          Optional.empty(),
          "");

  /** What the month has cost so far, in the budget's currency. */
  public OptionalDouble monthCost() {
    return cost(month.bytes());
  }

  /** What it will have cost at its end. */
  public OptionalDouble monthCostAtEnd() {
    return cost(month.bytesAtEnd());
  }

  private OptionalDouble cost(long bytes) {
    return budget.tariff().isPresent()
        ? OptionalDouble.of(budget.tariff().get().cost(bytes))
        : OptionalDouble.empty();
  }
}
