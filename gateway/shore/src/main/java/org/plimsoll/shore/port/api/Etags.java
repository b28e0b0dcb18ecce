package org.plimsoll.shore.port.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers with an entity tag, so that what has not changed is not sent again. Stateless. */
final class Etags {

  /** Bytes of the digest that a tag has; enough that two answers never share one. */
  private static final int TAG_BYTES = 16;

  private Etags() {}

  static void reply(RoutingContext context, int status, String mediaType, String body) {
    String tag = '"' + digest(body) + '"';
    context.response().putHeader(HttpHeaders.ETAG, tag);
    String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    boolean reads = context.request().method().equals(HttpMethod.GET);
    if (status == 200 && reads && known != null && matches(known, tag)) {
      context.response().setStatusCode(304).end();
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
        .end(body);
  }

  private static boolean matches(String known, String tag) {
    return known.equals("*")
        || Arrays.stream(known.split(","))
            .map(text -> text.strip().replaceFirst("^W/", ""))
            .anyMatch(tag::equals);
  }

  private static String digest(String body) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
