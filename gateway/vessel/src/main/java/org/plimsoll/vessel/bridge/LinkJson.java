package org.plimsoll.vessel.bridge;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vessel.budget.Budget;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.state.Moment;
import org.plimsoll.vessel.uplink.LinkStatus;

/** The link ashore as the panel shows it. Stateless. */
final class LinkJson {

  private LinkJson() {}

  static JsonObject of(LinkStatus link, Moment moment) {
    return new JsonObject()
        .put("state", link.state().name())
        .put("since", link.since().toString())
        .put("detail", link.detail())
        .put("bytesSent", link.bytesSent())
        .put("blocksInFlight", link.blocksInFlight())
        .put("lastReceiptSeconds", StateJson.since(link.lastReceipt(), moment))
        .put("outages", link.outages())
        .put("budget", budget(link.spending()));
  }

  private static JsonObject budget(Spending spending) {
    Budget budget = spending.budget();
    return new JsonObject()
        .put("level", spending.level().name())
        .put("bytesToday", spending.day().bytes())
        .put("bytesTodayAtEnd", spending.day().bytesAtEnd())
        .put("dayLimitBytes", orNull(budget.dayBytes()))
        .put("bytesThisMonth", spending.month().bytes())
        .put("bytesThisMonthAtEnd", spending.month().bytesAtEnd())
        .put("monthLimitBytes", orNull(budget.monthBytes()))
        .put("costThisMonth", orNull(spending.monthCost()))
        .put("costThisMonthAtEnd", orNull(spending.monthCostAtEnd()))
        .put("currency", budget.tariff().map(Budget.Tariff::currency).orElse(null))
        .put("resting", spending.resting())
        .put("nextWindow", spending.nextWindow().map(Instant::toString).orElse(null));
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
