package org.plimsoll.shore.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.shore.store.History;
import org.plimsoll.shore.store.HistoryQuery;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.StoreUnavailable;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.EventStream;
import org.plimsoll.web.HistoryParameters;
import org.plimsoll.web.Problems;
import org.plimsoll.web.signalk.SignalKApi;

/**
 * The routes of {@code openapi.yaml}. Handlers run on event loops; questions to the store on
 * workers.
 */
public final class ShoreApi implements AutoCloseable {

  /** How often the stream of vessels is refreshed. */
  static final long REFRESH_MILLIS = 1_000;

  private static final String OPENAPI = "openapi.yaml";

  private final Vertx vertx;
  private final Fleet fleet;
  private final Store store;
  private final Supplier<Health> health;
  private final ShoreMetrics metrics;
  private final SignalKApi signalK;
  private final InstantSource clock;
  private final EventStream vessels = new EventStream("/api/v1/stream", "vessels");
  private final String openApi = openApi();

  /** Not mounted yet. */
  public ShoreApi(
      Vertx vertx,
      Fleet fleet,
      Store store,
      Supplier<Health> health,
      ShoreMetrics metrics,
      SignalKApi signalK,
      InstantSource clock) {
    this.vertx = vertx;
    this.fleet = fleet;
    this.store = store;
    this.health = health;
    this.metrics = metrics;
    this.signalK = signalK;
    this.clock = clock;
  }

  /** The fleet as Signal K; {@code self} is this vessel, or the only one there is. */
  public static SignalKApi signalK(
      Vertx vertx, Fleet fleet, Optional<VesselId> self, InstantSource clock) {
    return new SignalKApi(vertx, new FleetInSignalK(fleet, self, clock));
  }

  /** Adds the routes and starts the streams. */
  public void mount(Router router) {
    router
        .get("/api/v1/vessels")
        .handler(context -> json(context, FleetJson.vessels(fleet.vessels(), clock.millis())));
    router
        .get("/api/v1/vessels/:id")
        .handler(
            context ->
                vessel(context)
                    .ifPresent(vessel -> json(context, FleetJson.vessel(vessel, clock.millis()))));
    router
        .get("/api/v1/vessels/:id/completeness")
        .handler(
            context ->
                vessel(context).ifPresent(vessel -> json(context, FleetJson.completeness(vessel))));
    router
        .get("/api/v1/vessels/:id/history")
        .handler(context -> vessel(context).ifPresent(vessel -> history(context, vessel)));
    router.get("/openapi.yaml").handler(context -> text(context, "application/yaml", openApi));
    router
        .get("/metrics")
        .handler(
            context -> text(context, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
    router.get("/health").handler(this::health);
    vessels.mount(router);
    signalK.mount(router);
    vertx.setPeriodic(
        REFRESH_MILLIS,
        timer -> {
          vessels.publish(FleetJson.vessels(fleet.vessels(), clock.millis()).toString());
          signalK.refresh();
        });
  }

  /** The vessel that the path names; without one the request is answered. */
  private Optional<Vessel> vessel(RoutingContext context) {
    Optional<Vessel> vessel = VesselId.parse(context.pathParam("id")).flatMap(fleet::vessel);
    if (vessel.isEmpty()) {
      Problems.reply(context, 404, "No such vessel", "it has never been heard here");
    }
    return vessel;
  }

  private void history(RoutingContext context, Vessel vessel) {
    HistoryQuery query;
    try {
      query = HistoryRequest.read(vessel.id(), context.queryParams(), clock.millis());
    } catch (HistoryParameters.BadParameter e) {
      Problems.reply(context, 400, "Bad parameter", e.getMessage());
      return;
    }
    vertx
        .executeBlocking(() -> store.history(query), false)
        .onSuccess(history -> reply(context, vessel, query, history))
        .onFailure(
            failure -> {
              if (failure instanceof StoreUnavailable) {
                Problems.reply(context, 503, "The store is away", failure.getMessage());
              } else {
                context.fail(failure);
              }
            });
  }

  private static void reply(
      RoutingContext context, Vessel vessel, HistoryQuery query, History history) {
    Optional<String> unit =
        vessel.latest().values().stream()
            .map(Latest::channel)
            .filter(channel -> channel.path().equals(query.path()))
            .map(channel -> channel.unit())
            .findFirst();
    if (unit.isEmpty() && history.points().isEmpty()) {
      Problems.reply(context, 404, "No such path", "the vessel has never sent " + query.path());
      return;
    }
    json(context, HistoryJson.of(query, history, unit.orElse("")));
  }

  private void health(RoutingContext context) {
    Health now = health.get();
    context.response().setStatusCode(now.isUp() ? 200 : 503);
    json(
        context,
        JsonNodeFactory.instance
            .objectNode()
            .put("status", now.isUp() ? "UP" : "DOWN")
            .put("broker", now.broker() ? "UP" : "DOWN")
            .put("store", now.store().name())
            .put("portBook", now.book() ? "UP" : "DOWN")
            .put("vesselStatus", now.statuses().name()));
  }

  private static void json(RoutingContext context, JsonNode json) {
    text(context, "application/json", json.toString());
  }

  private static void text(RoutingContext context, String mediaType, String text) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(text);
  }

  private static String openApi() {
    try (InputStream in = ShoreApi.class.getResourceAsStream(OPENAPI)) {
      if (in == null) {
        throw new IllegalStateException(OPENAPI + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the streams. */
  @Override
  public void close() {
    vessels.close();
  }
}
