package org.plimsoll.vessel.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.plimsoll.vessel.budget.Budget;
import org.plimsoll.vessel.budget.Forecast;
import org.plimsoll.vessel.budget.Level;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.clock.ClockState;
import org.plimsoll.vessel.state.Moment;
import org.plimsoll.vessel.uplink.LinkStatus;

class LinkJsonTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private static JsonObject json(Spending spending) {
    LinkStatus link =
        new LinkStatus(
            LinkStatus.State.DOWN,
            NOW.minusSeconds(90),
            "waiting for the window at 18:00 UTC",
            1000,
            10,
            0,
            Optional.of(NOW.minusSeconds(5)),
            2,
            0,
            0,
            0,
            spending);
    return LinkJson.of(link, new Moment(NOW, 1, 0, 0, ClockState.SYSTEM));
  }

  @Test
  void saysWhatTheLinkCarriesAndCosts() {
    JsonObject link =
        json(
            new Spending(
                Level.ALERTS_ONLY,
                new Forecast(4_800_000, 4_900_000),
                new Forecast(40_000_000, 80_000_000),
                new Budget(
                    OptionalLong.of(5_000_000),
                    OptionalLong.of(100_000_000),
                    Optional.of(new Budget.Tariff(4.5, "USD"))),
                true,
                Optional.of(Instant.parse("2026-05-01T18:00:00Z")),
                ""));
    assertThat(link.getString("detail")).isEqualTo("waiting for the window at 18:00 UTC");
    assertThat(link.getDouble("lastReceiptSeconds")).isEqualTo(5);
    assertThat(link.getJsonObject("budget"))
        .isEqualTo(
            new JsonObject(
                """
                {"level":"ALERTS_ONLY","bytesToday":4800000,"bytesTodayAtEnd":4900000,
                 "dayLimitBytes":5000000,"bytesThisMonth":40000000,
                 "bytesThisMonthAtEnd":80000000,"monthLimitBytes":100000000,
                 "costThisMonth":180.0,"costThisMonthAtEnd":360.0,"currency":"USD",
                 "resting":true,"nextWindow":"2026-05-01T18:00:00Z"}
                """));
  }

  @Test
  void whatIsNotConfiguredIsNull() {
    JsonObject budget = json(Spending.NOTHING).getJsonObject("budget");
    assertThat(budget.getString("level")).isEqualTo("FULL");
    for (String key :
        new String[] {
          "dayLimitBytes",
          "monthLimitBytes",
          "costThisMonth",
          "costThisMonthAtEnd",
          "currency",
          "nextWindow"
        }) {
      assertThat(budget.containsKey(key)).isTrue();
      assertThat(budget.getValue(key)).as(key).isNull();
    }
  }
}
