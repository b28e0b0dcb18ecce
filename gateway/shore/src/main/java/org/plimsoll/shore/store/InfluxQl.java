package org.plimsoll.shore.store;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Asks InfluxQL over {@code /query}, which InfluxDB 1, 2 and 3 have. Times are in milliseconds. Any
 * thread. Only validated names and numbers are ever put into what it is asked.
 */
final class InfluxQl {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  /** Longest answer, in bytes; a longer one is a fault of the question. */
  private static final int MAX_ANSWER_BYTES = 64 << 20;

  private static final int MAX_QUOTED = 300;

  /** One table of an answer. */
  record Series(JsonNode json) {

    String name() {
      return json.path("name").asText();
    }

    String tag(String key) {
      return json.path("tags").path(key).asText();
    }

    JsonNode rows() {
      return json.path("values");
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final InfluxServer server;
  private final URI query;

  /** Asks of this database, or of the bucket that is mapped to it. */
  InfluxQl(InfluxServer server, String database) {
    this.server = server;
    this.query = server.url().resolve("/query?epoch=ms&db=" + encoded(database));
  }

  /** Every series of the answer; none for a statement. */
  List<Series> ask(String question) throws StoreUnavailable {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(query)
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("q=" + encoded(question)));
    authorisation(server).ifPresent(value -> request.header("Authorization", value));
    return series(send(request.build()));
  }

  static Optional<String> authorisation(InfluxServer server) {
    if (server.secret().isEmpty()) {
      return Optional.empty();
    }
    if (server.version() == InfluxServer.Version.V2) {
      return Optional.of("Token " + server.secret());
    }
    byte[] pair = (server.user() + ":" + server.secret()).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private byte[] send(HttpRequest request) throws StoreUnavailable {
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = answer.body()) {
        body = in.readNBytes(MAX_ANSWER_BYTES + 1);
      }
      if (answer.statusCode() != 200) {
        throw new StoreUnavailable("HTTP " + answer.statusCode() + ": " + quoted(body));
      }
      if (body.length > MAX_ANSWER_BYTES) {
        throw new StoreUnavailable("answer longer than " + MAX_ANSWER_BYTES + " bytes");
      }
      return body;
    } catch (IOException e) {
      throw new StoreUnavailable(e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted");
    }
  }

  private List<Series> series(byte[] body) throws StoreUnavailable {
    List<Series> all = new ArrayList<>();
    try {
      for (JsonNode result : json.readTree(body).path("results")) {
        if (result.has("error")) {
          throw new StoreUnavailable(result.path("error").asText());
        }
        result.path("series").forEach(one -> all.add(new Series(one)));
      }
    } catch (JsonProcessingException e) {
      throw new StoreUnavailable("not JSON: " + quoted(body));
    } catch (IOException e) {
      throw new StoreUnavailable("unreadable answer: " + e.getMessage());
    }
    return all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String quoted(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, MAX_QUOTED), StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
