package org.plimsoll.vessel.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.naval.departure.DepartureRecord.Moment;
import org.plimsoll.vessel.pipeline.RunningPipeline;
import org.plimsoll.vessel.record.FrozenFerry;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.web.HttpEdge;

/** Departure records over a real socket, from a pipeline thread of its own. */
class RecordsApiTest {

  private static final String CALL = "?portCall=" + FrozenFerry.CALL;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path directory;
  private RunningPipeline ship;
  private HttpEdge edge;

  @BeforeEach
  void start() throws Exception {
    ship = new RunningPipeline(directory);
    CountDownLatch looked = new CountDownLatch(1);
    ship.start(snapshot -> looked.countDown());
    Router router = HttpEdge.router(vertx);
    new RecordsApi(ship.queue(), ship.records(), Optional.of(FrozenFerry.key())).mount(router);
    edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
    edge.start();
    looked.await();
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close();
    ship.close();
  }

  @Test
  void aRecordIsFrozenListedAndGivenByteForByte() throws Exception {
    String body = "{\"moment\":\"DEPARTURE\",\"voyage\":\"Rajin 12\",\"by\":\"C/O\"}";
    HttpResponse<String> made = send("/api/v1/records", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String place = made.headers().firstValue("Location").orElseThrow();
    assertThat(place).isEqualTo("/api/v1/records/1");
    HttpResponse<String> kept = raw(place);
    assertThat(kept.body())
        .startsWith("{\"at\":\"")
        .contains("\"by\":\"C/O\"")
        .contains("\"missing\":[\"DRAUGHT forward\"")
        .contains("{\"check\":\"freshness\",\"outcome\":")
        .isEqualTo(Files.readString(directory.resolve("000001-departure.json")));
    JsonObject listed =
        new JsonObject(raw("/api/v1/records").body()).getJsonArray("records").getJsonObject(0);
    assertThat(listed.getString("voyage")).isEqualTo("Rajin 12");
    assertThat(kept.headers().firstValue("ETag")).contains('"' + listed.getString("sha256") + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"moment\":\"SINKING\",\"voyage\":\"1\",\"by\":\"C/O\"}",
        "{\"moment\":\"DEPARTURE\",\"voyage\":\"1\"}",
        "{\"moment\":\"DEPARTURE\",\"voyage\":\"1\",\"by\":7}"
      })
  void aRecordWithoutMomentVoyageOrNameIsRefused(String body) throws Exception {
    assertThat(send("/api/v1/records", body).statusCode()).isEqualTo(400);
    assertThat(new JsonObject(raw("/api/v1/records").body()).getJsonArray("records")).isEmpty();
  }

  @Test
  void aForeignPageCannotRecord() throws Exception {
    HttpRequest foreign =
        HttpRequest.newBuilder(address("/api/v1/records"))
            .header("Origin", "http://elsewhere.example")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"moment\":\"DEPARTURE\",\"voyage\":\"1\",\"by\":\"x\"}"))
            .build();
    assertThat(http.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
    assertThat(ship.records().list()).isEmpty();
  }

  @Test
  void aKeptRecordIsGivenForAPort() throws Exception {
    ship.records().keep(FrozenFerry.departure(), "C/O");
    HttpResponse<String> form = raw("/api/v1/records/1/draught-record" + CALL);
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    assertThat(form.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(form.body()).isEqualTo(FrozenFerry.form());
    assertThat(raw("/api/v1/records/1/draught-record" + CALL).body()).isEqualTo(form.body());
  }

  @Test
  void ofWhatWasKeptNothingIsLostOnTheWay() {
    RecordBook book = ship.records();
    book.keep(FrozenFerry.departure(), "C/O");
    assertThat(KeptRecordReader.read(book.find(1).orElseThrow().json()))
        .contains(FrozenFerry.departure());
    book.keep(FrozenFerry.of(Moment.ARRIVAL, OptionalInt.empty()), "2/O");
    assertThat(KeptRecordReader.read(book.find(2).orElseThrow().json()))
        .contains(FrozenFerry.of(Moment.ARRIVAL, OptionalInt.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"figures\":7}",
        "{\"at\":\"now\",\"figures\":[],\"findings\":[],\"method\":\"naval-2\",\"moment\":\"ARRIVAL\""
            + ",\"vessel\":\"imo9876543\",\"voyage\":\"1\"}",
        "{\"at\":\"2026-01-15T06:42:10Z\",\"figures\":[{\"group\":\"MASS\",\"name\":\"displacement\""
            + ",\"unit\":\"TONNES\",\"value\":\"much\"}],\"findings\":[],\"method\":\"naval-2\""
            + ",\"moment\":\"ARRIVAL\",\"vessel\":\"imo9876543\",\"voyage\":\"1\"}"
      })
  void whatIsNoRecordIsNotRead(String json) {
    assertThat(KeptRecordReader.read(json)).isEmpty();
  }

  /** Record 1 is a departure, 2 a baseline. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/draught-record | 400 | the first id of the call",
        "1/draught-record?portCall=42 | 400 | the first id of the call",
        "1/draught-record?portCall=0000000A-0000-4000-8000-000000000001 | 400 | in lower case",
        "1/draught-record?CALL&portCall=1 | 400 | once",
        "3/draught-record?CALL | 404 | no departure record has this number",
        "x/draught-record?CALL | 404 | no departure record has this number"
      })
  void whatCannotBeGivenIsAProblem(String path, int status, String words) throws Exception {
    ship.records().keep(FrozenFerry.departure(), "C/O");
    HttpResponse<String> reply = raw("/api/v1/records/" + path.replace("?CALL", CALL));
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(new JsonObject(reply.body()).getString("detail")).contains(words);
  }

  /** Nothing was heard, so nothing was measured. */
  @Test
  void aRecordWithoutAnyFigureIsRefused() throws Exception {
    send("/api/v1/records", "{\"moment\":\"ARRIVAL\",\"voyage\":\"Rajin 12\",\"by\":\"C/O\"}");
    HttpResponse<String> reply = raw("/api/v1/records/1/draught-record" + CALL);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(409);
    assertThat(reply.body()).contains("neither draughts nor displacement");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + edge.port() + path);
  }

  private HttpResponse<String> raw(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address(path))
            .header("X-Plimsoll", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
