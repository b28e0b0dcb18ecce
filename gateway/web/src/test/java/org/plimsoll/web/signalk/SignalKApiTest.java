package org.plimsoll.web.signalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.plimsoll.web.signalk.FleetFake.FERRY;
import static org.plimsoll.web.signalk.FleetFake.TUG;
import static org.plimsoll.web.signalk.FleetFake.at;
import static org.plimsoll.web.signalk.FleetFake.speed;
import static org.plimsoll.web.signalk.FleetFake.vessel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.testing.UnhurriedTests;
import org.plimsoll.web.HttpEdge;

/** The API over real sockets, with the JDK's WebSocket client. */
class SignalKApiTest {

  private static final long PATIENCE_SECONDS = UnhurriedTests.PATIENCE.toSeconds();

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private final FleetFake fleet = new FleetFake();
  private final SignalKApi api = new SignalKApi(vertx, fleet);
  private final List<Client> clients = new ArrayList<>();
  private HttpEdge edge;

  @BeforeEach
  void start() throws IOException {
    Router router = HttpEdge.router(vertx);
    api.mount(router);
    edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
    edge.start();
    fleet.put(vessel(FERRY, DataOrigin.LIVE, speed(1, 5.0)));
    fleet.put(
        vessel(TUG, DataOrigin.LIVE, at(1, "navigation.speedOverGround", "ais.VDM", "m/s", 2)));
  }

  @AfterEach
  void stop() {
    clients.forEach(client -> client.socket.abort());
    edge.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void saysWhereEverythingIs() throws Exception {
    String base = "127.0.0.1:" + edge.port() + "/signalk/v1/";
    for (String path : List.of("/signalk", "/signalk/")) {
      JsonNode found = get(path);
      assertThat(found.at("/endpoints/v1/version").asText()).isEqualTo("1.7.0");
      assertThat(found.at("/endpoints/v1/signalk-http").asText())
          .isEqualTo("http://" + base + "api/");
      assertThat(found.at("/endpoints/v1/signalk-ws").asText())
          .isEqualTo("ws://" + base + "stream");
      assertThat(found.at("/server/id").asText()).isEqualTo("plimsoll");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                                        /self, FERRY",
    "/,                                                         /version, 1.7.0",
    "/self,                                                     '', FERRY",
    "/vessels/self/navigation/speedOverGround,                  /value, 5.0",
    "/vessels/self/navigation/speedOverGround/value,            '', 5.0",
    "/vessels/self/navigation/speedOverGround/meta/units,       '', m/s",
    "/vessels/urn:mrn:imo:mmsi:244123456/name,                  '', MV mmsi244123456",
    "/vessels/urn:mrn:imo:mmsi:244123456/navigation,            /speedOverGround/value, 2.0",
    "/vessels,                       /urn:mrn:imo:mmsi:244123456/mmsi, 244123456",
    "/sources/gps/label,                                        '', gps"
  })
  void everyPathOfTheModelCanBeAskedFor(String path, String pointer, String expected)
      throws Exception {
    String wanted = expected.equals("FERRY") ? Documents.context(FERRY) : expected;
    assertThat(get("/signalk/v1/api" + path).at(pointer).asText()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "/signalk/v1/api/vessels/urn:mrn:imo:mmsi:999999999",
    "/signalk/v1/api/vessels/self/navigation/nothing",
    "/signalk/v1/api/vessels/self/navigation/speedOverGround/value/more",
    "/signalk/v1/api/aircraft",
    "/signalk/v2/api"
  })
  void whatIsNotThereIs404(String path) throws Exception {
    HttpResponse<String> answer = answer(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void helloThenEverythingThenWhatChanges() throws Exception {
    Client client = connect("");
    JsonNode hello = client.next();
    assertThat(hello.path("version").asText()).isEqualTo("1.7.0");
    assertThat(hello.path("self").asText()).isEqualTo(Documents.context(FERRY));
    assertThat(hello.path("timestamp").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(hello.path("roles")).hasSize(2);

    JsonNode all = client.next();
    assertThat(all.path("context").asText()).isEqualTo(Documents.context(FERRY));
    assertThat(values(all)).containsExactly(":{\"name\"", "navigation.speedOverGround:5.0");

    fleet.put(
        vessel(
            FERRY,
            DataOrigin.LIVE,
            speed(1, 5.0),
            at(2, "navigation.headingTrue", "gyro.HEHDT", "rad", 1.25)));
    api.refresh();
    assertThat(values(client.next())).containsExactly("navigation.headingTrue:1.25");

    fleet.put(vessel(FERRY, DataOrigin.LIVE, speed(1, 5.0)));
    api.refresh();
    assertThat(values(client.next())).containsExactly("navigation.headingTrue:null");
    assertThat(client.messages).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"subscribe=self, 1", "subscribe=all, 2", "'', 1"})
  void hearsTheVesselsAskedFor(String query, int vessels) throws Exception {
    Client client = connect(query);
    client.next();
    for (int i = 0; i < vessels; i++) {
      assertThat(client.next().path("context").asText()).startsWith("vessels.urn:mrn:");
    }
    fleet.put(vessel(TUG, DataOrigin.LIVE, speed(7, 7.0)));
    fleet.put(vessel(FERRY, DataOrigin.LIVE, speed(8, 8.0)));
    api.refresh();
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < vessels; i++) {
      heard.addAll(values(client.next()));
    }
    assertThat(heard).hasSize(vessels).contains("navigation.speedOverGround:8.0");
  }

  @Test
  void hearsNothingUntilItAsks() throws Exception {
    Client client = connect("subscribe=none");
    client.next();
    client.say(
        "{\"context\":\"vessels.urn:mrn:imo:mmsi:244123456\",\"subscribe\":[{\"path\":\"navigation.*\"}]}");
    JsonNode tug = client.next();
    assertThat(tug.path("context").asText()).isEqualTo("vessels.urn:mrn:imo:mmsi:244123456");
    assertThat(values(tug)).contains("navigation.speedOverGround:2.0");

    client.say("{\"context\":\"*\",\"unsubscribe\":[{\"path\":\"*\"}]}");
    client.say("this makes no sense");
    await().until(() -> api.refused() == 1);
    fleet.put(vessel(TUG, DataOrigin.LIVE, speed(9, 9.0)));
    api.refresh();
    client.say("{\"subscribe\":[{\"path\":\"navigation.speedOverGround\"}]}");
    assertThat(client.next().path("context").asText()).isEqualTo(Documents.context(FERRY));
  }

  @Test
  void aPeriodIsKept() throws Exception {
    Client client = connect("subscribe=none");
    client.next();
    client.say("{\"subscribe\":[{\"path\":\"navigation.*\",\"period\":3000}]}");
    assertThat(values(client.next())).contains("navigation.speedOverGround:5.0");
    Client watch = connect("");
    watch.next();
    watch.next();
    for (int second = 10; second < 19; second++) {
      fleet.put(vessel(FERRY, DataOrigin.LIVE, speed(second, second)));
      api.refresh();
      assertThat(values(watch.next()))
          .containsExactly("navigation.speedOverGround:" + (double) second);
    }
    await().until(() -> client.messages.size() >= 3);
    assertThat(client.messages).hasSize(3);
  }

  @Test
  void titlesAndUnitsComeOnceWhenTheyAreAskedFor() throws Exception {
    Client client = connect("sendMeta=all");
    client.next();
    client.next();
    JsonNode meta = client.next().at("/updates/0/meta/0");
    assertThat(meta.path("path").asText()).isEqualTo("navigation.speedOverGround");
    assertThat(meta.at("/value/units").asText()).isEqualTo("m/s");
    for (double value : new double[] {8, 9}) {
      fleet.put(vessel(FERRY, DataOrigin.LIVE, speed((long) value, value)));
      api.refresh();
      assertThat(values(client.next())).containsExactly("navigation.speedOverGround:" + value);
    }
  }

  @Test
  void aSlowClientGetsTheLatestOfEachPathAndHoldsNobodyUp() throws Exception {
    Client slow = connect("", false);
    Client quick = connect("");
    quick.next();
    quick.next();
    int last = 200;
    for (int second = 1; second <= last; second++) {
      fleet.put(vessel(FERRY, DataOrigin.LIVE, FleetFake.many(1000, second)));
      api.refresh();
      assertThat(quick.next().at("/updates/0/values").isArray()).isTrue();
    }
    await().until(() -> api.skipped() > 0);
    slow.read();
    slow.next();
    int messages = 0;
    String value = "";
    while (!value.endsWith(":" + (double) last)) {
      api.refresh();
      List<String> values = values(slow.next());
      value = values.get(values.size() - 1);
      messages++;
    }
    assertThat(messages).isLessThan(last);
  }

  @ParameterizedTest
  @CsvSource({
    "subscribe=everything, '',                     400",
    "'',                   http://elsewhere.example, 403",
    "'',                   OWN,                    101"
  })
  void refusesWhatItCannotServe(String query, @Nullable String origin, int status)
      throws Exception {
    Handshake handshake = new Handshake(edge.port(), query, origin);
    assertThat(handshake.status()).isEqualTo(status);
    await().until(() -> api.clients() == (status == 101 ? 1 : 0));
    handshake.close();
    await().until(() -> api.clients() == 0);
  }

  @Test
  void aPlainRequestTakesNoPlace() throws Exception {
    assertThat(answer("/signalk/v1/stream").statusCode()).isEqualTo(426);
    assertThat(api.clients()).isZero();
  }

  @Test
  void aClientThatLeavesInTheSameBreathKeepsNobodyFromHisDeltas() throws Exception {
    List<Throwable> unhandled = new CopyOnWriteArrayList<>();
    vertx.exceptionHandler(unhandled::add);
    for (int i = 0; i < 20; i++) {
      try (Handshake leaving = new Handshake(edge.port(), "", "")) {
        await().until(() -> api.clients() == 1);
        leaving.sayAndLeave(
            "{\"context\":\"*\",\"subscribe\":[{\"path\":\"navigation.*\",\"period\":1000}]}");
        await().until(() -> api.clients() == 0);
      }
    }
    assertThat(unhandled).isEmpty();
  }

  @Test
  void aClientThatLeavesMakesRoom() throws Exception {
    List<Handshake> held = new ArrayList<>();
    for (int i = 0; i < SignalKStream.MAX_CLIENTS; i++) {
      held.add(new Handshake(edge.port(), "", ""));
      assertThat(held.get(i).status()).isEqualTo(101);
    }
    assertThat(new Handshake(edge.port(), "", "").status()).isEqualTo(503);
    held.get(0).close();
    await().until(() -> api.clients() == SignalKStream.MAX_CLIENTS - 1);
    assertThat(new Handshake(edge.port(), "", "").status()).isEqualTo(101);
    for (Handshake one : held) {
      one.close();
    }
  }

  private static List<String> values(JsonNode delta) {
    List<String> values = new ArrayList<>();
    for (JsonNode update : delta.path("updates")) {
      for (JsonNode value : update.path("values")) {
        String text = value.path("value").toString();
        values.add(
            value.path("path").asText()
                + ":"
                + (text.startsWith("{\"name\"") ? "{\"name\"" : text));
      }
    }
    return values;
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = answer(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/json; charset=utf-8");
    return json.readTree(answer.body());
  }

  private HttpResponse<String> answer(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Client connect(String query) {
    return connect(query, true);
  }

  private Client connect(String query, boolean reads) {
    Client client = new Client(reads);
    client.socket =
        http.newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:" + edge.port() + "/signalk/v1/stream?" + query), client)
            .join();
    clients.add(client);
    return client;
  }

  /** A display; one that does not read lets its messages wait in the socket. */
  private final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reads;
    private WebSocket socket;

    private Client(boolean reads) {
      this.reads = reads;
    }

    @Override
    public void onOpen(WebSocket opened) {
      if (reads) {
        opened.request(Long.MAX_VALUE);
      }
    }

    private void read() {
      socket.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        messages.add(partial.toString());
        partial.setLength(0);
      }
      return null;
    }

    private void say(String message) {
      socket.sendText(message, true).join();
    }

    private JsonNode next() throws Exception {
      String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(message).as("a message within " + PATIENCE_SECONDS + " s").isNotNull();
      return json.readTree(message);
    }
  }
}
