package org.plimsoll.shore.api;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.shore.ingest.IngestCounts;
import org.plimsoll.shore.ingest.StoreState;
import org.plimsoll.shore.port.api.PortOffice;
import org.plimsoll.shore.port.status.StatusPush;
import org.plimsoll.web.signalk.SignalKApi;

/** The station's numbers for Prometheus. No number is per channel or per vessel. Any thread. */
public final class ShoreMetrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final List<LongSupplier> suppliers = new ArrayList<>();

  public ShoreMetrics(
      IngestCounts counts,
      Fleet fleet,
      SignalKApi signalK,
      PortOffice port,
      Supplier<Health> health) {
    counter("blocks", "blocks that arrived", counts.blocks);
    counter("blocks.stored", "blocks stored and receipted", counts.blocksStored);
    counter("blocks.put.back", "blocks let go for want of a table", counts.blocksPutBack);
    counter("readings.written", "readings written", counts.readingsWritten);
    counter("readings.repeated", "readings written before", counts.duplicateReadings);
    counter("readings.gap", "readings that ships recorded as lost", counts.gapReadings);
    counter("points.refused", "readings that the store refused", counts.pointsRefused);
    counter("dead.letters", "blocks refused", counts.deadLetters);
    counter("dead.letters.not.kept", "refused without room to keep", counts.deadLettersNotKept);
    counter("messages.refused", "other messages refused", counts.messagesRefused);
    counter("store.failures", "attempts to write that failed", counts.storeFailures);
    counter("receipts", "receipts published", counts.receipts);
    counter("requests", "requests for missing rows", counts.requests);
    counter("broker.outages", "connections lost", counts.brokerOutages);
    gauge("vessels", "vessels ever heard", () -> fleet.vessels().size());
    gauge(
        "vessels.online",
        "vessels online",
        () -> fleet.vessels().stream().filter(Vessel::isOnline).count());
    gauge("broker.up", "1 while connected to the broker", () -> health.get().broker() ? 1 : 0);
    gauge(
        "store.up",
        "1 while the store takes readings",
        () -> health.get().store() == StoreState.UP ? 1 : 0);
    gauge("signalk.clients", "clients of the Signal K stream", signalK::clients);
    counter("signalk.skipped", "deltas that slow clients did not get", signalK::skipped);
    counter("signalk.refused", "messages of clients that made no sense", signalK::refused);
    port(port);
  }

  private void port(PortOffice port) {
    counter("port.records", "records kept in the port's book", port.counts().kept);
    counter("port.repeated", "records that were kept before", port.counts().repeated);
    counter("port.conflicts", "records refused for what is there", port.counts().conflicts);
    counter("port.refused", "records refused for what they say", port.counts().refused);
    counter("port.denied", "requests without a right", port.counts().denied);
    counter("port.busy", "questions that found no room", port.book()::refused);
    counter("port.failures", "questions that the file could not answer", port.book()::failures);
    counter("port.crossings", "arrivals and departures seen", port.watch()::crossings);
    counter("port.uncalled", "of these, without a call", port.watch()::withoutCall);
    counter("port.positions.ignored", "positions too old or ahead", port.watch()::ignored);
    counter("port.webhook.entries", "entries that webhooks took", port.hooks()::delivered);
    counter("port.webhook.failures", "deliveries that were not taken", port.hooks()::failures);
    counter("port.status.pushed", "vessel statuses taken", () -> port.statuses(StatusPush::pushed));
    counter("port.status.refused", "not wanted there", () -> port.statuses(StatusPush::refused));
    counter(
        "port.status.failures", "attempts that failed", () -> port.statuses(StatusPush::failures));
    gauge("port.subscriptions", "subscriptions that are told", port.hooks()::subscriptions);
    gauge("port.entries", "entries of the port's book", port.book()::entries);
    gauge("port.up", "1 while the port's book can be used", () -> port.book().isUp() ? 1 : 0);
  }

  private void counter(String name, String description, LongAdder count) {
    FunctionCounter.builder("plimsoll.shore." + name, count, LongAdder::doubleValue)
        .description(description)
        .register(registry);
  }

  /** The registry holds its meters' objects weakly, so the supplier is held by a field. */
  private void counter(String name, String description, LongSupplier count) {
    suppliers.add(count);
    FunctionCounter.builder("plimsoll.shore." + name, count, LongSupplier::getAsLong)
        .description(description)
        .register(registry);
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder("plimsoll.shore." + name, value).description(description).register(registry);
  }

  String scrape() {
    return registry.scrape();
  }
}
