package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.VesselId;

/**
 * What goes to an InfluxDB 2, and what its answers mean: requests and answers as its documentation
 * has them, by a server of ours that answers what a test says.
 */
class InfluxTwoTest {

  private record Heard(String method, String target, String authorisation, String body) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private HttpServer server;
  private InfluxStore store;
  private volatile int status = 204;
  private volatile String answer = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    store =
        new InfluxStore(
            new InfluxServer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                InfluxServer.Version.V2,
                "ships",
                "harbour",
                "",
                "s3cret",
                Optional.of(Duration.ofDays(90))));
  }

  private void serve(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] body =
        zipped
            ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
            : exchange.getRequestBody().readAllBytes();
    heard.add(
        new Heard(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            new String(body, StandardCharsets.UTF_8)));
    byte[] said = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @AfterEach
  void stop() {
    store.close();
    server.stop(0);
  }

  @Test
  void writesOneMeasurementForEachPath() throws Exception {
    VesselId vessel = new VesselId("imo9876543");
    assertThat(
            store.write(
                List.of(StoreContract.reading(vessel, "hull.trim", StoreContract.T0, -0.37, 7))))
        .isEqualTo(new WriteOutcome.Written());
    Heard write = heard.poll(2, TimeUnit.MINUTES);
    assertThat(write.method()).isEqualTo("POST");
    assertThat(URI.create(write.target()).getPath()).isEqualTo("/api/v2/write");
    assertThat(URI.create(write.target()).getQuery().split("&"))
        .contains("org=harbour", "bucket=ships", "precision=ms");
    assertThat(write.authorisation()).isEqualTo("Token s3cret");
    assertThat(write.body())
        .isEqualTo(
            "hull.trim,vessel=imo9876543,source=draught,epoch=0 value=-0.37,quality=\"GOOD\","
                + "seq=7i,stream=\"0123456789abcdef0123456789abcdef\" 1767225600000\n");
  }

  @Test
  void theLedgerGoesWhereNothingExpires() throws Exception {
    Point.Ledger row =
        new Point.Ledger(
            new VesselId("imo9876543"),
            StoreContract.STREAM,
            Point.Kind.ROW,
            7,
            7,
            3,
            "",
            StoreContract.T0);
    assertThat(store.write(List.of(row))).isEqualTo(new WriteOutcome.Written());
    Heard write = heard.poll(2, TimeUnit.MINUTES);
    assertThat(URI.create(write.target()).getQuery().split("&")).contains("bucket=ships_long");
    assertThat(write.body())
        .isEqualTo(
            "plimsoll.blocks,vessel=imo9876543,stream=0123456789abcdef0123456789abcdef,kind=row"
                + " first=7i,last=7i,readings=3i,reason=\"\",at=1767225600000i 7\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"code":"invalid","message":"unable to parse 'x': missing fields"}        | Refused
          422 | {"code":"unprocessable entity","message":"failure writing points: partial"} | Refused
          401 | {"code":"unauthorized","message":"unauthorized access"}                   | Misconfigured
          404 | {"code":"not found","message":"bucket \\"ships\\" not found"}             | Misconfigured
          413 | {"code":"request too large","message":"cannot read data: points"}         | TooLarge
          429 | {"code":"too many requests","message":"write limit"}                      | Unavailable
          500 | {"code":"internal error","message":"engine: cache maximum memory"}        | Unavailable
          503 | {"code":"unavailable","message":"service unavailable"}                    | Unavailable
          """)
  void whatAnAnswerMeans(int code, String body, String meaning) {
    status = code;
    answer = body;
    WriteOutcome outcome =
        store.write(
            List.of(
                StoreContract.reading(
                    new VesselId("imo9876543"), "hull.trim", StoreContract.T0, 1, 1)));
    assertThat(outcome.getClass().getSimpleName()).isEqualTo(meaning);
    assertThat(outcome.toString()).contains("HTTP " + code).doesNotContain("s3cret");
  }

  @Test
  void asksForItsBucketAndNeverMakesOne() throws Exception {
    status = 200;
    answer = "{\"results\":[{\"statement_id\":0}]}";
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    for (String bucket : List.of("ships", "ships_long")) {
      Heard asked = heard.poll(2, TimeUnit.MINUTES);
      assertThat(asked.target()).isEqualTo("/query?epoch=ms&db=" + bucket);
      assertThat(asked.authorisation()).isEqualTo("Token s3cret");
    }
    status = 404;
    answer = "{\"code\":\"not found\",\"message\":\"bucket not found\"}";
    assertThat(store.prepare()).isInstanceOf(WriteOutcome.Misconfigured.class);
  }

  @Test
  void theScriptSetsUpBucketsRetentionAndThinning() {
    InfluxServer two =
        new InfluxServer(
            URI.create("http://store.example:8086"),
            InfluxServer.Version.V2,
            "ships",
            "harbour",
            "",
            "s3cret",
            Optional.of(Duration.ofDays(90)));
    assertThat(InfluxSetup.script(two))
        .contains("influx bucket create --name ships --org harbour --retention 2160h")
        .contains("influx bucket create --name ships_long --org harbour --retention 0")
        .contains("aggregateWindow(every: 10m")
        .doesNotContain("s3cret");
    assertThat(two.toString()).doesNotContain("s3cret");
  }
}
