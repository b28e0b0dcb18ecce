package org.plimsoll.shore.port.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.TestShip;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.shore.port.book.Outcome;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.book.Submission;
import org.plimsoll.shore.port.outbound.Turn;
import org.plimsoll.shore.port.wire.Body;
import org.plimsoll.shore.port.wire.PortJson;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/** Vessel statuses over real HTTP, on virtual time. */
class StatusPushTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
  private static final VesselId SHE = new VesselId("imo9876543");
  private static final StreamId STREAM = new StreamId("0123456789abcdef0123456789abcdef");
  private static final UUID CALL = new UUID(0x1000_4000L, 1);
  private static final String DRAUGHT = "hull.draught.";

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(204);
  private final AtomicLong nanos = new AtomicLong();
  private final Fleet fleet = new Fleet();
  private Instant now = NOON;
  private long ids = 1;
  private PortBook book;
  private StatusPush push;

  @BeforeEach
  void start() throws Exception {
    HttpServer receiver =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request.bodyHandler(
                        body -> {
                          sent.add(
                              request.method()
                                  + " "
                                  + request.path()
                                  + " "
                                  + request.getHeader("API-Version")
                                  + " "
                                  + request.getHeader("Authorization"));
                          bodies.add(body.toString());
                          request.response().setStatusCode(status.get()).end();
                        }))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(2, TimeUnit.MINUTES);
    book = new PortBook(directory, () -> now);
    push =
        new StatusPush(
            new PushConfig(
                URI.create("http://127.0.0.1:" + receiver.actualPort() + "/v2"),
                Optional.of("token-of-the-port"),
                Duration.ofMinutes(5)),
            new StatusPush.Works(book, fleet, () -> now, nanos::get, new Random(1)));
  }

  @AfterEach
  void stop() {
    book.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void anOpenCallIsToldHowSheLiesAndWhereSheIs() throws Exception {
    call("REQUESTED");
    lie(DataOrigin.LIVE, Quality.GOOD);
    lookUntil(1);
    assertThat(sent)
        .containsExactly("PUT /v2/vessel-statuses/" + CALL + " 2 Bearer token-of-the-port");
    JsonNode json = new ObjectMapper().readTree(bodies.get(0));
    assertThat(json.path("portCallServiceID").asText()).isEqualTo(CALL.toString());
    assertThat(json.path("draft").asDouble()).isEqualTo(5.2);
    assertThat(json.path("forwardDraft").asDouble()).isEqualTo(4.87);
    assertThat(json.path("aftDraft").asDouble()).isEqualTo(5.2);
    assertThat(json.path("dimensionUnit").asText()).isEqualTo("MTR");
    JsonNode at = json.path("vesselPosition").path("geoCoordinate");
    assertThat(at.path("latitude").asText()).isEqualTo("42.24000");
    assertThat(at.path("longitude").asText()).isEqualTo("130.30000");
    assertThat(push.state()).isEqualTo(PushState.UP);

    looks(20);
    assertThat(bodies).as("not again before its time").hasSize(1);
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    lookUntil(2);
  }

  @Test
  void whatIsWithheldOrNotMeasuredIsNotSent() throws Exception {
    call("REQUESTED");
    lie(DataOrigin.LIVE, Quality.GOOD);
    withhold("[\"DRAUGHT_RECORDS\"]", Optional.empty());
    lookUntil(1);
    assertThat(bodies.get(0)).contains("vesselPosition").doesNotContain("raft", "MTR");
    withhold("[\"POSITIONS\"]", Optional.of(new UUID(9, ids - 1)));
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    lookUntil(2);
    assertThat(bodies.get(1)).contains("forwardDraft").doesNotContain("vesselPosition");
    withhold("[\"POSITIONS\",\"DRAUGHT_RECORDS\"]", Optional.of(new UUID(9, ids - 1)));
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    looks(20);
    assertThat(bodies).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE,GOOD,REQUESTED,0,true",
    "LIVE,DEGRADED,OPERATIONAL,0,true",
    "LIVE,INVALID,REQUESTED,0,false",
    "LIVE,GOOD,REQUESTED,11,false",
    "SIMULATED,GOOD,REQUESTED,0,false",
    "REPLAYED,GOOD,REQUESTED,0,false",
    "LIVE,GOOD,COMPLETED,0,false",
    "LIVE,GOOD,CANCELLED,0,false",
  })
  void onlyFreshLiveReadingsOfOpenCalls(
      DataOrigin origin, Quality quality, String call, int minutesOld, boolean told)
      throws Exception {
    call(call);
    lie(origin, quality);
    now = now.plus(Duration.ofMinutes(minutesOld));
    looks(20);
    if (told) {
      lookUntil(1);
    }
    assertThat(push.pushed()).isEqualTo(told ? 1 : 0);
  }

  @Test
  void aReceiverThatIsAwayGetsHowSheLiesThen() throws Exception {
    status.set(503);
    call("REQUESTED");
    lie(DataOrigin.LIVE, Quality.GOOD);
    await()
        .until(
            () -> {
              push.look();
              return push.failures() == 1;
            });
    assertThat(push.state()).isEqualTo(PushState.DOWN);
    looks(20);
    assertThat(bodies).as("not before it has waited").hasSize(1);
    status.set(204);
    nanos.addAndGet(Turn.FIRST_WAIT.toNanos());
    lookUntil(1);
    assertThat(push.state()).isEqualTo(PushState.UP);
  }

  @ParameterizedTest
  @CsvSource({"400,1,0", "404,1,0", "409,1,0", "401,0,1", "403,0,1", "429,0,1", "500,0,1"})
  void aCallThatIsNotKnownThereHoldsUpNoOther(int answer, int refused, int failures)
      throws Exception {
    status.set(answer);
    call("REQUESTED");
    lie(DataOrigin.LIVE, Quality.GOOD);
    await()
        .until(
            () -> {
              push.look();
              return push.refused() + push.failures() == 1;
            });
    assertThat(push.refused()).isEqualTo(refused);
    assertThat(push.failures()).isEqualTo(failures);
    assertThat(push.state()).isEqualTo(refused == 1 ? PushState.UP : PushState.DOWN);
  }

  private void lookUntil(long pushed) {
    await()
        .until(
            () -> {
              push.look();
              return push.pushed() == pushed;
            });
  }

  /** Each has had its answer of the book when it returns. */
  private void looks(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      push.look();
      book.ask(Ledger::entries).get(2, TimeUnit.MINUTES);
    }
  }

  private void call(String state) throws Exception {
    String body = "{\"vessel\":\"imo9876543\",\"unlocode\":\"RUVVO\",\"status\":\"" + state + "\"}";
    put(RecordKind.PORT_CALL, CALL, Optional.empty(), body);
  }

  private void withhold(String whats, Optional<UUID> before) throws Exception {
    String supersedes = before.map(id -> ",\"supersedes\":\"" + id + "\"").orElse("");
    put(
        RecordKind.WITHHOLDING,
        new UUID(9, ids++),
        Optional.of(CALL),
        "{\"withheld\":" + whats + supersedes + "}");
  }

  private void put(RecordKind kind, UUID id, Optional<UUID> parent, String body) throws Exception {
    Body.Read read = (Body.Read) PortJson.read(kind, body, now);
    Submission submission = new Submission(kind, id, parent, read);
    assertThat(book.ask(ledger -> ledger.put(submission, Author.LOCAL)).get(2, TimeUnit.MINUTES))
        .isInstanceOf(Outcome.Created.class);
  }

  private void lie(DataOrigin origin, Quality quality) {
    fleet.heard(
        SHE,
        TestShip.block(1, 1, origin),
        List.of(
            latest(0, "navigation.position.latitude", 42.24, quality),
            latest(1, "navigation.position.longitude", 130.30, quality),
            latest(2, DRAUGHT + "forward.port", 4.868, quality),
            latest(3, DRAUGHT + "forward.starboard", 4.872, quality),
            latest(4, DRAUGHT + "midship.port", 5.031, quality),
            latest(5, DRAUGHT + "aft.port", 5.2, quality)),
        now.toEpochMilli());
  }

  private Latest latest(int id, String path, double value, Quality quality) {
    return new Latest(
        new Channel(id, path, "gps", "x", 1e-7, 100, path),
        STREAM,
        1,
        now.toEpochMilli(),
        OptionalDouble.of(value),
        quality);
  }
}
