package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

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
    String asked = "q=" + StoreHttp.encoded(question);
    HttpRequest.Builder request =
        server.version() == InfluxServer.Version.V3
            ? HttpRequest.newBuilder(URI.create(query + "&" + asked))
            : HttpRequest.newBuilder(query)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(asked));
    server.authorisation().ifPresent(value -> request.header("Authorization", value));
    List<Series> series = new ArrayList<>();
    for (JsonNode result : http.ask(request).path("results")) {
      if (result.has("error")) {
        throw new StoreUnavailable(result.path("error").asText());
      }
      result.path("series").forEach(one -> series.add(new Series(one)));
    }
    return series;
  }
}
