package org.plimsoll.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request that changes something unless it comes from our own page or from a program. A
 * foreign page cannot send the header without asking first, and nobody here grants that; its own
 * {@code Origin} gives it away otherwise.
 */
public final class CrossSite {

  /** The header that programs send; any value will do. */
  static final String HEADER = "X-Plimsoll";

  /** A foreign page cannot send this one without asking first either. */
  private static final String BEARER = "Bearer ";

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private CrossSite() {}

  static void refuse(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (SAFE.contains(request.method())
        || request.getHeader(HEADER) != null
        || String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)).startsWith(BEARER)
        || isOwn(request.getHeader(HttpHeaders.ORIGIN), String.valueOf(request.authority()))) {
      context.next();
      return;
    }
    Problems.reply(context, 403, "Cross-site request refused", "send the header " + HEADER + ": 1");
  }

  /**
   * Whether a page of another origin asks. Sockets are not covered by the browser's own rule for
   * reading.
   */
  public static boolean isForeign(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !isOwn(origin, String.valueOf(request.authority()));
  }

  /** Whether an {@code Origin} names the host and port that the request was sent to. */
  static boolean isOwn(@Nullable String origin, @Nullable String host) {
    if (origin == null || host == null) {
      return false;
    }
    try {
      return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
