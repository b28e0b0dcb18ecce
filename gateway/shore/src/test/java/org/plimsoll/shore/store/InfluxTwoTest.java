package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  private InfluxFront front;
  private InfluxStore store;

  @BeforeEach
  void start() throws IOException {
    front = new InfluxFront(InfluxServer.Version.V2);
    store =
        new InfluxStore(
            new InfluxServer(
                front.url(),
                InfluxServer.Version.V2,
                "ships",
                "harbour",
                "",
                InfluxFront.SECRET,
                Optional.of(Duration.ofDays(90))),
            InstantSource.system());
  }

  @AfterEach
  void stop() {
    store.close();
    front.close();
  }

  @Test
  void writesOneMeasurementForEachPath() throws Exception {
    VesselId vessel = new VesselId("imo9876543");
    assertThat(
            store.write(
                List.of(StoreContract.reading(vessel, "hull.trim", StoreContract.T0, -0.37, 7))))
        .isEqualTo(new WriteOutcome.Written());
    InfluxFront.Heard write = front.next();
    assertThat(write.method()).isEqualTo("POST");
    assertThat(write.path()).isEqualTo("/api/v2/write");
    assertThat(write.query())
        .containsEntry("org", "harbour")
        .containsEntry("bucket", "ships")
        .containsEntry("precision", "ms");
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
    InfluxFront.Heard write = front.next();
    assertThat(write.query()).containsEntry("bucket", "ships_long");
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
    front.answer(code, body);
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
    front.answer(200, "{\"results\":[{\"statement_id\":0}]}");
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    for (String bucket : List.of("ships", "ships_long")) {
      InfluxFront.Heard asked = front.next();
      assertThat(asked.target()).isEqualTo("/query?epoch=ms&db=" + bucket);
      assertThat(asked.authorisation()).isEqualTo("Token s3cret");
    }
    front.answer(404, "{\"code\":\"not found\",\"message\":\"bucket not found\"}");
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
