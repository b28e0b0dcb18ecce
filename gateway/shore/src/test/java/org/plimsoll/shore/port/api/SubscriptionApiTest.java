package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.plimsoll.shore.port.api.TestPort.CALL;
import static org.plimsoll.shore.port.api.TestPort.NOON;
import static org.plimsoll.shore.port.api.TestPort.OPERATOR;
import static org.plimsoll.shore.port.api.TestPort.OTHER;
import static org.plimsoll.shore.port.api.TestPort.PORT;
import static org.plimsoll.shore.port.api.TestPort.READER;
import static org.plimsoll.shore.port.api.TestPort.SHIP;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.Subscription;
import org.plimsoll.shore.port.hook.Hosts;

/** Webhooks made over the API, told over real HTTP. */
class SubscriptionApiTest {

  private static final String LIST = "/api/v1/subscriptions";

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private String wish = "";
  private TestPort port;

  @BeforeEach
  void start() throws Exception {
    HttpServer receiver =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request.bodyHandler(
                        body -> {
                          signatures.add(request.getHeader("X-Plimsoll-Signature"));
                          bodies.add(body.toString());
                          request.response().setStatusCode(204).end();
                        }))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(2, TimeUnit.MINUTES);
    String authority = "127.0.0.1:" + receiver.actualPort();
    wish = "{\"url\":\"http://" + authority + "/hook\"}";
    port = new TestPort(directory, new Hosts(Set.of(authority)));
  }

  @AfterEach
  void stop() {
    port.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whoSubscribesIsToldWhatComesSignedWithASecretToldOnce() throws Exception {
    port.put("/api/v1/voyages/" + TestPort.id(1), TestPort.VOYAGE, SHIP, 201);
    JsonNode made = TestPort.json(post(wish, READER, 201));
    String secret = made.path("secret").asText();
    assertThat(secret).hasSize(43);
    String one = LIST + "/" + made.path("id").asText();
    assertThat(port.get(one, READER, 200).body()).doesNotContain(secret, "secret");
    assertThat(port.get(LIST, READER, 200).body()).doesNotContain(secret, "secret");

    port.put("/api/v1/port-calls/" + TestPort.id(2), CALL, SHIP, 201);
    await().until(() -> bodies.size() == 1);
    assertThat(bodies.get(0)).contains("RUVVO").doesNotContain("\"number\":\"12\"");
    assertThat(signatures.get(0)).isEqualTo(signature(secret, bodies.get(0)));
    await().until(() -> port.office.hooks().delivered() == 1);

    port.again();
    port.put("/api/v1/port-calls/" + TestPort.id(3), CALL.replace("RUVVO", "KPNAJ"), SHIP, 201);
    await().until(() -> bodies.size() == 2);
    assertThat(bodies.get(1)).contains("KPNAJ").doesNotContain("RUVVO");

    delete(one, READER, 204);
    port.get(one, READER, 404);
    await().until(() -> port.office.hooks().subscriptions() == 0);
  }

  /** The ship of another vessel, and a reader from whom something is withheld. */
  @Test
  void itHasTheRightsOfWhoMadeIt() throws Exception {
    String call = "/api/v1/port-calls/" + TestPort.id(11);
    port.put(call, CALL, SHIP, 201);
    port.put(
        call + "/withholdings/" + TestPort.id(12),
        "{\"withheld\":[\"DRAUGHT_RECORDS\"]}",
        SHIP,
        201);
    post(wish, OTHER, 201);
    post(wish, READER, 201);
    String last = "{\"vessel\":\"mmsi273000000\",\"number\":\"last\"}";
    port.put(
        call + "/draught-records/" + TestPort.id(13),
        port.example(RecordKind.DRAUGHT_RECORD),
        SHIP,
        201);
    port.put("/api/v1/voyages/" + TestPort.id(14), last, OTHER, 201);
    await().until(() -> bodies.stream().filter(body -> body.contains("\"last\"")).count() == 2);
    assertThat(String.join("", bodies)).doesNotContain("DRAUGHT_RECORD", "4.868");
  }

  @Test
  void eachKeySeesItsOwnAndTheOperatorAll() throws Exception {
    String one = LIST + "/" + TestPort.json(post(wish, SHIP, 201)).path("id").asText();
    post(wish, READER, 201);
    assertThat(TestPort.json(port.get(LIST, SHIP, 200)).path("items")).hasSize(1);
    assertThat(TestPort.json(port.get(LIST, OPERATOR, 200)).path("items")).hasSize(2);
    assertThat(TestPort.json(port.get(LIST, PORT, 200)).path("items")).isEmpty();
    port.get(one, READER, 404);
    delete(one, READER, 404);
    delete(one, OPERATOR, 204);
    delete(one, OPERATOR, 404);
  }

  @Test
  void theirNumberIsBounded() throws Exception {
    for (int i = 0; i < Subscription.MOST_OF_ONE; i++) {
      post(wish, SHIP, 201);
    }
    assertThat(post(wish, SHIP, 409).body()).contains("10 subscriptions at most");
    post(wish, READER, 201);
    String first =
        TestPort.json(port.get(LIST, SHIP, 200)).path("items").path(0).path("id").asText();
    delete(LIST + "/" + first, SHIP, 204);
    post(wish, SHIP, 201);
  }

  @Test
  void theDocumentIsTrueAndWhatIsWrongIsSaid() throws Exception {
    String one = LIST + "/" + TestPort.json(post(wish, SHIP, 201)).path("id").asText();
    for (String wrong :
        List.of(
            "",
            "[]",
            "{}",
            "{\"url\":\"http://127.0.0.1:1/hook\"}",
            "{\"url\":\"https://port.example/\"}",
            "{\"url\":\"http://169.254.169.254/latest\"}",
            wish.replace("}", ",\"kinds\":[]}"),
            wish.replace("}", ",\"kinds\":[\"STAMPS\"]}"),
            wish.replace("}", ",\"vessel\":\"ferry\"}"),
            wish.replace("}", ",\"secret\":\"mine\"}"),
            wish.replace("/hook", "/hook#part"))) {
      post(wrong, SHIP, 400);
    }
    HttpResponse<String> some =
        post(wish.replace("}", ",\"kinds\":[\"VOYAGE\"],\"vessel\":\"imo9876543\"}"), SHIP, 201);
    assertThat(TestPort.json(some).path("kinds").toString()).isEqualTo("[\"VOYAGE\"]");
    post("{\"x\":\"" + "x".repeat(1 << 20) + "\"}", SHIP, 413);
    post(wish, "", 401);
    for (int i = 2; i < Subscription.MOST_OF_ONE; i++) {
      post(wish, SHIP, 201);
    }
    post(wish, SHIP, 409);
    port.unchanged(LIST, port.get(LIST, READER, 200));
    port.get(LIST, "", 401);
    HttpResponse<String> entry = port.get(one, SHIP, 200);
    String tag = entry.headers().firstValue("etag").orElseThrow();
    port.send("get", one, port.request(one, SHIP).header("If-None-Match", tag).GET(), 304);
    port.get(one, "", 401);
    port.get(LIST + "/7", SHIP, 400);
    port.get(LIST + "/" + TestPort.id(9), SHIP, 404);
    delete(LIST + "/7", SHIP, 400);
    delete(LIST + "/" + TestPort.id(9), SHIP, 404);
    delete(one, "", 401);
    delete(one, SHIP, 204);
    port.close();
    port = new TestPort(directory);
    assertThat(post(wish, SHIP, 403).body()).contains("names no host");
    Set<String> documented = new TreeSet<>(port.document.answers(LIST));
    documented.removeIf(answer -> answer.endsWith(" 503"));
    documented.remove("post " + LIST + " 403");
    assertThat(seen).containsAll(documented);
  }

  /** Of the ports that were opened, which keep no more than their own. */
  private final Set<String> seen = new TreeSet<>();

  private HttpResponse<String> post(String body, String key, int status) throws Exception {
    HttpResponse<String> answer =
        port.send(
            "post",
            LIST,
            port.request(LIST, key).header("X-Plimsoll", "1").POST(TestPort.text(body)),
            status);
    seen.addAll(port.document.seen());
    return answer;
  }

  private void delete(String path, String key, int status) throws Exception {
    port.send("delete", path, port.request(path, key).header("X-Plimsoll", "1").DELETE(), status);
    seen.addAll(port.document.seen());
  }

  private static String signature(String secret, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed = NOON.getEpochSecond() + "." + body;
    return "t="
        + NOON.getEpochSecond()
        + ",v1="
        + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
