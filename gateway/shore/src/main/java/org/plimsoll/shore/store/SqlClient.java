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
import java.util.List;

/**
 * Asks the store SQL over {@code /exec}. Any thread. Only validated names and numbers are ever put
 * into the SQL that it is given.
 */
final class SqlClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  /** Longest answer, in bytes; a longer one is a fault of the question. */
  private static final int MAX_ANSWER_BYTES = 64 << 20;

  private static final int MAX_QUOTED = 300;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final URI exec;

  SqlClient(URI store) {
    this.exec = store.resolve("/exec");
  }

  /** Rows of the answer, each an array of its columns; none for a statement. */
  List<JsonNode> query(String sql) throws StoreUnavailable {
    URI uri = URI.create(exec + "?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_TIMEOUT).GET().build();
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
      return rows(body);
    } catch (IOException e) {
      throw new StoreUnavailable(e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted");
    }
  }

  private List<JsonNode> rows(byte[] body) throws StoreUnavailable {
    try {
      List<JsonNode> rows = new ArrayList<>();
      json.readTree(body).path("dataset").forEach(rows::add);
      return rows;
    } catch (JsonProcessingException e) {
      throw new StoreUnavailable("not JSON: " + quoted(body));
    } catch (IOException e) {
      throw new StoreUnavailable("unreadable answer: " + e.getMessage());
    }
  }

  private static String quoted(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, MAX_QUOTED), StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
