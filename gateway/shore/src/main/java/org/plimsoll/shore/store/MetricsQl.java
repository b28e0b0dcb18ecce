package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks VictoriaMetrics, in MetricsQL or for samples as they are. Times are in milliseconds. Any
 * thread. Only validated names and numbers are ever put into what it is asked.
 */
final class MetricsQl {

  /** Longest selector, in characters; VictoriaMetrics takes queries of 16 KiB. */
  static final int MAX_SELECTOR = 8_000;

  /** Labels of a series, and its samples. */
  record Series(JsonNode labels, List<Sample> samples) {

    String label(String key) {
      return labels.path(key).asText("");
    }
  }

  /** A number at a time. */
  record Sample(long timeMillis, double value) {}

  /** The query touches more samples than the server allows; ask for less time. */
  static final class TooMuch extends Exception {

    private static final long serialVersionUID = 1L;

    private TooMuch(String message) {
      super(message, null, false, false);
    }
  }

  private final StoreHttp http = new StoreHttp();
  private final VictoriaServer server;

  MetricsQl(VictoriaServer server) {
    this.server = server;
  }

  /** Every series of an expression at one time. */
  List<Series> at(String expression, long timeMillis) throws StoreUnavailable, TooMuch {
    return query(
        "/api/v1/query",
        "query=" + StoreHttp.encoded(expression) + "&nocache=1&time=" + seconds(timeMillis));
  }

  /** Every series of an expression at {@code first}, each step further, up to {@code last}. */
  List<Series> over(String expression, long first, long last, long step)
      throws StoreUnavailable, TooMuch {
    return query(
        "/api/v1/query_range",
        "query="
            + StoreHttp.encoded(expression)
            + "&nocache=1&start="
            + seconds(first)
            + "&end="
            + seconds(last)
            + "&step="
            + step
            + "ms");
  }

  /** Every sample that was written, each once, in a closed range of time. */
  List<Series> samples(String selector, long from, long to) throws StoreUnavailable {
    List<Series> series = new ArrayList<>();
    for (JsonNode line :
        http.askEach(
            post(
                "/api/v1/export",
                "match[]="
                    + StoreHttp.encoded(selector)
                    + "&start="
                    + seconds(from)
                    + "&end="
                    + seconds(to)))) {
      JsonNode times = line.path("timestamps");
      List<Sample> samples = new ArrayList<>(times.size());
      for (int i = 0; i < times.size(); i++) {
        samples.add(new Sample(times.get(i).asLong(), line.path("values").path(i).asDouble()));
      }
      series.add(new Series(line.path("metric"), samples));
    }
    return series;
  }

  /** The values of a label among the series that are selected. */
  List<String> labels(String label, String selector, long from, long to) throws StoreUnavailable {
    List<String> values = new ArrayList<>();
    http.ask(
            post(
                "/api/v1/label/" + label + "/values",
                "match[]="
                    + StoreHttp.encoded(selector)
                    + "&start="
                    + seconds(from)
                    + "&end="
                    + seconds(to)))
        .path("data")
        .forEach(value -> values.add(value.asText()));
    return values;
  }

  /**
   * Makes everything durable that was written before. VictoriaMetrics answers a write before it is
   * on the disk; a snapshot is made of what is, so it has to put it there first.
   */
  void sync() throws StoreUnavailable {
    JsonNode made = http.ask(post("/snapshot/create", ""));
    String snapshot = made.path("snapshot").asText("");
    if (!"ok".equals(made.path("status").asText()) || snapshot.isEmpty()) {
      throw new StoreUnavailable("no snapshot: " + made.path("msg").asText("without a reason"));
    }
    JsonNode gone = http.ask(post("/snapshot/delete", "snapshot=" + StoreHttp.encoded(snapshot)));
    if (!"ok".equals(gone.path("status").asText())) {
      throw new StoreUnavailable("snapshot " + snapshot + " is still there");
    }
  }

  private List<Series> query(String path, String form) throws StoreUnavailable, TooMuch {
    JsonNode answer;
    try {
      answer = http.ask(post(path, form));
    } catch (StoreUnavailable e) {
      if (String.valueOf(e.getMessage()).contains("-search.maxSamples")) {
        throw new TooMuch(e.getMessage());
      }
      throw e;
    }
    List<Series> series = new ArrayList<>();
    for (JsonNode one : answer.path("data").path("result")) {
      List<Sample> samples = new ArrayList<>();
      if (one.has("value")) {
        samples.add(sample(one.path("value")));
      }
      one.path("values").forEach(pair -> samples.add(sample(pair)));
      series.add(new Series(one.path("metric"), samples));
    }
    return series;
  }

  private static Sample sample(JsonNode pair) {
    return new Sample(
        Math.round(pair.path(0).asDouble() * 1000), Double.parseDouble(pair.path(1).asText("NaN")));
  }

  private HttpRequest.Builder post(String path, String form) {
    URI target = server.url().resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    server.authorisation().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }
}
