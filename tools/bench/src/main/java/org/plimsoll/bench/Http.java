package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The HTTP interfaces of vessel, shore and store as a stranger sees them.
 *
 * <p>Safe for use by any thread.
 */
final class Http {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ObjectMapper json = new ObjectMapper();

  /** The document at {@code base + path}. */
  JsonNode get(URI base, String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).build());
  }

  /** Posts a document, marked as our own so that the request forgery guard lets it through. */
  JsonNode post(URI base, String path, String document) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("X-Plimsoll", "1")
            .POST(HttpRequest.BodyPublishers.ofString(document))
            .build());
  }

  /** What the store answers to {@code query}: {@code {"columns":[..],"dataset":[[..],..]}}. */
  JsonNode sql(URI store, String query) throws IOException, InterruptedException {
    URI exec = store.resolve("/exec?query=" + encoded(query));
    return send(HttpRequest.newBuilder(exec).timeout(SQL_TIMEOUT).build());
  }

  /** What an InfluxDB answers to {@code question}, with its times in milliseconds. */
  JsonNode influxQl(URI store, String database, String question)
      throws IOException, InterruptedException {
    String query = "/query?epoch=ms&db=" + encoded(database) + "&q=" + encoded(question);
    return send(HttpRequest.newBuilder(store.resolve(query)).timeout(SQL_TIMEOUT).build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Whether somebody answers there, whatever he says. */
  boolean answers(URI base) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base).timeout(TIMEOUT).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() > 0;
  }

  /** What comes at {@code base + path} for as long as it comes; the caller closes it. */
  InputStream stream(URI base, String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(base.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  /** The text at {@code base + path}. */
  String text(URI base, String path) throws IOException, InterruptedException {
    return body(HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).build());
  }

  /** A counter of a half's metrics; 0 as long as it has none of that name. */
  long counter(URI half, String name) throws IOException, InterruptedException {
    return text(half, "/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return json.readTree(body(request));
  }

  private String body(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          request.uri() + " answers " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }
}
