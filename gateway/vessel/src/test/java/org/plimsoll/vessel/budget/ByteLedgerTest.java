package org.plimsoll.vessel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLedgerTest {

  private final ByteLedger ledger = new ByteLedger();

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T23:59:59.999Z, 2026-05-02T00:00:00Z, 0, 7",
    "2026-05-31T23:59:59Z,     2026-06-01T00:00:00Z, 0, 0",
    "2026-12-31T23:59:59Z,     2027-01-01T00:00:00Z, 0, 0",
    "2028-02-28T12:00:00Z,     2028-02-29T12:00:00Z, 0, 7",
    "2028-02-29T12:00:00Z,     2028-03-01T00:00:00Z, 0, 0",
    "2027-02-28T12:00:00Z,     2027-03-01T00:00:00Z, 0, 0",
    "2026-05-01T00:00:00Z,     2026-05-01T23:59:59Z, 7, 7",
    "2026-05-01T12:00:00Z,     2027-05-01T12:00:00Z, 0, 0",
  })
  void daysAndMonthsBeginAnew(Instant spent, Instant now, long ofDay, long ofMonth) {
    ledger.add(spent, 7);
    assertThat(ledger.dayBytes(now)).isEqualTo(ofDay);
    assertThat(ledger.monthBytes(now)).isEqualTo(ofMonth);
  }

  @Test
  void aClockThatGoesBackFindsItsDayAgain() {
    ledger.add(at("2026-05-01T12:00:00Z"), 100);
    ledger.add(at("2045-12-12T12:00:00Z"), 5);
    assertThat(ledger.monthBytes(at("2045-12-12T12:00:00Z"))).isEqualTo(5);
    ledger.add(at("2026-05-01T12:00:01Z"), 1);
    assertThat(ledger.dayBytes(at("2026-05-01T13:00:00Z"))).isEqualTo(101);
    ledger.add(at("2026-04-30T23:00:00Z"), 2);
    assertThat(ledger.monthBytes(at("2026-05-01T13:00:00Z"))).isEqualTo(101);
  }

  @Test
  void aRestartGoesOn() {
    ledger.add(at("2026-05-01T12:00:00Z"), 100);
    ledger.add(at("2026-05-02T12:00:00Z"), 20);
    ByteLedger next = new ByteLedger();
    assertThat(next.restore(ledger.memory())).isTrue();
    assertThat(next.dayBytes(at("2026-05-02T23:00:00Z"))).isEqualTo(20);
    assertThat(next.monthBytes(at("2026-05-02T23:00:00Z"))).isEqualTo(120);
    assertThat(next.memory()).isEqualTo("2026-05-01:100,2026-05-02:20");
  }

  @Test
  void keepsTheWholeMonthAndNotMuchMore() {
    Instant begin = at("2026-01-01T12:00:00Z");
    for (int day = 0; day < 365; day++) {
      ledger.add(begin.plus(Duration.ofDays(day)), 10);
    }
    assertThat(ledger.monthBytes(at("2026-12-31T12:00:00Z"))).isEqualTo(310);
    assertThat(ledger.memory().split(",")).hasSize(ByteLedger.MAX_DAYS);
    for (int jump = 0; jump < 100; jump++) {
      ledger.add(begin.plus(Duration.ofDays(1000L * jump)), 1);
      ledger.add(at("2026-12-31T12:00:00Z"), 1);
    }
    assertThat(ledger.monthBytes(at("2026-12-31T12:00:00Z"))).isEqualTo(410);
    assertThat(ledger.restore(ledger.memory())).as("what it says, it can read").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        ":",
        "2026-05-01",
        "2026-05-01:",
        "2026-05-01:-3",
        "2026-13-01:3",
        "2026-05-01:3,",
        "2026-05-01:99999999999999999999"
      })
  void whatCannotBeReadCountsFromNothing(String memory) {
    ledger.add(at("2026-05-01T12:00:00Z"), 9);
    assertThat(ledger.restore(memory)).isFalse();
    assertThat(ledger.memory()).isEmpty();
  }
}
