package org.plimsoll.vessel.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vessel.history.StoredHistory;
import org.plimsoll.vessel.nmea.NmeaOutput;
import org.plimsoll.vessel.outbox.StoredBlocks;
import org.plimsoll.vessel.pipeline.RunningPipeline;
import org.plimsoll.vessel.survey.ShipSurvey;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** The panel's API over a real socket, on a pipeline thread of its own. */
class BridgeTest {

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path directory;
  private RunningPipeline ship;
  private Bridge bridge;

  @BeforeEach
  void start() {
    ship = new RunningPipeline(directory);
    bridge = bridge(0);
    bridge.start();
    ship.start(bridge::show);
    Awaitility.await().until(() -> bridge.latest() != null);
  }

  private Bridge bridge(int port) {
    return new Bridge(
        new BridgeConfig("127.0.0.1", port),
        new ShipLabel(
            "imo9876543",
            "MV Rajin Star",
            "0.1.0",
            DataOrigin.SIMULATED,
            ship.rules().certificate()),
        ship.rules().lines(),
        ship.queue(),
        ship.records(),
        Optional.empty(),
        new StoredHistory(new StoredBlocks(directory), BridgeTest::noChannels),
        new NmeaOutput(Optional.empty(), DataOrigin.SIMULATED, new SplittableRandom(1)),
        new ShipSurvey("MV Rajin Star", "imo9876543", ship.rules().ship()),
        new SplittableRandom(1));
  }

  private static ChannelTable noChannels() {
    return new ChannelTable(new StreamId("0123456789abcdef0123456789abcdef"), List.of());
  }

  @AfterEach
  void stop() {
    ship.close();
    bridge.close();
  }

  @Test
  void theStateHasEveryPartOfTheContract() throws Exception {
    JsonObject heading =
        Awaitility.await().until(this::heading, one -> "GOOD".equals(one.getString("quality")));
    JsonObject state = get("/api/v1/state");
    assertThat(state.fieldNames())
        .contains(
            "vessel",
            "time",
            "origin",
            "clockEpoch",
            "channels",
            "checks",
            "limits",
            "alerts",
            "lines",
            "outbox",
            "link");
    assertThat(state.getJsonObject("vessel").getString("name")).isEqualTo("MV Rajin Star");
    assertThat(state.getString("origin")).isEqualTo("SIMULATED");
    assertThat(state.getJsonObject("limits").getDouble("cargoTonnes")).isEqualTo(1000);
    assertThat(heading.getDouble("value")).isEqualTo(0.9285);
    assertThat(heading.getString("unit")).isEqualTo("rad");
    assertThat(heading.getDouble("ageSeconds")).isNotNegative();
    assertThat(heading.getBoolean("preferred")).isTrue();
    JsonObject draught = channels("hull.draught.midship.port").get(0);
    assertThat(draught.getValue("value")).isNull();
    assertThat(draught.getValue("time")).isNull();
    assertThat(draught.getString("quality")).isEqualTo("ABSENT");
    assertThat(state.getJsonArray("checks"))
        .extracting(check -> ((JsonObject) check).getString("id"))
        .containsExactly(
            "draught-limit",
            "cargo-limit",
            "cargo-weights",
            "attitude",
            "decks",
            "under-keel",
            "passengers",
            "freshness");
    JsonObject naval = state.getJsonObject("naval");
    assertThat(naval.fieldNames())
        .contains(
            "draughtsMetres",
            "survey",
            "water",
            "deductiblesTonnes",
            "remarks",
            "loadLine",
            "underKeel",
            "attitude",
            "decks",
            "cargo");
    assertThat(naval.getValue("survey")).as("nothing was measured").isNull();
    assertThat(naval.getJsonObject("draughtsMetres").getValue("forwardPort")).isNull();
    JsonObject line = state.getJsonArray("lines").getJsonObject(0);
    assertThat(line.fieldNames())
        .contains(
            "id",
            "protocol",
            "device",
            "state",
            "detail",
            "lastHeardSeconds",
            "bytes",
            "frames",
            "decoded",
            "unsupported",
            "malformed",
            "malformedByReason",
            "overlength",
            "dropped",
            "reopened");
    JsonObject outbox = get("/api/v1/outbox");
    assertThat(outbox.getLong("accepted"))
        .isEqualTo(
            outbox.getLong("acknowledged")
                + outbox.getLong("gapRecorded")
                + outbox.getLong("pending"));
  }

  /** Says a heading once more, and what the panel has of it. */
  private JsonObject heading() throws Exception {
    ship.hear("gps", "gps.HEHDT", Reading.good(Quantities.HEADING_TRUE, 0.92850004));
    return channels("navigation.headingTrue").stream().findFirst().orElseGet(JsonObject::new);
  }

  @Test
  void anAlertIsAcknowledgedOnce() throws Exception {
    ship.hear("counter", "counter.YXXDR", Reading.good(Quantities.PASSENGERS_ON_BOARD, 201));
    Awaitility.await().until(() -> !get("/api/v1/alerts").getJsonArray("active").isEmpty());
    HttpResponse<String> first = acknowledge("10501", "{\"by\":\"2/E\"}");
    assertThat(first.statusCode()).isEqualTo(200);
    JsonObject alert = new JsonObject(first.body());
    assertThat(alert.getString("state")).isEqualTo("ACTIVE_ACKNOWLEDGED");
    assertThat(alert.getString("acknowledgedBy")).isEqualTo("2/E");
    JsonArray active = get("/api/v1/alerts").getJsonArray("active");
    assertThat(active.getJsonObject(0)).isEqualTo(alert);
    HttpResponse<String> second = acknowledge("10501", "{\"by\":\"Master\"}");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(second.body()).contains("already acknowledged by 2/E");
  }

  @Test
  void whatIsSilencedSoundsNoMoreOnAnyScreen() throws Exception {
    ship.hear("counter", "counter.YXXDR", Reading.good(Quantities.PASSENGERS_ON_BOARD, 201));
    Awaitility.await().until(() -> !get("/api/v1/alerts").getJsonArray("active").isEmpty());
    HttpResponse<String> first = send("/api/v1/alerts/10501/silence", "{}");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(new JsonObject(first.body()).getString("state")).isEqualTo("ACTIVE_SILENCED");
    assertThat(send("/api/v1/alerts/10501/silence", "{}").statusCode()).isEqualTo(409);
    assertThat(send("/api/v1/silence", "").body()).isEqualTo("{\"silenced\":0}");
    assertThat(get("/api/v1/alerts").getJsonArray("active").getJsonObject(0).getString("state"))
        .isEqualTo("ACTIVE_SILENCED");
    assertThat(get("/api/v1/alerts").getJsonArray("history")).hasSize(2);
  }

  @Test
  void nobodyAcknowledgesAnAlertThatHasChangedOnAnotherScreen() throws Exception {
    ship.hear("counter", "counter.YXXDR", Reading.good(Quantities.PASSENGERS_ON_BOARD, 201));
    Awaitility.await().until(() -> !get("/api/v1/alerts").getJsonArray("active").isEmpty());
    HttpResponse<String> old = acknowledge("10501", "{\"by\":\"2/E\",\"revision\":7}");
    assertThat(old.statusCode()).isEqualTo(409);
    assertThat(old.body()).contains("changed since");
    HttpResponse<String> seen = acknowledge("10501", "{\"by\":\"2/E\",\"revision\":1}");
    assertThat(seen.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10999 | {\"by\":\"2/E\"}                  | 404",
        "10501 | {}                                | 400",
        "10501 | {\"by\":\"\"}                     | 400",
        "10501 | {\"by\":7}                        | 400",
        "10501 | nonsense                          | 400",
        "10501 | []                                | 400",
        "10501 | {\"by\":\"2/E\",\"instance\":\"x\"} | 400",
        "ten   | {\"by\":\"2/E\"}                  | 400",
        "0     | {\"by\":\"2/E\"}                  | 400",
      })
  void aBadAcknowledgementIsRefused(String id, String body, int status) throws Exception {
    HttpResponse<String> reply = acknowledge(id, body);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void aForeignPageCannotAcknowledge() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(bridge.address().resolve("/api/v1/alerts/10501/acknowledge"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"2/E\"}"))
            .build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void screensGetAStateASecond() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(bridge.address().resolve("/api/v1/stream"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try (InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      List<String> events =
          lines.lines().filter(line -> line.startsWith("data: ")).limit(2).toList();
      assertThat(events).hasSize(2);
      assertThat(new JsonObject(events.get(0).substring(6)).getString("time"))
          .isLessThan(new JsonObject(events.get(1).substring(6)).getString("time"));
    }
  }

  @Test
  void aHistoryIsByTheGatewaysClock() throws Exception {
    JsonObject history = get("/api/v1/history?path=hull.trim");
    assertThat(history.getJsonArray("series")).as("nothing is in the store").isEmpty();
    Duration ago = Duration.between(Instant.parse(history.getString("to")), Instant.now());
    assertThat(ago).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void metricsAndHealthTellHowItIs() throws Exception {
    ship.hear("gps", "gps.HEHDT", Reading.good(Quantities.HEADING_TRUE, 1));
    Awaitility.await().until(() -> metrics().contains("plimsoll_readings_offered_total 1.0"));
    assertThat(metrics())
        .contains("plimsoll_line_green{line=\"gps\"}")
        .contains("plimsoll_alerts{priority=\"alarm\"}")
        .contains("plimsoll_outbox_pending")
        .doesNotContain("navigation");
    assertThat(get("/health").getString("status")).isEqualTo("UP");
    ship.diskFull(true);
    ship.hear("gps", "gps.HEHDT", Reading.good(Quantities.HEADING_TRUE, 1));
    Awaitility.await().until(() -> raw("/health").statusCode() == 503);
    assertThat(raw("/health").body()).contains("disk full");
  }

  @Test
  void aPortThatIsTakenIsTriedAgain() throws Exception {
    Bridge late;
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
      late = bridge(port);
      late.start();
      assertThat(late.address().getPort()).isEqualTo(port);
    }
    try {
      URI health = late.address().resolve("/health");
      Awaitility.await().ignoreExceptions().until(() -> raw(health).statusCode() == 503);
    } finally {
      late.close();
    }
  }

  private List<JsonObject> channels(String path) throws Exception {
    return get("/api/v1/state").getJsonArray("channels").stream()
        .map(JsonObject.class::cast)
        .filter(channel -> channel.getString("path").equals(path))
        .toList();
  }

  private String metrics() throws Exception {
    return raw("/metrics").body();
  }

  private JsonObject get(String path) throws Exception {
    HttpResponse<String> reply = raw(path);
    assertThat(reply.statusCode()).isEqualTo(200);
    return new JsonObject(reply.body());
  }

  private HttpResponse<String> raw(String path) throws Exception {
    return raw(bridge.address().resolve(path));
  }

  private HttpResponse<String> raw(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> acknowledge(String id, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(bridge.address().resolve("/api/v1/alerts/" + id + "/acknowledge"))
            .header("X-Plimsoll", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(bridge.address().resolve(path))
            .header("X-Plimsoll", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
