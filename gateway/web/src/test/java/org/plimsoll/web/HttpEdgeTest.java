package org.plimsoll.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpEdgeTest {

  private final Vertx vertx = Vertx.vertx();
  private final Router router = HttpEdge.router(vertx);
  private final HttpEdge edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws IOException {
    router.get("/thing").handler(context -> context.end("a thing"));
    router.post("/thing").handler(context -> context.end("changed"));
    router
        .get("/broken")
        .handler(
            context -> {
              throw new IllegalStateException("secret detail");
            });
    edge.start();
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void answersOnTheFreePortItTook() throws Exception {
    assertThat(edge.port()).isPositive();
    assertThat(get("/thing").body()).isEqualTo("a thing");
  }

  @Test
  void namesHostAndPortThatAnotherProcessHas() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      HttpEdge second = new HttpEdge(vertx, "127.0.0.1", taken.getLocalPort(), router);
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "cannot listen on 127.0.0.1:%1$d: port %1$d is in use by another process",
              taken.getLocalPort());
    }
  }

  @Test
  void namesAHostThatIsNotOfThisMachine() {
    HttpEdge elsewhere = new HttpEdge(vertx, "192.0.2.1", 0, router);
    assertThatThrownBy(elsewhere::start)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot listen on 192.0.2.1:0: ");
  }

  @Test
  void letsThePortGoWhenClosed() throws Exception {
    int tcpPort = edge.port();
    edge.close();
    edge.close();
    // The JDK closes the descriptor when the selector turns next, a moment later.
    await().ignoreException(BindException.class).until(() -> canListen(tcpPort));
  }

  private static boolean canListen(int tcpPort) throws IOException {
    try (ServerSocket again = new ServerSocket()) {
      again.setReuseAddress(true);
      again.bind(new InetSocketAddress("127.0.0.1", tcpPort));
      return again.isBound();
    }
  }

  @ParameterizedTest
  @CsvSource({"/nothing,GET,404,Not Found", "/thing,DELETE,405,Method Not Allowed"})
  void answersWhatItCannotServeWithAProblem(String path, String method, int status, String title)
      throws Exception {
    HttpResponse<String> reply =
        send(
            request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("X-Plimsoll", "1"));
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
    JsonObject problem = new JsonObject(reply.body());
    assertThat(problem.getString("title")).isEqualTo(title);
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("instance")).isEqualTo(path);
  }

  @Test
  void keepsTheDetailOfAFaultToTheLog() throws Exception {
    HttpResponse<String> reply = get("/broken");
    assertThat(reply.statusCode()).isEqualTo(500);
    assertThat(reply.body()).doesNotContain("secret").contains("the fault is in the gateway");
  }

  @Test
  void refusesABodyAboveTheLimit() throws Exception {
    byte[] body = new byte[Problems.MAX_BODY_BYTES + 1];
    HttpResponse<String> reply =
        send(
            request("/thing")
                .header("X-Plimsoll", "1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.body()).contains("65536 bytes at most");
  }

  @Test
  void takesChangesFromOurPageAndFromProgramsOnly() throws Exception {
    String own = "http://127.0.0.1:" + edge.port();
    assertThat(post("Origin", own).statusCode()).isEqualTo(200);
    assertThat(post("X-Plimsoll", "1").statusCode()).isEqualTo(200);
    assertThat(post("Authorization", "Bearer key").statusCode()).isEqualTo(200);
    assertThat(post("Authorization", "Basic key").statusCode()).isEqualTo(403);
    assertThat(post("Origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(post("Origin", "null").statusCode()).isEqualTo(403);
    HttpResponse<String> bare = post("Accept", "*/*");
    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(bare.body()).contains("X-Plimsoll: 1");
  }

  @ParameterizedTest
  @CsvSource({
    "http://ship:8080,ship:8080,true",
    "http://SHIP:8080,ship:8080,true",
    "http://ship:8081,ship:8080,false",
    "http://ship:8080@evil.example,ship:8080,false",
    "http://evil.example/ship:8080,ship:8080,false",
    "'not a uri',ship:8080,false",
    ",ship:8080,false",
    "http://ship:8080,,false",
  })
  void knowsItsOwnOrigin(String origin, String host, boolean own) {
    assertThat(CrossSite.isOwn(origin, host)).isEqualTo(own);
  }

  @Test
  void everyReplyForbidsWhatAPageMustNotDo() throws Exception {
    for (String path : new String[] {"/thing", "/nothing", "/broken"}) {
      HttpResponse<String> reply = get(path);
      assertThat(reply.headers().firstValue("content-security-policy"))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                      .doesNotContain("unsafe"));
      assertThat(reply.headers().firstValue("x-content-type-options")).contains("nosniff");
      assertThat(reply.headers().firstValue("referrer-policy")).contains("no-referrer");
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpResponse<String> post(String header, String value) throws Exception {
    return send(request("/thing").header(header, value).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(edge.address().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
