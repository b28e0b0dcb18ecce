package org.plimsoll.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the store by SQL what it holds of one vessel, past everything that the shore believes. */
final class StoreQuery {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Pattern ONE_NUMBER = Pattern.compile("\"dataset\":\\[\\[(\\d+)]]");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build();
  private final URI store;
  private final String readings;

  /**
   * @param store root of its HTTP interface
   * @param vessel as in the tag {@code vessel}
   */
  StoreQuery(URI store, String vessel) {
    this.store = store;
    this.readings = "from readings where vessel = '" + vessel + "'";
  }

  /** Rows, whatever they say. */
  long rows() throws IOException, InterruptedException {
    return number("select count() " + readings);
  }

  /** Different points: path, source, clock epoch and time. */
  long points() throws IOException, InterruptedException {
    return number(
        "select count() from (select distinct timestamp, path, source, epoch " + readings + ")");
  }

  private long number(String sql) throws IOException, InterruptedException {
    String query = URLEncoder.encode(sql, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(store.resolve("/exec?query=" + query)).timeout(LONGEST).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher matcher = ONE_NUMBER.matcher(response.body());
    if (response.statusCode() == 200 && matcher.find()) {
      return Long.parseLong(matcher.group(1));
    }
    if (response.body().contains("table does not exist")) {
      return 0;
    }
    throw new IOException("the store answers " + response.statusCode() + ": " + response.body());
  }
}
