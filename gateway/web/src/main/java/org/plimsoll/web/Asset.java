package org.plimsoll.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of a page, with its compressed form. Immutable; any thread.
 *
 * @param zipped gzip of the body, if that is worth it
 */
record Asset(
    String mediaType, String cacheControl, String tag, Buffer body, @Nullable Buffer zipped) {

  /** Bodies below this many bytes fit into one packet anyway. */
  private static final int MIN_ZIPPED_BYTES = 1000;

  private static final int TAG_CHARACTERS = 20;

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  static Asset of(String name, byte[] bytes) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String mediaType = MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    // The build puts a hash into the names of scripts, styles and fonts.
    boolean named = name.matches("[a-z0-9-]+-[A-Z0-9]{8}\\.[a-z0-9]+");
    String cacheControl = named ? "public, max-age=31536000, immutable" : "no-cache";
    boolean worthIt = bytes.length >= MIN_ZIPPED_BYTES && !extension.equals("woff2");
    return new Asset(
        mediaType,
        cacheControl,
        '"' + hash(bytes) + '"',
        Buffer.buffer(bytes),
        worthIt ? Buffer.buffer(zip(bytes)) : null);
  }

  void serve(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
    response.putHeader(HttpHeaders.ETAG, tag);
    response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
    if (zipped != null && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      response.end(zipped);
    } else {
      response.end(body);
    }
  }

  static boolean takesGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String coding : acceptEncoding.split(",")) {
      String stripped = coding.strip();
      if (stripped.equals("gzip")
          || stripped.matches("gzip\\s*;\\s*q=(1(\\.0*)?|0?\\.0*[1-9]\\d*)")) {
        return true;
      }
    }
    return false;
  }

  private static byte[] zip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("gzip in memory", e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, TAG_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
