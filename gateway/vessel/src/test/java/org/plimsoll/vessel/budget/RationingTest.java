package org.plimsoll.vessel.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.vessel.outbox.ManualTime;

class RationingTest {

  private static final Rations A_MEGABYTE_A_DAY = rations(1_000_000, 100_000_000);

  private final ManualTime time = new ManualTime();

  private static Rations rations(long day, long month) {
    return new Rations(
        new Budget(
            OptionalLong.of(day),
            OptionalLong.of(month),
            Optional.of(new Budget.Tariff(4.5, "USD"))),
        Windows.NONE);
  }

  private Rationing at(String now, Rations rations, String memory) {
    time.set(Instant.parse(now));
    return new Rationing(rations, memory, time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T12:00:00Z, 1000, 2000, 31000",
    "2026-05-01T00:00:00Z, 1000, 24000, 31000",
    "2026-05-01T00:59:59Z, 1000, 24000, 31000",
    "2026-05-01T23:59:59Z, 1000, 1000, 31000",
    "2026-04-16T00:00:00Z, 1000, 24000, 2000",
    "2028-02-15T12:00:00Z, 1000, 2000, 2000",
    "2027-02-15T00:00:00Z, 1000, 24000, 2000",
    "2026-12-31T23:59:59.999Z, 1000, 1000, 1000",
    "2026-12-31T12:00:00Z, 0, 0, 0",
  })
  void theRateSoFarGoesOnToTheEnd(String now, long bytes, long dayAtEnd, long monthAtEnd) {
    Rationing rationing = at(now, Rations.NONE, "");
    rationing.count(bytes);
    rationing.look();
    Spending spending = rationing.spending(false);
    assertThat(spending.day()).isEqualTo(new Forecast(bytes, dayAtEnd));
    assertThat(spending.month()).isEqualTo(new Forecast(bytes, monthAtEnd));
    assertThat(spending.level()).isEqualTo(Level.FULL);
    assertThat(spending.monthCost()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // at noon half of 950,000 may be gone
    "475000, FULL",
    "475001, THIN",
    "546250, THIN",
    "546251, STATISTICS",
    "949999, STATISTICS",
    "950000, ALERTS_ONLY",
    "5000000, ALERTS_ONLY",
  })
  void theLevelFollowsFromTheForecastOfTheDay(long bytes, Level level) {
    Rationing rationing = at("2026-05-01T12:00:00Z", A_MEGABYTE_A_DAY, "");
    rationing.count(bytes);
    rationing.look();
    assertThat(rationing.level()).isEqualTo(level);
  }

  @Test
  void theMonthCountsLikeTheDay() {
    Rationing rationing =
        at("2026-05-16T12:00:00Z", rations(1_000_000, 10_000_000), "2026-05-01:4750001");
    assertThat(rationing.level()).isEqualTo(Level.THIN);
    rationing.count(10_000_000);
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.ALERTS_ONLY);
    time.set(Instant.parse("2026-06-01T00:00:00Z"));
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.FULL);
  }

  @Test
  void goesBackOnlyWellBelowTheBudget() {
    Rationing rationing = at("2026-05-01T12:00:00Z", A_MEGABYTE_A_DAY, "2026-05-01:480000");
    assertThat(rationing.level()).isEqualTo(Level.THIN);
    time.pass(Duration.ofHours(1)); // 886,153 at its end
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.THIN);
    time.pass(Duration.ofMinutes(30)); // 853,333
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.FULL);
  }

  @Test
  void comesBackFromStatisticsStepByStep() {
    Rationing rationing = at("2026-05-01T12:00:00Z", A_MEGABYTE_A_DAY, "2026-05-01:560000");
    assertThat(rationing.level()).isEqualTo(Level.STATISTICS);
    time.set(Instant.parse("2026-05-01T14:08:00Z"));
    rationing.look();
    assertThat(rationing.level()).as("1.001 of it").isEqualTo(Level.STATISTICS);
    time.set(Instant.parse("2026-05-01T14:10:00Z"));
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.THIN);
    time.set(Instant.parse("2026-05-01T15:44:00Z"));
    rationing.look();
    assertThat(rationing.level()).as("0.899 of it").isEqualTo(Level.FULL);
  }

  @Test
  void aSpentDayEndsAtMidnight() {
    Rationing rationing = at("2026-05-01T23:58:30Z", A_MEGABYTE_A_DAY, "2026-05-01:950000");
    assertThat(rationing.level()).isEqualTo(Level.ALERTS_ONLY);
    assertThat(rationing.nanosToNext(Long.MAX_VALUE)).isEqualTo(30_000_000_000L);
    time.pass(Duration.ofSeconds(89));
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.ALERTS_ONLY);
    time.pass(Duration.ofSeconds(1));
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.FULL);
  }

  @Test
  void aRestartDoesNotForget() {
    Rationing rationing = at("2026-05-01T12:00:00Z", A_MEGABYTE_A_DAY, "");
    rationing.count(600_000);
    rationing.look();
    Rationing next = new Rationing(A_MEGABYTE_A_DAY, rationing.spending(false).memory(), time);
    assertThat(next.level()).isEqualTo(Level.STATISTICS);
    assertThat(next.spending(false).day().bytes()).isEqualTo(600_000);
    assertThat(next.spending(false).monthCost().orElseThrow()).isCloseTo(2.7, within(1e-9));
  }

  @Test
  void aClockThatIsSetDoesNotFreeASpentDay() {
    Rationing rationing = at("2026-05-01T12:00:00Z", A_MEGABYTE_A_DAY, "2026-05-01:950000");
    time.set(Instant.parse("2026-05-01T02:00:00Z"));
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.ALERTS_ONLY);
    time.set(Instant.parse("2045-05-01T12:00:00Z"));
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.FULL);
    time.set(Instant.parse("2026-05-01T12:00:01Z"));
    rationing.look();
    assertThat(rationing.level()).isEqualTo(Level.ALERTS_ONLY);
  }

  @Test
  void aDayWithAHungryShipStaysWithinItsBudget() {
    Rationing rationing = at("2026-05-01T00:00:00Z", A_MEGABYTE_A_DAY, "");
    Set<Level> seen = EnumSet.noneOf(Level.class);
    int changes = 0;
    Level before = Level.FULL;
    for (int second = 0; second < 86_400; second++) {
      time.pass(Duration.ofSeconds(1));
      rationing.count(
          switch (rationing.level()) {
            case FULL -> 60; // five times what there may be
            case THIN -> 14; // still more than there may be
            case STATISTICS -> 2;
            case ALERTS_ONLY -> 0;
          });
      rationing.look();
      changes += rationing.level() == before ? 0 : 1;
      before = rationing.level();
      seen.add(before);
      if (second == 86_398) {
        assertThat(rationing.spending(false).day().bytes()).isBetween(800_000L, 950_100L);
      }
    }
    assertThat(seen).contains(Level.FULL, Level.THIN, Level.STATISTICS);
    assertThat(changes).isBetween(4, 100);
  }
}
