package org.plimsoll.web.signalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.Problems;

/**
 * The routes below {@code /signalk}. Handlers run on event loops; {@link #refresh} may be called by
 * any thread.
 */
public final class SignalKApi {

  /** Most vessels in one document; a fleet that is larger is asked for vessel by vessel. */
  static final int MAX_VESSELS = 500;

  private static final String API = "/signalk/v1/api";
  private static final String VESSELS = "vessels";

  private final SignalKFleet fleet;
  private final SignalKStream stream;

  /** Not mounted yet. */
  public SignalKApi(Vertx vertx, SignalKFleet fleet) {
    this.fleet = fleet;
    this.stream = new SignalKStream(vertx, fleet);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/signalk").handler(this::discovery);
    router.get("/signalk/").handler(this::discovery);
    router.get(API).handler(this::api);
    router.get(API + "/*").handler(this::api);
    // Before the bodies are read: a socket cannot be had of a request that has been.
    router.get("/signalk/v1/stream").order(-1).handler(stream::connect);
  }

  /** Vessels may have changed: tells those who listen. */
  public void refresh() {
    stream.refresh();
  }

  /** Clients of the stream that are connected now. */
  public int clients() {
    return stream.clients();
  }

  /** Deltas that slow clients did not get because newer ones took their place. */
  public long skipped() {
    return stream.skipped();
  }

  /** Messages of clients that made no sense or asked for too much. */
  public long refused() {
    return stream.refused();
  }

  private void discovery(RoutingContext context) {
    reply(
        context,
        Documents.discovery(
            String.valueOf(context.request().authority()), context.request().isSSL(), version()));
  }

  private void api(RoutingContext context) {
    List<String> path = new ArrayList<>();
    Arrays.stream(context.normalizedPath().substring(API.length()).split("/"))
        .filter(part -> !part.isEmpty())
        .forEach(path::add);
    List<VesselId> asked = fleet.vessels();
    if (path.size() > 1 && path.get(0).equals(VESSELS)) {
      asked = named(path.get(1));
      asked.forEach(id -> path.set(1, SignalKVessel.urn(id)));
    }
    if (asked.size() > MAX_VESSELS) {
      Problems.reply(context, 503, "Too many vessels", "ask for one: " + API + "/vessels/{urn}");
      return;
    }
    List<SignalKVessel> vessels = asked.stream().flatMap(id -> fleet.vessel(id).stream()).toList();
    Optional<JsonNode> found = Documents.at(Documents.full(fleet.self(), vessels), path);
    if (found.isPresent()) {
      reply(context, found.get());
    } else {
      Problems.reply(context, 404, "No such path", "nothing stands there in the model");
    }
  }

  private List<VesselId> named(String name) {
    return name.equals("self")
        ? fleet.self().stream().toList()
        : fleet.vessels().stream().filter(id -> SignalKVessel.urn(id).equals(name)).toList();
  }

  /** From the jar's manifest; {@code dev} when run from class files. */
  private static String version() {
    String version = SignalKApi.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  private static void reply(RoutingContext context, JsonNode body) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .end(body.toString());
  }
}
