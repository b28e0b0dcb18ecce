package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Asks InfluxQL over {@code /query}, which InfluxDB 1, 2 and 3 have. Times are in milliseconds. Any
 * thread. Only validated names and numbers are ever put into what it is asked.
 */
final class InfluxQl {

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

  private final StoreHttp http = new StoreHttp();
  private final InfluxServer server;
  private final URI query;

  /** Asks of this database, or of the bucket that is mapped to it. */
  InfluxQl(InfluxServer server, String database) {
    this.server = server;
    this.query = server.url().resolve("/query?epoch=ms&db=" + StoreHttp.encoded(database));
  }

  /** Every series of the answer; none for a statement. */
  List<Series> ask(String question) throws StoreUnavailable {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(query)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("q=" + StoreHttp.encoded(question)));
    authorisation(server).ifPresent(value -> request.header("Authorization", value));
    List<Series> series = new ArrayList<>();
    for (JsonNode result : http.ask(request).path("results")) {
      if (result.has("error")) {
        throw new StoreUnavailable(result.path("error").asText());
      }
      result.path("series").forEach(one -> series.add(new Series(one)));
    }
    return series;
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
}
