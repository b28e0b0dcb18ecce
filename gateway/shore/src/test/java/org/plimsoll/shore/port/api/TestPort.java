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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.fence.FenceRules;
import org.plimsoll.shore.port.fence.PortMap;
import org.plimsoll.shore.port.hook.Hosts;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.web.HttpEdge;

/** The port over real HTTP, each answer held against the document. */
final class TestPort implements AutoCloseable {

  static final String PORT = "key-of-the-port-authority";
  static final String SHIP = "key-of-the-ship-imo9876543";
  static final String OTHER = "key-of-another-ship";
  static final String READER = "key-of-a-reader";
  static final String OPERATOR = "key-of-the-operator";
  static final String SIGNING_KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  static final String CALL =
      "{\"vessel\":\"imo9876543\",\"unlocode\":\"RUVVO\",\"status\":\"REQUESTED\"}";
  static final String VOYAGE = "{\"vessel\":\"imo9876543\",\"number\":\"12\"}";

  private final Path directory;
  private final Hosts hosts;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  Instant now = NOON;
  final OpenApi document;
  PortOffice office;
  private HttpEdge edge;

  /** With a key for each role, and its book in a directory. */
  TestPort(Path directory) throws Exception {
    this(directory, Hosts.NONE);
  }

  /** The same, and with hosts to which webhooks may be made. */
  TestPort(Path directory, Hosts hosts) throws Exception {
    this.directory = directory;
    this.hosts = hosts;
    try (var in = getClass().getResourceAsStream("/org/plimsoll/shore/api/openapi.yaml")) {
      document = new OpenApi(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    open(directory, keys());
    await().until(office.book()::isUp);
  }

  private static Keys keys() {
    return new Keys(
        List.of(
            key("port", Role.PORT_AUTHORITY, PORT, Optional.empty()),
            key("ship", Role.SHIP, SHIP, Optional.of(new VesselId("imo9876543"))),
            key("other", Role.SHIP, OTHER, Optional.of(new VesselId("mmsi273000000"))),
            key("reader", Role.READER, READER, Optional.empty()),
            key("operator", Role.OPERATOR, OPERATOR, Optional.empty())));
  }

  /** Starts again with the same keys. */
  void again() throws Exception {
    again(directory, keys());
    await().until(office.book()::isUp);
  }

  /** Starts again with other keys, and perhaps where no book can be. */
  void again(Path where, Keys keys) throws Exception {
    shut();
    open(where, keys);
  }

  private void open(Path where, Keys keys) throws Exception {
    PortMap map = PortMap.read(Path.of("../../tools/examples/port.geojson"));
    office =
        new PortOffice(
            new PortConfig(
                where,
                keys,
                map,
                FenceRules.USUAL,
                List.of(),
                hosts,
                new ShipPapers(
                    Map.of(new VesselId("imo9876543"), SIGNING_KEY),
                    Map.of(new VesselId("imo9876543"), 170)),
                Optional.empty()),
            new Fleet(),
            () -> now,
            () -> 0,
            new Random(1));
    Router router = HttpEdge.router(vertx, PortOffice.MAX_BODY_BYTES);
    office.mount(router);
    edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
    edge.start();
    office.start(vertx);
  }

  private void shut() {
    edge.close();
    office.close();
  }

  @Override
  public void close() {
    shut();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  void unchanged(String path, HttpResponse<String> answer) throws Exception {
    String tag = answer.headers().firstValue("etag").orElseThrow();
    send("get", path, request(path, READER).header("If-None-Match", tag).GET(), 304);
  }

  static String list(RecordKind kind) {
    return "/api/v1/"
        + kind.parent().map(p -> p.segment() + "/" + id(p.ordinal() * 10 + 1) + "/").orElse("")
        + kind.segment();
  }

  String example(RecordKind kind) throws Exception {
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
      case INSPECTION ->
          "{\"unit\":\""
              + id(RecordKind.CARGO_UNIT.ordinal() * 10 + 1)
              + "\",\"finding\":\"AS_DECLARED\",\"by\":\"Inspector Kim\","
              + "\"at\":\"2026-01-15T11:45:00Z\"}";
      case UKC_REQUEST ->
          "{\"at\":\"2026-01-15T11:30:00Z\",\"deepestDraughtMetres\":5.204,\"u95Metres\":0.006,"
              + "\"quality\":\"GOOD\",\"purpose\":\"ACTUAL_PLAN\","
              + "\"calculationRequested\":\"TIME_WINDOW\",\"range\":{\"from\":"
              + "\"2026-01-15T12:00:00Z\",\"to\":\"2026-01-15T18:00:00Z\"},\"route\":{\"name\":"
              + "\"Out by the east channel\",\"version\":\"3\"},\"speeds\":[{\"name\":\"Bar\","
              + "\"speedMetresPerSecond\":4.1}]}";
      case UKC_PLAN ->
          "{\"request\":\""
              + id(RecordKind.UKC_REQUEST.ordinal() * 10 + 1)
              + "\",\"generated\":\"2026-01-15T11:40:00Z\",\"windows\":[{\"from\":"
              + "\"2026-01-15T13:10:00Z\",\"to\":\"2026-01-15T15:50:00Z\"}],"
              + "\"maximumDraughtMetres\":5.6,\"controlPoints\":[{\"name\":\"Bar\","
              + "\"latitudeDegrees\":43.1,\"longitudeDegrees\":131.9,\"passing\":"
              + "\"2026-01-15T13:30:00Z\",\"speedMetresPerSecond\":4.1,"
              + "\"aboveLimitMetres\":0.42}]}";
      case WITHHOLDING -> "{\"withheld\":[\"RECONCILIATIONS\",\"DRAUGHT_RECORDS\"]}";
      case CROSSING -> throw new IllegalArgumentException("nobody writes it");
    };
  }

  static String draught(String instant, String at, int kilograms) {
    return ("{\"instant\":\"%s\",\"at\":\"%s\",\"quality\":\"GOOD\","
            + "\"draughtsMetres\":{\"forwardPort\":4.868,\"aftStarboard\":5.198,\"u95\":0.006},"
            + "\"deductiblesKilograms\":100000,"
            + "\"displacement\":{\"kilograms\":%d,\"u95Kilograms\":13000},"
            + "\"marks\":[{\"mark\":\"W\",\"side\":\"PORT\",\"limitMetres\":5.12,"
            + "\"draughtMetres\":5.031,\"verdict\":\"PASS\"}],"
            + "\"signature\":{\"algorithm\":\"Ed25519\",\"key\":\"%s\",\"value\":\"%s\"}}")
        .formatted(instant, at, kilograms, SIGNING_KEY, "A".repeat(86));
  }

  static String unit(String unitId, String masses) {
    return "{\"unitId\":\"" + unitId + "\",\"type\":\"HGV\"" + masses + "}";
  }

  static String inspection(int unit, String finding) {
    return "{\"unit\":\""
        + id(unit)
        + "\",\"finding\":\""
        + finding
        + "\",\"by\":\"Inspector Kim\",\"at\":\"2026-01-15T11:45:00Z\"}";
  }

  static Keys.Key key(String name, Role role, String secret, Optional<VesselId> vessel) {
    return Keys.Key.of(new Author(name, role, vessel, Optional.empty()), secret);
  }

  static UUID id(int number) {
    return new UUID(0x1000_4000L, number);
  }

  static List<String> ids(JsonNode page) {
    return page.path("items").findValuesAsText("id");
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  HttpResponse<String> get(String path, String key, int status) throws Exception {
    return send("get", path, request(path, key).GET(), status);
  }

  HttpResponse<String> put(String path, String body, String key, int status) throws Exception {
    HttpRequest.Builder request = request(path, key).header("X-Plimsoll", "1").PUT(text(body));
    return send("put", path, request, status);
  }

  HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  HttpRequest.Builder request(String path, String key) {
    HttpRequest.Builder request = HttpRequest.newBuilder(edge.address().resolve(path));
    return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
  }

  HttpResponse<String> send(String method, String path, HttpRequest.Builder request, int status)
      throws Exception {
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
