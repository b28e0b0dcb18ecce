package org.plimsoll.vessel.bridge;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vessel.alert.AlertCommand;
import org.plimsoll.vessel.alert.AlertReply;
import org.plimsoll.vessel.pipeline.PipelineQueue;
import org.plimsoll.web.Problems;

/**
 * What an officer at the panel wants of alerts. The answer is given when it is done and durable.
 * Runs on the event loop.
 */
final class AlertsApi {

  /** Longest name of who acknowledges, in characters. */
  static final int MAX_NAME = 64;

  private final PipelineQueue pipeline;

  AlertsApi(PipelineQueue pipeline) {
    this.pipeline = pipeline;
  }

  void mount(Router router) {
    router
        .post("/api/v1/alerts/:id/acknowledge")
        .handler(context -> command(context, AlertCommand.Verb.ACKNOWLEDGE));
    router
        .post("/api/v1/alerts/:id/silence")
        .handler(context -> command(context, AlertCommand.Verb.SILENCE));
    router.post("/api/v1/silence").handler(this::silenceAll);
  }

  private void command(RoutingContext context, AlertCommand.Verb verb) {
    AlertCommand command;
    try {
      command = read(context, verb);
    } catch (BadRequest e) {
      String title =
          verb == AlertCommand.Verb.SILENCE ? "Bad request for silence" : "Bad acknowledgement";
      Problems.reply(context, 400, title, e.getMessage());
      return;
    }
    pipeline
        .command(command)
        .thenAccept(
            outcome ->
                context
                    .vertx()
                    .getOrCreateContext()
                    .runOnContext(now -> answer(context, verb, outcome)));
  }

  private static void answer(RoutingContext context, AlertCommand.Verb verb, AlertReply outcome) {
    if (outcome instanceof AlertReply.Done done) {
      Bridge.reply(context, 200, StateJson.alert(done.alert()).toBuffer());
    } else if (outcome instanceof AlertReply.Refused refused) {
      String title = verb == AlertCommand.Verb.SILENCE ? "Not silenced" : "Not acknowledged";
      Problems.reply(context, 409, title, refused.reason());
    } else {
      Problems.reply(context, 404, "No such alert", "no alert with this number is active");
    }
  }

  private void silenceAll(RoutingContext context) {
    pipeline
        .silenceAll()
        .whenComplete(
            (silenced, failure) ->
                context
                    .vertx()
                    .getOrCreateContext()
                    .runOnContext(now -> answer(context, silenced, failure)));
  }

  private static void answer(
      RoutingContext context, @Nullable Integer silenced, @Nullable Throwable failure) {
    if (silenced == null) {
      Problems.reply(context, 503, "Not silenced", failure == null ? "" : failure.getMessage());
    } else {
      Bridge.reply(context, 200, new JsonObject().put("silenced", silenced).toBuffer());
    }
  }

  private static AlertCommand read(RoutingContext context, AlertCommand.Verb verb) {
    int id = number("the alert's number", context.pathParam("id"));
    if (!(parsed(context.body().asString()) instanceof JsonObject body)) {
      throw new BadRequest("a body such as {\"by\":\"2/E\"} is needed");
    }
    Object instance = body.getValue("instance");
    Object revision = body.getValue("revision");
    return new AlertCommand(
        id,
        instance == null
            ? OptionalInt.empty()
            : OptionalInt.of(number("'instance'", instance.toString())),
        verb,
        AlertCommand.Station.PANEL,
        verb == AlertCommand.Verb.SILENCE ? "" : name(body),
        revision == null
            ? OptionalLong.empty()
            : OptionalLong.of(number("'revision'", revision.toString())));
  }

  private static String name(JsonObject body) {
    if (!(body.getValue("by") instanceof String name)
        || name.isBlank()
        || name.length() > MAX_NAME) {
      throw new BadRequest("'by' must be a name of 1 to " + MAX_NAME + " characters");
    }
    return name.strip().replaceAll("\\p{Cntrl}", "?");
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

  /** What a client sent cannot be understood; never leaves this class. */
  private static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }
}
