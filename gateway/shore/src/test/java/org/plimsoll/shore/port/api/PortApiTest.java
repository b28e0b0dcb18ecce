package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.fence.FenceRules;
import org.plimsoll.shore.port.fence.PortMap;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.HttpEdge;

/** The port over real HTTP, each answer held against the document. */
class PortApiTest {

  private static final String PORT = "key-of-the-port-authority";
  private static final String SHIP = "key-of-the-ship-imo9876543";
  private static final String OTHER = "key-of-another-ship";
  private static final String READER = "key-of-a-reader";
  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private static final String CALL =
      "{\"vessel\":\"imo9876543\",\"unlocode\":\"RUVVO\",\"status\":\"REQUESTED\"}";
  private static final String VOYAGE = "{\"vessel\":\"imo9876543\",\"number\":\"12\"}";

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private Instant now = NOON;
  private OpenApi document;
  private PortOffice office;
  private HttpEdge edge;

  @BeforeEach
  void start() throws Exception {
    try (var in = getClass().getResourceAsStream("/org/plimsoll/shore/api/openapi.yaml")) {
      document = new OpenApi(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    open(
        new Keys(
            List.of(
                key("port", Role.PORT_AUTHORITY, PORT, Optional.empty()),
                key("ship", Role.SHIP, SHIP, Optional.of(new VesselId("imo9876543"))),
                key("other", Role.SHIP, OTHER, Optional.of(new VesselId("mmsi273000000"))),
                key("reader", Role.READER, READER, Optional.empty()))));
  }

  private void open(Keys keys) throws Exception {
    PortMap map = PortMap.read(Path.of("../../tools/examples/port.geojson"));
    office =
        new PortOffice(
            new PortConfig(directory, keys, map, FenceRules.USUAL), new Fleet(), () -> now);
    Router router = HttpEdge.router(vertx, PortOffice.MAX_BODY_BYTES);
    office.mount(router);
    edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
    edge.start();
    office.start(vertx);
    await().until(office.book()::isUp);
  }

  @AfterEach
  void stop() {
    shut();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void shut() {
    edge.close();
    office.close();
  }

  /** Every kind, every documented answer but those that need a broken disk. */
  @Test
  void theDocumentIsTrue() throws Exception {
    for (RecordKind kind : RecordKind.values()) {
      if (kind.isWritten()) {
        everyAnswerOf(kind);
      }
    }
    get("/api/v1/crossings", READER, 200);
    get("/api/v1/crossings?limit=0", READER, 400);
    get("/api/v1/crossings", "", 401);
    get("/api/v1/crossings/" + id(1), READER, 404);
    get("/api/v1/crossings/1", READER, 400);
    get("/api/v1/crossings/" + id(1), "", 401);
    get("/api/v1/port-map", READER, 200);
    get("/api/v1/port-map", "", 401);
    get("/api/v1/health", "", 200);
    Set<String> documented = new TreeSet<>();
    for (String path : new String[] {"voyages", "port-calls", "crossings", "port-map", "health"}) {
      documented.addAll(document.answers("/api/v1/" + path));
    }
    documented.removeIf(answer -> answer.endsWith(" 503") || answer.contains("crossings/{id} 200"));
    documented.removeIf(answer -> answer.contains("crossings") && answer.endsWith("304"));
    assertThat(document.seen()).containsAll(documented);
  }

  private void everyAnswerOf(RecordKind kind) throws Exception {
    String list = list(kind);
    String one = list + "/" + id(kind.ordinal() * 10 + 1);
    String body = example(kind);
    document.checkRequest(one, body);
    String author = kind == RecordKind.RECONCILIATION ? PORT : SHIP;
    put(one, body, author, 201);
    put(one, body, author, 200);
    put(one, body.replaceFirst("}$", ",\"remark\":\"another\"}"), author, 409);
    put(one, body.replaceFirst("}$", ",\"colour\":\"red\"}"), author, 400);
    put(one, body, "", 401);
    put(list + "/" + id(kind.ordinal() * 10 + 2), body, READER, 403);
    put(one, "{\"x\":\"" + "x".repeat(1 << 20) + "\"}", author, 413);
    HttpResponse<String> entry = get(one, READER, 200);
    again(one, entry);
    get(one, "wrong", 401);
    get(one, OTHER, 404);
    get(list + "/7", READER, 400);
    again(list, get(list, READER, 200));
    get(list + "?vesel=imo9876543", READER, 400);
    get(list, "", 401);
    if (kind.parent().isPresent()) {
      get(list, OTHER, 404);
      put(list + "/" + id(kind.ordinal() * 10 + 3), body, OTHER, 404);
    }
  }

  private void again(String path, HttpResponse<String> answer) throws Exception {
    String tag = answer.headers().firstValue("etag").orElseThrow();
    send("get", path, request(path, READER).header("If-None-Match", tag).GET(), 304);
  }

  private static String list(RecordKind kind) {
    return "/api/v1/"
        + kind.parent().map(p -> p.segment() + "/" + id(p.ordinal() * 10 + 1) + "/").orElse("")
        + kind.segment();
  }

  private String example(RecordKind kind) throws Exception {
    return switch (kind) {
      case VOYAGE -> VOYAGE;
      case PORT_CALL -> CALL;
      case TIMESTAMP ->
          "{\"event\":\"ARRIVAL\",\"location\":\"PORT\",\"classifier\":\"EST\","
              + "\"time\":\"2026-01-16T06:00:00Z\",\"source\":\"VESSEL\"}";
      case DECLARATION ->
          "{\"kind\":\"PERSONS\",\"version\":1,\"state\":\"SUBMITTED\",\"passengers\":171,"
              + "\"crew\":28}";
      case CARGO_UNIT ->
          "{\"unitId\":\"A1\",\"type\":\"HGV\",\"declared\":{\"kilograms\":20000,"
              + "\"basis\":\"BOOKING\"},\"weighed\":{\"kilograms\":23500.5,\"instrument\":\"WB1\","
              + "\"at\":\"2026-01-15T11:00:00Z\"},\"dangerousGoods\":[\"UN1203\"]}";
      case DRAUGHT_RECORD -> draught("DEPARTURE", "2026-01-15T11:30:00Z", 5_020_000);
      case RECONCILIATION -> {
        UUID before = id(900);
        put(
            list(RecordKind.DRAUGHT_RECORD) + "/" + before,
            draught("BASELINE", "2026-01-15T10:00:00Z", 5_000_000),
            SHIP,
            201);
        yield "{\"baseline\":\""
            + before
            + "\",\"departure\":\""
            + id(RecordKind.DRAUGHT_RECORD.ordinal() * 10 + 1)
            + "\",\"limitKilograms\":1000000}";
      }
      case CROSSING -> throw new IllegalArgumentException("nobody writes it");
    };
  }

  private static String draught(String instant, String at, int kilograms) {
    return ("{\"instant\":\"%s\",\"at\":\"%s\",\"quality\":\"GOOD\","
            + "\"draughtsMetres\":{\"forwardPort\":4.868,\"aftStarboard\":5.198,\"u95\":0.006},"
            + "\"deductiblesKilograms\":100000,"
            + "\"displacement\":{\"kilograms\":%d,\"u95Kilograms\":13000},"
            + "\"marks\":[{\"mark\":\"W\",\"side\":\"PORT\",\"limitMetres\":5.12,"
            + "\"draughtMetres\":5.031,\"verdict\":\"PASS\"}]}")
        .formatted(instant, at, kilograms);
  }

  @Test
  void aProblemNamesEachFieldAndWhatIsAllowed() throws Exception {
    HttpResponse<String> answer =
        put(
            "/api/v1/port-calls/" + id(1),
            "{\"unlocode\":\"ruvvo\",\"status\":\"HERE\"}",
            SHIP,
            400);
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("title").asText()).isEqualTo("Bad port call");
    assertThat(problem.path("errors")).hasSize(3);
    assertThat(problem.path("errors").path(1).path("field").asText()).isEqualTo("unlocode");
    assertThat(problem.path("errors").path(1).path("allowed").asText()).contains("RUVVO");
    assertThat(problem.path("errors").path(2).path("allowed").asText()).contains("ESTIMATED");
    assertThat(office.counts().refused.sum()).isEqualTo(1);
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() throws Exception {
    for (int i = 0; i < 5; i++) {
      now = NOON.plusSeconds(i);
      put("/api/v1/port-calls/" + id(i), CALL, SHIP, 201);
    }
    JsonNode first = json(get("/api/v1/port-calls?limit=2", READER, 200));
    assertThat(ids(first)).containsExactly(id(0).toString(), id(1).toString());
    String next = "/api/v1/port-calls?limit=2&cursor=" + first.path("next").asText();
    JsonNode second = json(get(next, READER, 200));
    assertThat(ids(second)).containsExactly(id(2).toString(), id(3).toString());
    JsonNode third =
        json(get("/api/v1/port-calls?limit=2&cursor=" + second.path("next").asText(), READER, 200));
    assertThat(ids(third)).containsExactly(id(4).toString());
    assertThat(third.path("next").isNull()).isTrue();
    JsonNode since = json(get("/api/v1/port-calls?updatedSince=2026-01-15T12:00:03Z", READER, 200));
    assertThat(ids(since)).containsExactly(id(3).toString(), id(4).toString());
    assertThat(ids(json(get("/api/v1/port-calls?unlocode=KPNAJ", READER, 200)))).isEmpty();
    assertThat(ids(json(get("/api/v1/port-calls?unlocode=RUVVO", OTHER, 200)))).isEmpty();
    get("/api/v1/port-calls?cursor=abc", READER, 400);
    get("/api/v1/port-calls?updatedSince=yesterday", READER, 400);
    get("/api/v1/port-calls?limit=501", READER, 400);
    get("/api/v1/port-calls?limit=1&limit=2", READER, 400);
  }

  @Test
  void aReconciliationShowsTheFourFigures() throws Exception {
    for (RecordKind kind :
        List.of(
            RecordKind.VOYAGE,
            RecordKind.PORT_CALL,
            RecordKind.CARGO_UNIT,
            RecordKind.DRAUGHT_RECORD)) {
      put(list(kind) + "/" + id(kind.ordinal() * 10 + 1), example(kind), SHIP, 201);
    }
    JsonNode result =
        json(put(
                list(RecordKind.RECONCILIATION) + "/" + id(7),
                example(RecordKind.RECONCILIATION),
                PORT,
                201))
            .path("result");
    assertThat(result.path("limit").path("kilograms").asDouble()).isEqualTo(1_000_000);
    assertThat(result.path("declared").path("kilograms").asDouble()).isEqualTo(20_000);
    assertThat(result.path("weighed").path("kilograms").asDouble()).isEqualTo(23_500.5);
    assertThat(result.path("measured").path("kilograms").asDouble()).isEqualTo(20_000);
    assertThat(result.path("verdict").asText()).isEqualTo("MATCH");
    assertThat(result.path("overLimit").asText()).isEqualTo("WITHIN");
  }

  @Test
  void withoutKeysOnlyThisMachineMayAsk() throws Exception {
    shut();
    open(Keys.NONE);
    String path = "/api/v1/port-calls/" + id(1);
    HttpResponse<String> bare =
        http.send(request(path, "").PUT(text(CALL)).build(), BodyHandlers.ofString());
    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(bare.body()).contains("X-Plimsoll: 1");
    send("put", path, request(path, "").header("X-Plimsoll", "1").PUT(text(CALL)), 201);
    get(path, "", 200);
    get(path, PORT, 401);
    send("get", path, request(path, "").header("X-Forwarded-For", "10.0.0.1").GET(), 401);
  }

  @Test
  void aBookThatCannotBeUsedIsSaid() throws Exception {
    shut();
    Files.writeString(directory.resolve("not-a-directory"), "");
    office =
        new PortOffice(
            new PortConfig(
                directory.resolve("not-a-directory"), Keys.NONE, PortMap.NONE, FenceRules.USUAL),
            new Fleet(),
            () -> now);
    Router router = HttpEdge.router(vertx, PortOffice.MAX_BODY_BYTES);
    office.mount(router);
    edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
    edge.start();
    office.start(vertx);
    get("/api/v1/port-calls", "", 503);
    get("/api/v1/port-calls/" + id(1), "", 503);
    get("/api/v1/health", "", 503);
    String path = "/api/v1/port-calls/" + id(1);
    send("put", path, request(path, "").header("X-Plimsoll", "1").PUT(text(CALL)), 503);
    assertThat(office.book().failures()).isPositive();
  }

  private static Keys.Key key(String name, Role role, String secret, Optional<VesselId> vessel) {
    return Keys.Key.of(new Author(name, role, vessel, Optional.empty()), secret);
  }

  private static UUID id(int number) {
    return new UUID(0x1000_4000L, number);
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").findValuesAsText("id");
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpResponse<String> get(String path, String key, int status) throws Exception {
    return send("get", path, request(path, key).GET(), status);
  }

  private HttpResponse<String> put(String path, String body, String key, int status)
      throws Exception {
    HttpRequest.Builder request = request(path, key).header("X-Plimsoll", "1").PUT(text(body));
    return send("put", path, request, status);
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  private HttpRequest.Builder request(String path, String key) {
    HttpRequest.Builder request = HttpRequest.newBuilder(edge.address().resolve(path));
    return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.Builder request, int status) throws Exception {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as(method + " " + path + ": " + answer.body())
        .isEqualTo(status);
    document.check(
        method,
        path,
        status,
        answer.headers().firstValue("content-type").orElse(""),
        answer.body());
    return answer;
  }
}
