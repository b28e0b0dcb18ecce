package org.plimsoll.vessel.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.history.StoredHistory;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.ManualTime;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.SqliteOutbox;
import org.plimsoll.vessel.outbox.StoredBlocks;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.web.HttpEdge;

/** Histories over a real socket, out of an outbox on disk. */
class HistoryApiTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private final ManualTime time = new ManualTime();
  @TempDir Path directory;
  private Outbox outbox;
  private HttpEdge edge;

  @BeforeEach
  void start() throws Exception {
    outbox =
        SqliteOutbox.open(
            directory, OutboxConfig.defaults(), DataOrigin.LIVE, time, new SplittableRandom(1));
    Router router = HttpEdge.router(vertx);
    StoredHistory history = new StoredHistory(new StoredBlocks(directory), outbox::channels);
    new HistoryApi(history, () -> Optional.of(time.instant())).mount(router);
    edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
    edge.start();
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close();
    outbox.close();
  }

  @Test
  void aChartHasItsValuesItsGapsAndItsSource() throws Exception {
    time.pass(Duration.ofMinutes(10));
    long first = time.millis();
    say(5.0);
    time.pass(Duration.ofMinutes(1));
    long last = time.millis();
    say(5.2);
    time.pass(Duration.ofMinutes(2));
    long now = time.millis();
    JsonObject reply = ok("?path=hull.draught.mean&points=2000");
    assertThat(reply.getBoolean("whole")).isTrue();
    assertThat(reply.getInteger("stepMillis")).isEqualTo(3600);
    assertThat(reply.getString("to")).isEqualTo(time.instant().toString());
    JsonObject series = reply.getJsonArray("series").getJsonObject(0);
    assertThat(series.getString("unit")).isEqualTo("m");
    assertThat(series.getString("source")).isEqualTo("survey");
    long from = now - 3_600_000;
    assertThat(series.getJsonArray("points"))
        .isEqualTo(
            new JsonArray()
                .add(new JsonArray().add(from + 1).addNull())
                .add(new JsonArray().add(first).add(5.0))
                .add(new JsonArray().add(first + 1).addNull())
                .add(new JsonArray().add(last).add(5.2)));
    assertThat(series.getJsonArray("gaps"))
        .isEqualTo(
            new JsonArray()
                .add(new JsonArray().add(from).add(first))
                .add(new JsonArray().add(first).add(last))
                .add(new JsonArray().add(last).add(now)));
  }

  @Test
  void steadyReadingsHaveNoGap() throws Exception {
    for (int i = 0; i < 360; i++) {
      say(5.0);
      time.pass(Duration.ofSeconds(10));
    }
    JsonObject series = ok("?path=hull.draught.mean").getJsonArray("series").getJsonObject(0);
    assertThat(series.getJsonArray("gaps")).isEmpty();
    assertThat(series.getJsonArray("points")).hasSize(360);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?path=",
        "?path=hull%20draught",
        "?path=..%2F..%2Fetc",
        "?path=a&path=b&path=c&path=d&path=e&path=f&path=g&path=h&path=i",
        "?path=hull.trim&points=1",
        "?path=hull.trim&points=2001",
        "?path=hull.trim&points=many",
        "?path=hull.trim&from=yesterday",
        "?path=hull.trim&from=2026-05-01T12:00:00Z&to=2026-05-01T11:00:00Z",
        "?path=hull.trim&from=2026-04-30T11:59:59Z&to=2026-05-01T12:00:00Z",
        "?path=hull.trim&to=99999999999999999999",
      })
  void aQuestionThatCannotBeAnsweredIsRefusedWithAReason(String query) throws Exception {
    HttpResponse<String> reply = get(query);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
    assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void aStoreThatCannotBeReadIsSaid() throws Exception {
    say(5.0);
    outbox.close();
    Files.writeString(directory.resolve("outbox.db"), "no database ".repeat(1000));
    assertThat(get("?path=hull.draught.mean").statusCode()).isEqualTo(503);
  }

  @Test
  void manyAtOnceAreAnsweredOrRefusedAndTheNextIsAnsweredAgain() throws Exception {
    say(5.0);
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      asked.add(
          http.sendAsync(request("?path=hull.draught.mean"), HttpResponse.BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> reply : asked) {
      assertThat(reply.get().statusCode()).isIn(200, 503);
    }
    ok("?path=hull.draught.mean");
  }

  private void say(double metres) throws Exception {
    int channel =
        outbox.channelId(
            new ChannelKey(Quantities.DRAUGHT_MEAN.path(), "survey"), Quantities.DRAUGHT_MEAN);
    long steps = Math.round(metres / Quantities.DRAUGHT_MEAN.resolution());
    Sample sample = new Sample(channel, time.millis(), Quality.GOOD, OptionalLong.of(steps));
    outbox.append(new CommitGroup(1, List.of(sample), Map.of()));
  }

  private JsonObject ok(String query) throws Exception {
    HttpResponse<String> reply = get(query);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return new JsonObject(reply.body());
  }

  private HttpResponse<String> get(String query) throws Exception {
    return http.send(request(query), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String query) {
    return HttpRequest.newBuilder(URI.create(edge.address() + "api/v1/history" + query)).build();
  }
}
