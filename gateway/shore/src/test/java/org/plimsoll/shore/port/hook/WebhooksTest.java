package org.plimsoll.shore.port.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.book.Submission;
import org.plimsoll.shore.port.outbound.Turn;
import org.plimsoll.shore.port.wire.Body;
import org.plimsoll.shore.port.wire.PortJson;
import org.plimsoll.telemetry.VesselId;

/** A book on a real file and a receiver on a real socket; time is ours. */
class WebhooksTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
  private static final String SECRET = "a secret that both know";

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(204);
  private final AtomicLong nanos = new AtomicLong();
  private HttpServer receiver;
  private PortBook book;
  private Webhooks hooks;
  private int ids;

  @BeforeEach
  void start() throws Exception {
    receiver =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              signatures.add(request.getHeader("X-Plimsoll-Signature"));
                              bodies.add(body.toString());
                              request.response().setStatusCode(status.get()).end();
                            }))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(2, TimeUnit.MINUTES);
    open();
    // The first look says from where on it is told.
    hooks.look();
    book.ask(Ledger::entries).get(2, TimeUnit.MINUTES);
  }

  private void open() {
    book = new PortBook(directory, () -> NOON);
    Webhook hook =
        new Webhook(
            "harbour",
            URI.create("http://127.0.0.1:" + receiver.actualPort() + "/hook"),
            SECRET,
            Set.of(RecordKind.VOYAGE),
            Optional.of(new VesselId("imo9876543")));
    hooks =
        new Webhooks(
            List.of(hook), Webhooks.Subscribers.NONE, book, () -> NOON, nanos::get, new Random(1));
  }

  @AfterEach
  void stop() {
    book.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatIsNewIsToldOnceInOrderAndSigned() throws Exception {
    voyage("imo9876543", "1");
    voyage("mmsi273000000", "2");
    voyage("imo9876543", "3");
    lookUntil(2);
    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0)).contains("\"number\":\"1\"", "\"number\":\"3\"");
    assertThat(bodies.get(0).indexOf("\"1\"")).isLessThan(bodies.get(0).indexOf("\"3\""));
    assertThat(bodies.get(0)).doesNotContain("mmsi273000000");
    assertThat(signatures.get(0))
        .isEqualTo(Signature.of(SECRET, NOON.getEpochSecond(), bodies.get(0)));

    book.close();
    open();
    voyage("imo9876543", "4");
    lookUntil(1);
    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(1)).contains("\"number\":\"4\"").doesNotContain("\"number\":\"3\"");
  }

  @Test
  void whatIsNotTakenIsSentAgainAfterAWhile() throws Exception {
    status.set(500);
    voyage("imo9876543", "1");
    await()
        .until(
            () -> {
              hooks.look();
              return hooks.failures() == 1;
            });
    for (int i = 0; i < 10; i++) {
      hooks.look();
      book.ask(Ledger::entries).get(2, TimeUnit.MINUTES);
    }
    assertThat(bodies).hasSize(1);
    nanos.addAndGet(Turn.FIRST_WAIT.toNanos());
    status.set(204);
    lookUntil(1);
    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
  }

  @Test
  void aReceiverThatIsAwayIsWaitedFor() throws Exception {
    int port = receiver.actualPort();
    receiver.close().toCompletionStage().toCompletableFuture().get(2, TimeUnit.MINUTES);
    voyage("imo9876543", "1");
    await()
        .until(
            () -> {
              hooks.look();
              return hooks.failures() > 0;
            });
    receiver =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().setStatusCode(200).end())
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(2, TimeUnit.MINUTES);
    nanos.addAndGet(Turn.LONGEST_WAIT.toNanos());
    lookUntil(1);
  }

  /** RFC 2104's arithmetic, by an independent tool: openssl dgst -sha256 -hmac. */
  @Test
  void theSignatureIsWhatOthersCompute() {
    assertThat(Signature.of("secret", 1_768_456_800, "{}"))
        .isEqualTo(
            "t=1768456800,v1=91c3cc323240e6783226f33aed6f6e016976f3654d1efc3d78fe5b42355992c2");
  }

  @ParameterizedTest
  @CsvSource({
    "https://port.example/hook,true",
    "http://127.0.0.1:9999/hook,true",
    "http://localhost/hook,true",
    "http://port.example/hook,false",
    "https://user:password@port.example/,false",
    "ftp://port.example/,false",
    "hook,false",
  })
  void whatLeavesTheMachineIsEncrypted(String url, boolean valid) {
    assertThat(Webhook.isValid(URI.create(url))).isEqualTo(valid);
  }

  private void lookUntil(long delivered) {
    await()
        .until(
            () -> {
              hooks.look();
              return hooks.delivered() == delivered;
            });
  }

  private void voyage(String vessel, String number) throws Exception {
    String body = "{\"vessel\":\"" + vessel + "\",\"number\":\"" + number + "\"}";
    Body.Read read = (Body.Read) PortJson.read(RecordKind.VOYAGE, body, NOON);
    Submission submission =
        new Submission(RecordKind.VOYAGE, new UUID(7, ids++), Optional.empty(), read);
    book.ask(ledger -> ledger.put(submission, Author.LOCAL)).get(2, TimeUnit.MINUTES);
  }
}
