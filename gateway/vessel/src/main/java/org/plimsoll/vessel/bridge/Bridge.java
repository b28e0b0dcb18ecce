package org.plimsoll.vessel.bridge;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vessel.history.StoredHistory;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.nmea.NmeaOutput;
import org.plimsoll.vessel.pipeline.PipelineQueue;
import org.plimsoll.vessel.pipeline.Snapshot;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.vessel.record.ShipKey;
import org.plimsoll.vessel.survey.ShipSurvey;
import org.plimsoll.web.EventStream;
import org.plimsoll.web.HttpEdge;
import org.plimsoll.web.Page;
import org.plimsoll.web.Pages;
import org.plimsoll.web.Problems;
import org.plimsoll.web.signalk.SignalKApi;

/**
 * The bridge panel over HTTP. Created, started and closed by the composition root; {@link #show} is
 * called by the pipeline thread, everything else runs on one event loop.
 */
public final class Bridge implements AutoCloseable {

  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1)
              .setFileSystemOptions(
                  new FileSystemOptions()
                      .setFileCachingEnabled(false)
                      .setClassPathResolvingEnabled(false)));
  private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();
  private final EventStream stream = new EventStream("/api/v1/stream", "state");
  private final ShipLabel ship;
  private final AlertsApi alerts;
  private final RecordsApi records;
  private final HistoryApi history;
  private final SignalKApi signalK;
  private final SurveyApi surveys;
  private final Metrics metrics;
  private final BridgeSocket socket;

  public Bridge(
      BridgeConfig config,
      ShipLabel ship,
      List<LineConfig> lines,
      PipelineQueue pipeline,
      RecordBook records,
      Optional<ShipKey> key,
      StoredHistory history,
      NmeaOutput nmea,
      ShipSurvey survey,
      RandomGenerator random) {
    this.ship = ship;
    this.alerts = new AlertsApi(pipeline);
    this.records = new RecordsApi(pipeline, records, key);
    this.history = new HistoryApi(history, this::time);
    this.signalK = new SignalKApi(vertx, new ShipInSignalK(ship, latest));
    this.metrics = new Metrics(latest, lines, signalK, nmea);
    this.surveys = new SurveyApi(survey, this::time);
    this.socket =
        new BridgeSocket(
            config, new HttpEdge(vertx, config.host(), config.tcpPort(), router()), random);
  }

  private Router router() {
    Router router = HttpEdge.router(vertx);
    json(router, "/api/v1/state", snapshot -> StateJson.state(snapshot, ship).toBuffer());
    json(router, "/api/v1/lines", snapshot -> StateJson.lines(snapshot).toBuffer());
    json(router, "/api/v1/outbox", snapshot -> StateJson.outbox(snapshot).toBuffer());
    json(router, "/api/v1/alerts", Bridge::alerts);
    alerts.mount(router);
    records.mount(router);
    history.mount(router);
    surveys.mount(router);
    stream.mount(router);
    signalK.mount(router);
    router
        .get("/metrics")
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, PROMETHEUS)
                    .end(metrics.scrape()));
    router.get("/health").handler(this::health);
    Pages.mount(router, Page.BRIDGE);
    return router;
  }

  private void json(Router router, String path, Function<Snapshot, Buffer> body) {
    router
        .get(path)
        .handler(
            context -> {
              Snapshot snapshot = latest.get();
              if (snapshot == null) {
                Problems.reply(context, 503, "Starting", "nothing is known yet; try in a second");
                return;
              }
              reply(context, 200, body.apply(snapshot));
            });
  }

  private static Buffer alerts(Snapshot snapshot) {
    return new JsonObject()
        .put("active", StateJson.alerts(snapshot.alerts()))
        .put("history", StateJson.alerts(snapshot.history()))
        .toBuffer();
  }

  static void reply(RoutingContext context, int status, Buffer body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }

  /** Well while the pipeline lives and readings are accepted. */
  private void health(RoutingContext context) {
    Snapshot snapshot = latest.get();
    String fault = snapshot == null ? "starting" : snapshot.counts().outboxFailure();
    JsonObject body =
        new JsonObject()
            .put("status", fault.isEmpty() ? "UP" : "DOWN")
            .put("detail", fault.isEmpty() ? null : fault);
    reply(context, fault.isEmpty() ? 200 : 503, body.toBuffer());
  }

  /** The gateway's time of the latest second. */
  private Optional<Instant> time() {
    return Optional.ofNullable(latest.get()).map(snapshot -> snapshot.state().moment().time());
  }

  /** Replaces what screens show; called by the pipeline thread. */
  public void show(Snapshot snapshot) {
    latest.set(snapshot);
    signalK.refresh();
    if (stream.clients() > 0) {
      stream.publish(StateJson.state(snapshot, ship).encode());
    }
  }

  /** Opens the socket; a port that is taken is said in the log and tried again. */
  public void start() {
    socket.open();
  }

  /** Where a browser on this machine finds the panel; after {@link #start}. */
  public URI address() {
    return socket.address();
  }

  /** The latest snapshot; null before the first second. */
  public @Nullable Snapshot latest() {
    return latest.get();
  }

  @Override
  public void close() {
    stream.close();
    socket.close();
    vertx.close();
  }
}
