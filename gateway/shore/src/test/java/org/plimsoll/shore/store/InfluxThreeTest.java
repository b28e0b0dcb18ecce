package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
 * What goes to an InfluxDB 3 and does not go to a 2, and what its answers mean: as its
 * documentation has them, by a server of ours that answers what a test says.
 */
class InfluxThreeTest {

  private static final List<Point.Reading> ONE =
      List.of(
          StoreContract.reading(
              new VesselId("imo9876543"), "hull.trim", StoreContract.T0, -0.37, 7));

  private InfluxFront front;
  private InfluxServer server;
  private InfluxStore store;

  @BeforeEach
  void start() throws IOException {
    front = new InfluxFront(InfluxServer.Version.V3);
    server =
        new InfluxServer(
            front.url(),
            InfluxServer.Version.V3,
            "ships",
            "",
            "",
            InfluxFront.SECRET,
            Optional.of(Duration.ofDays(90)));
    store = new InfluxStore(server, InstantSource.system());
  }

  @AfterEach
  void stop() {
    store.close();
    front.close();
  }

  @Test
  void writesAllOfABatchOrNothing() throws Exception {
    assertThat(store.write(ONE)).isEqualTo(new WriteOutcome.Written());
    InfluxFront.Heard write = front.next();
    assertThat(write.method()).isEqualTo("POST");
    assertThat(write.path()).isEqualTo("/api/v3/write_lp");
    assertThat(write.query())
        .containsOnlyKeys("db", "precision", "accept_partial", "no_sync")
        .containsEntry("db", "ships")
        .containsEntry("precision", "millisecond")
        .containsEntry("accept_partial", "false")
        .containsEntry("no_sync", "false");
    assertThat(write.authorisation()).isEqualTo("Bearer s3cret");
    assertThat(write.body()).isEqualTo(LineProtocol.byPath(ONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error":"parsing failed for write_lp endpoint","data":[{"line_number":1}]} | Refused
          401 | {"error":"the request was not authenticated"}                         | Misconfigured
          403 | {"error":"the request was not authorized"}                            | Misconfigured
          413 | {"error":"request too large"}                                         | TooLarge
          500 | {"error":"wal is full"}                                               | Unavailable
          503 | {"error":"not ready"}                                                 | Unavailable
          """)
  void whatAnAnswerMeans(int code, String body, String meaning) {
    front.answer(code, body);
    WriteOutcome outcome = store.write(ONE);
    assertThat(outcome.getClass().getSimpleName()).isEqualTo(meaning);
    assertThat(outcome.toString()).contains("HTTP " + code).doesNotContain(InfluxFront.SECRET);
  }

  @Test
  void asksByGetAndNeverMakesADatabase() throws Exception {
    front.answer(200, "{\"results\":[{\"statement_id\":0}]}");
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    for (String database : List.of("ships", "ships_long")) {
      InfluxFront.Heard asked = front.next();
      assertThat(asked.method()).isEqualTo("GET");
      assertThat(asked.path()).isEqualTo("/query");
      assertThat(asked.query())
          .containsEntry("db", database)
          .containsEntry("epoch", "ms")
          .containsEntry("q", "SHOW MEASUREMENTS LIMIT 1");
      assertThat(asked.authorisation()).isEqualTo("Bearer s3cret");
    }
    front.answer(404, "{\"error\":\"database not found: ships\"}");
    assertThat(store.prepare()).isInstanceOf(WriteOutcome.Misconfigured.class);
  }

  @Test
  void theScriptMakesDatabasesRetentionAndThinning() {
    assertThat(InfluxSetup.script(server).lines())
        .hasSize(3)
        .startsWith(
            "influxdb3 create database --retention-period 2160h ships",
            "influxdb3 create database ships_long")
        .last()
        .asString()
        .contains("interval=10min", "window=8d", "target_database=ships_long")
        .doesNotContain(InfluxFront.SECRET);
  }
}
