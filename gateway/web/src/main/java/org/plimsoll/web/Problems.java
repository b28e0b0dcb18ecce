package org.plimsoll.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as {@code application/problem+json} (RFC 9457). Stateless. */
public final class Problems {

  /** Longest body of a request unless the router says otherwise, in bytes; then 413. */
  public static final int MAX_BODY_BYTES = 64 * 1024;

  /** Longest piece of foreign text that is quoted in a reply or a log line, in characters. */
  static final int MAX_QUOTED = 200;

  private static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** Makes the router answer what it cannot serve with a problem. */
  public static void mount(Router router) {
    mount(router, MAX_BODY_BYTES);
  }

  static void mount(Router router, int mostBodyBytes) {
    router.errorHandler(400, context -> standard(context, 400, null));
    router.errorHandler(
        404, context -> standard(context, 404, "nothing at " + quoted(context.request().path())));
    router.errorHandler(
        405,
        context ->
            standard(
                context,
                405,
                context.request().method()
                    + " is not allowed at "
                    + quoted(context.request().path())));
    router.errorHandler(
        413,
        context -> standard(context, 413, "a body may have " + mostBodyBytes + " bytes at most"));
    router.errorHandler(500, Problems::failed);
  }

  /** Reads bodies of at most so many bytes into memory; no file uploads. */
  static Handler<RoutingContext> bodyLimit(int mostBodyBytes) {
    return BodyHandler.create(false).setBodyLimit(mostBodyBytes);
  }

  /**
   * Ends the request with a problem.
   *
   * @param status HTTP status, 400 to 599
   * @param title what is wrong, the same for each occurrence
   * @param detail what is wrong this time; may quote foreign text
   */
  public static void reply(
      RoutingContext context, int status, String title, @Nullable String detail) {
    reply(context, status, title, detail, new JsonArray());
  }

  /**
   * Ends the request with a problem of several fields.
   *
   * @param errors one object for each, as the extension member {@code errors}; none when it is
   *     empty
   */
  public static void reply(
      RoutingContext context, int status, String title, @Nullable String detail, JsonArray errors) {
    if (context.response().ended()) {
      return;
    }
    if (context.response().headWritten()) {
      context.request().connection().close();
      return;
    }
    JsonObject problem =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("instance", quoted(context.request().path()));
    if (detail != null) {
      problem.put("detail", detail);
    }
    if (!errors.isEmpty()) {
      problem.put("errors", errors);
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .end(problem.toBuffer());
  }

  private static void standard(RoutingContext context, int status, @Nullable String detail) {
    reply(context, status, HttpResponseStatus.valueOf(status).reasonPhrase(), detail);
  }

  /** A fault of ours: the reader learns that, the log learns the rest. */
  private static void failed(RoutingContext context) {
    log.error(
        "{} {} failed",
        context.request().method(),
        quoted(context.request().path()),
        context.failure());
    standard(context, 500, "the fault is in the gateway; its log has the details");
  }

  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= MAX_QUOTED ? clean : clean.substring(0, MAX_QUOTED) + "...";
  }
}
