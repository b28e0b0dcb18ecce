package org.plimsoll.shore.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks a store over HTTP for JSON, within bounds of time and size. Any thread. */
final class StoreHttp {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  /** Longest answer, in bytes; a longer one is a fault of the question. */
  private static final int MAX_ANSWER_BYTES = 64 << 20;

  private static final int MAX_QUOTED = 400;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * The answer to a request.
   *
   * @throws StoreUnavailable when none comes in time, when it is not 200 OK, too long or not JSON
   */
  JsonNode ask(HttpRequest.Builder request) throws StoreUnavailable {
    byte[] body = send(request.timeout(ANSWER_TIMEOUT).build());
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new StoreUnavailable("not JSON: " + quoted(body));
    } catch (IOException e) {
      throw new StoreUnavailable("unreadable answer: " + e.getMessage());
    }
  }

  /**
   * Each of the values that an answer has one after the other.
   *
   * @throws StoreUnavailable as {@link #ask}
   */
  List<JsonNode> askEach(HttpRequest.Builder request) throws StoreUnavailable {
    byte[] body = send(request.timeout(ANSWER_TIMEOUT).build());
    try (MappingIterator<JsonNode> values = json.readerFor(JsonNode.class).readValues(body)) {
      return values.readAll();
    } catch (IOException e) {
      throw new StoreUnavailable("not JSON: " + quoted(body));
    }
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

  /** As a part of a query or of a form. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The begin and the end of an answer: the end has the reason when it repeats the question. */
  private static String quoted(byte[] body) {
    int half = Math.min(body.length, MAX_QUOTED / 2);
    int rest = Math.min(body.length - half, MAX_QUOTED / 2);
    String text =
        new String(body, 0, half, StandardCharsets.UTF_8)
            + (half + rest < body.length ? " ... " : "")
            + new String(body, body.length - rest, rest, StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
