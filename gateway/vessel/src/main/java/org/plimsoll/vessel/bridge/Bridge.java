package org.plimsoll.vessel.bridge;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vessel.alert.Acknowledgement;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.pipeline.PipelineQueue;
import org.plimsoll.vessel.pipeline.Snapshot;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.web.EventStream;
import org.plimsoll.web.HttpEdge;
import org.plimsoll.web.Page;
import org.plimsoll.web.Pages;
import org.plimsoll.web.Problems;

/**
 * The bridge panel over HTTP. Created, started and closed by the composition root; {@link #show} is
 * called by the pipeline thread, everything else runs on one event loop.
 */
public final class Bridge implements AutoCloseable {

  /** Longest name of who acknowledges, in characters. */
  static final int MAX_NAME = 64;

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
  private final PipelineQueue acknowledgements;
  private final RecordsApi records;
  private final Metrics metrics;
  private final BridgeSocket socket;

  public Bridge(
      BridgeConfig config,
      ShipLabel ship,
      List<LineConfig> lines,
      PipelineQueue acknowledgements,
      RecordBook records,
      RandomGenerator random) {
    this.ship = ship;
    this.acknowledgements = acknowledgements;
    this.records = new RecordsApi(acknowledgements, records);
    this.metrics = new Metrics(latest, lines);
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
    router.post("/api/v1/alerts/:id/acknowledge").handler(this::acknowledge);
    records.mount(router);
    stream.mount(router);
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

  private void acknowledge(RoutingContext context) {
    Request request;
    try {
      request = Request.of(context);
    } catch (BadRequest e) {
      Problems.reply(context, 400, "Bad acknowledgement", e.getMessage());
      return;
    }
    acknowledgements
        .acknowledge(request.id(), request.instance(), request.by())
        .thenAccept(
            outcome ->
                context.vertx().getOrCreateContext().runOnContext(now -> answer(context, outcome)));
  }

  private static void answer(RoutingContext context, Acknowledgement outcome) {
    if (outcome instanceof Acknowledgement.Done done) {
      reply(context, 200, StateJson.alert(done.alert()).toBuffer());
    } else if (outcome instanceof Acknowledgement.Refused refused) {
      Problems.reply(context, 409, "Not acknowledged", refused.reason());
    } else {
      Problems.reply(context, 404, "No such alert", "no alert with this number is active");
    }
  }

  /** Replaces what screens show; called by the pipeline thread. */
  public void show(Snapshot snapshot) {
    latest.set(snapshot);
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

  private record Request(int id, OptionalInt instance, String by) {

    static Request of(RoutingContext context) {
      int id = number("the alert's number", context.pathParam("id"));
      if (!(parsed(context.body().asString()) instanceof JsonObject body)) {
        throw new BadRequest("a body such as {\"by\":\"2/E\"} is needed");
      }
      if (!(body.getValue("by") instanceof String name)
          || name.isBlank()
          || name.length() > MAX_NAME) {
        throw new BadRequest("'by' must be a name of 1 to " + MAX_NAME + " characters");
      }
      Object instance = body.getValue("instance");
      return new Request(
          id,
          instance == null
              ? OptionalInt.empty()
              : OptionalInt.of(number("'instance'", instance.toString())),
          name.strip().replaceAll("\\p{Cntrl}", "?"));
    }

    private static @Nullable Object parsed(@Nullable String body) {
      try {
        return body == null ? null : Json.decodeValue(body);
      } catch (DecodeException e) {
        throw new BadRequest("the body is no JSON");
      }
    }

    private static int number(String what, String text) {
      if (!text.matches("[1-9]\\d{0,6}")) {
        throw new BadRequest(what + " must be 1 to 9999999");
      }
      return Integer.parseInt(text);
    }
  }

  /** What a client sent cannot be understood; never leaves this class. */
  private static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }
}
