package org.plimsoll.vessel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.budget.Budget;
import org.plimsoll.vessel.budget.Forecast;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.budget.Spending;

/** What the link carries and costs, as channels and in the memory of the outbox. */
class LinkSpendingTest {

  private final ShipUnderTest ship = new ShipUnderTest();

  private static Spending spending(boolean resting) {
    return spending(Level.THIN, resting);
  }

  private static Spending spending(Level level, boolean resting) {
    return new Spending(
        level,
        new Forecast(1_500_000, 6_000_000),
        new Forecast(40_000_000, 80_000_000),
        new Budget(
            OptionalLong.of(5_000_000),
            OptionalLong.empty(),
            Optional.of(new Budget.Tariff(4.5, "USD"))),
        resting,
        Optional.of(Instant.parse("2026-03-01T12:00:00Z")),
        "2026-03-01:1500000");
  }

  @Test
  void isRecordedEveryTenSecondsAndRemembered() {
    ship.spending = spending(true);
    ship.run(100);
    assertThat(values("gateway.link.bytesToday")).hasSizeBetween(9, 11).containsOnly(1_500_000L);
    assertThat(values("gateway.link.bytesThisMonth")).containsOnly(40_000_000L);
    assertThat(values("gateway.link.level")).containsOnly((long) Level.THIN.ordinal());
    assertThat(values("gateway.link.resting")).containsOnly(1L);
    assertThat(values("gateway.link.costThisMonth")).as("cents").containsOnly(18_000L);
    assertThat(ship.outbox.memory()).containsEntry(Spending.MEMORY, "2026-03-01:1500000");
  }

  @Test
  void aRestartKeepsTheCountBeforeTheFirstNews() {
    ship.spending = spending(false);
    ship.run(30);
    ShipUnderTest again = new ShipUnderTest(ship.outbox, ship.osTime);
    again.run(3);
    assertThat(again.outbox.memory()).containsEntry(Spending.MEMORY, "2026-03-01:1500000");
  }

  @Test
  void whatIsNotConfiguredHasNoChannel() {
    ship.run(30);
    assertThat(values("gateway.link.bytesToday")).isNotEmpty().containsOnly(0L);
    assertThat(values("gateway.link.level")).isEmpty();
    assertThat(values("gateway.link.resting")).isEmpty();
    assertThat(values("gateway.link.costThisMonth")).isEmpty();
  }

  @Test
  void aLinkThatRestsIsNoOutage() {
    ship.outbox.oldestPending = Optional.of(ShipUnderTest.START);
    ship.spending = spending(true);
    ship.run(400);
    assertThat(alerts(10601)).isZero();
    ship.spending = spending(false);
    ship.run(15);
    assertThat(alerts(10601)).isOne();
  }

  @Test
  void aBudgetThatKeepsReadingsAboardIsSaid() {
    ship.spending = spending(Level.THIN, false);
    ship.run(30);
    assertThat(alerts(10603)).isZero();
    ship.spending = spending(Level.STATISTICS, false);
    ship.run(30);
    assertThat(alerts(10603)).isOne();
    ship.spending = spending(Level.ALERTS_ONLY, false);
    ship.run(30);
    assertThat(ship.ashore)
        .filteredOn(alert -> alert.id() == 10603 && alert.state() != AlertState.NORMAL)
        .last()
        .satisfies(alert -> assertThat(alert.text()).contains("nothing but alerts"));
    ship.spending = spending(Level.FULL, false);
    ship.run(60);
    assertThat(ship.ashore)
        .last()
        .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.NORMAL));
  }

  private long alerts(int id) {
    return ship.ashore.stream().filter(alert -> alert.id() == id).count();
  }

  private List<Long> values(String path) {
    return ship.outbox.samples(path).stream()
        .map(Sample::value)
        .map(OptionalLong::orElseThrow)
        .toList();
  }
}
