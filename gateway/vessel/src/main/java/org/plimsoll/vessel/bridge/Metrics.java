package org.plimsoll.vessel.bridge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.line.LineState;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vessel.nmea.NmeaOutput;
import org.plimsoll.vessel.pipeline.NavalTiming;
import org.plimsoll.vessel.pipeline.NavalTiming.Spread;
import org.plimsoll.vessel.pipeline.Snapshot;
import org.plimsoll.vessel.uplink.LinkStatus;
import org.plimsoll.web.signalk.SignalKApi;

/**
 * The snapshot as Prometheus metrics; the module's README lists them. Tags are lines, priorities
 * and checks only, never channels, so their number is bounded by the configuration. Read at scrape
 * time by the HTTP loop.
 */
final class Metrics {

  private static final double NANOS = 1e9;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicReference<@Nullable Snapshot> latest;

  Metrics(
      AtomicReference<@Nullable Snapshot> latest,
      Iterable<LineConfig> lines,
      SignalKApi signalK,
      NmeaOutput nmea) {
    this.latest = latest;
    counter("plimsoll.readings.offered", snapshot -> snapshot.counts().offered());
    counter("plimsoll.readings.given", snapshot -> snapshot.counts().given());
    counter("plimsoll.readings.dropped", snapshot -> snapshot.counts().dropped());
    counter("plimsoll.readings.thinned", snapshot -> snapshot.counts().thinned());
    counter("plimsoll.readings.gated", snapshot -> snapshot.counts().gated());
    counter("plimsoll.outbox.accepted", snapshot -> snapshot.outbox().accepted());
    counter("plimsoll.outbox.acknowledged", snapshot -> snapshot.outbox().acknowledged());
    counter("plimsoll.outbox.gap.recorded", snapshot -> snapshot.outbox().gapRecorded());
    counter("plimsoll.outbox.quarantined", snapshot -> snapshot.outbox().quarantined());
    counter("plimsoll.link.bytes", snapshot -> snapshot.link().bytesSent());
    counter("plimsoll.link.blocks", snapshot -> snapshot.link().blocksSent());
    counter("plimsoll.link.outages", snapshot -> snapshot.link().outages());
    counter("plimsoll.alerts.raised", snapshot -> snapshot.counts().alertsRaised());
    gauge("plimsoll.outbox.pending", snapshot -> snapshot.outbox().pending());
    gauge("plimsoll.outbox.pending.bytes", snapshot -> snapshot.outbox().pendingBytes());
    gauge("plimsoll.link.up", snapshot -> snapshot.link().state() == LinkStatus.State.UP ? 1 : 0);
    gauge("plimsoll.link.level", snapshot -> snapshot.link().spending().level().ordinal());
    gauge("plimsoll.link.day.bytes", snapshot -> snapshot.link().spending().day().bytes());
    gauge(
        "plimsoll.link.day.forecast.bytes",
        snapshot -> snapshot.link().spending().day().bytesAtEnd());
    gauge("plimsoll.link.month.bytes", snapshot -> snapshot.link().spending().month().bytes());
    gauge(
        "plimsoll.link.month.forecast.bytes",
        snapshot -> snapshot.link().spending().month().bytesAtEnd());
    gauge("plimsoll.link.month.cost", snapshot -> snapshot.link().spending().monthCost().orElse(0));
    gauge("plimsoll.up.seconds", snapshot -> snapshot.state().moment().upNanos() / NANOS);
    naval("first-minute", NavalTiming::firstMinute);
    naval("after", NavalTiming::after);
    for (AlertPriority priority : AlertPriority.values()) {
      Gauge.builder("plimsoll.alerts", latest, now -> alerts(now.get(), priority))
          .tags("priority", priority.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    lines.forEach(line -> line(line.id()));
    displays(signalK, nmea);
  }

  private void displays(SignalKApi signalK, NmeaOutput nmea) {
    Gauge.builder("plimsoll.signalk.clients", signalK, SignalKApi::clients).register(registry);
    FunctionCounter.builder("plimsoll.signalk.skipped", signalK, SignalKApi::skipped)
        .register(registry);
    FunctionCounter.builder("plimsoll.signalk.refused", signalK, SignalKApi::refused)
        .register(registry);
    Gauge.builder("plimsoll.nmea.clients", nmea, NmeaOutput::clients).register(registry);
    FunctionCounter.builder("plimsoll.nmea.sentences", nmea, NmeaOutput::sentences)
        .register(registry);
    FunctionCounter.builder("plimsoll.nmea.missed", nmea, NmeaOutput::missed).register(registry);
    FunctionCounter.builder("plimsoll.nmea.refused", nmea, NmeaOutput::refused).register(registry);
  }

  private static double alerts(@Nullable Snapshot snapshot, AlertPriority priority) {
    return snapshot == null
        ? 0
        : snapshot.alerts().stream().filter(alert -> alert.priority() == priority).count();
  }

  /** How long the naval computation of a second takes. */
  private void naval(String span, Function<NavalTiming, Spread> spread) {
    naval("plimsoll.naval.computations", Tags.of("span", span), spread, Spread::computations);
    Map<String, ToDoubleFunction<Spread>> quantiles =
        Map.of("0.5", Spread::medianSeconds, "0.99", Spread::p99Seconds, "1", Spread::maxSeconds);
    quantiles.forEach(
        (quantile, seconds) ->
            naval(
                "plimsoll.naval.seconds",
                Tags.of("span", span, "quantile", quantile),
                spread,
                seconds));
  }

  private void naval(
      String name,
      Tags tags,
      Function<NavalTiming, Spread> spread,
      ToDoubleFunction<Spread> figure) {
    Gauge.builder(
            name,
            latest,
            now ->
                of(
                    now.get(),
                    snapshot -> figure.applyAsDouble(spread.apply(snapshot.counts().naval()))))
        .tags(tags)
        .register(registry);
  }

  private void line(String id) {
    lineCounter(id, "plimsoll.line.bytes", line -> line.counts().bytes());
    lineCounter(id, "plimsoll.line.frames", line -> line.counts().frames());
    lineCounter(id, "plimsoll.line.decoded", line -> line.counts().decoded());
    lineCounter(id, "plimsoll.line.unsupported", line -> line.counts().unsupported());
    lineCounter(id, "plimsoll.line.malformed", line -> line.counts().malformed());
    lineCounter(id, "plimsoll.line.overlength", line -> line.counts().overlength());
    lineCounter(id, "plimsoll.line.dropped", line -> line.counts().dropped());
    lineCounter(id, "plimsoll.line.reopened", line -> line.counts().reopened());
    Gauge.builder(
            "plimsoll.line.green",
            latest,
            now -> find(now.get(), id).map(Metrics::isGreen).orElse(0.0))
        .tags(Tags.of("line", id))
        .register(registry);
  }

  private static double isGreen(LineStatus line) {
    return line.state() == LineState.GREEN ? 1 : 0;
  }

  private static Optional<LineStatus> find(@Nullable Snapshot snapshot, String id) {
    return snapshot == null
        ? Optional.empty()
        : snapshot.state().lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }

  private void lineCounter(String id, String name, ToDoubleFunction<LineStatus> value) {
    FunctionCounter.builder(
            name, latest, now -> find(now.get(), id).map(value::applyAsDouble).orElse(0.0))
        .tags(Tags.of("line", id))
        .register(registry);
  }

  private void counter(String name, ToDoubleFunction<Snapshot> value) {
    FunctionCounter.builder(name, latest, now -> of(now.get(), value)).register(registry);
  }

  private void gauge(String name, ToDoubleFunction<Snapshot> value) {
    Gauge.builder(name, latest, now -> of(now.get(), value)).register(registry);
  }

  private static double of(@Nullable Snapshot snapshot, ToDoubleFunction<Snapshot> value) {
    return snapshot == null ? 0 : value.applyAsDouble(snapshot);
  }

  String scrape() {
    return registry.scrape();
  }
}
