package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/** The contract on a real InfluxDB 1, through influxdb-client-java. */
class InfluxStoreTest extends RealServerContract<InfluxStore> {

  @TempDir static Path directory;

  @BeforeAll
  void start() throws Exception {
    server = Influxd.in(directory);
    server.start();
    store = new InfluxStore(at(server.url(), "plimsoll"), InstantSource.system());
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    assertThat(store.prepare()).as("again").isEqualTo(new WriteOutcome.Written());
  }

  private static InfluxServer at(URI url, String database) {
    return new InfluxServer(
        url, InfluxServer.Version.V1, database, "", "", "", Optional.of(Duration.ofDays(3650)));
  }

  @Test
  void aDatabaseThatIsMissingIsSaidAndMadeAgain() throws Exception {
    try (InfluxStore other = new InfluxStore(at(server.url(), "later"), InstantSource.system())) {
      List<Point.Reading> points =
          List.of(reading(new VesselId("imo9876543"), "hull.trim", T0, 1, 1));
      assertThat(other.write(points)).isInstanceOf(WriteOutcome.Misconfigured.class);
      assertThat(other.prepare()).isEqualTo(new WriteOutcome.Written());
      assertThat(other.write(points)).isEqualTo(new WriteOutcome.Written());
      assertThat(other.count()).isEqualTo(1);
    }
  }

  @Test
  void sometimesThereIsAPassword(@TempDir Path elsewhere) throws Exception {
    RealServer guarded = Influxd.guarded(elsewhere);
    guarded.start();
    try {
      ask(guarded.url(), "CREATE USER shore WITH PASSWORD 'pl1msoll' WITH ALL PRIVILEGES");
      List<Point> points =
          List.of(
              reading(new VesselId("imo9876543"), "hull.trim", T0, 1, 1),
              new Point.Ledger(
                  new VesselId("imo9876543"), STREAM, Point.Kind.ROW, 1, 1, 1, "", T0));
      try (InfluxStore known = as(guarded.url(), "shore", "pl1msoll");
          InfluxStore stranger = as(guarded.url(), "shore", "plimsoll")) {
        assertThat(known.prepare()).isEqualTo(new WriteOutcome.Written());
        assertThat(known.write(points)).isEqualTo(new WriteOutcome.Written());
        assertThat(known.count()).isEqualTo(1);
        assertThat(known.ledger()).hasSize(1);
        assertThat(stranger.prepare()).isInstanceOf(WriteOutcome.Misconfigured.class);
        assertThat(stranger.write(points)).isInstanceOf(WriteOutcome.Misconfigured.class);
      }
    } finally {
      guarded.kill();
    }
  }

  private static InfluxStore as(URI url, String user, String password) {
    return new InfluxStore(
        new InfluxServer(
            url, InfluxServer.Version.V1, "plimsoll", "", user, password, Optional.empty()),
        InstantSource.system());
  }

  @Test
  void whatIsOlderThanTheRetentionIsRefusedAndNothingElseIs() {
    VesselId vessel = new VesselId("mmsi890123456");
    long old = T0 - Duration.ofDays(3700).toMillis();
    assertThat(store.write(List.of(reading(vessel, "hull.trim", old, 1, 1))))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("beyond retention policy"));
    assertThat(store.write(List.of(reading(vessel, "hull.trim", T0, 1, 1))))
        .isEqualTo(new WriteOutcome.Written());
  }

  @Test
  void setsUpRetentionAndThinning() throws Exception {
    assertThat(ask(server.url(), "SHOW RETENTION POLICIES ON plimsoll"))
        .contains("\"autogen\",\"87600h0m0s\"")
        .contains("\"plimsoll_long\",\"0s\"");
    assertThat(ask(server.url(), "SHOW CONTINUOUS QUERIES")).contains("plimsoll_thin");
  }

  @Test
  void onlyWhatMayBeUsedIsThinned() throws Exception {
    VesselId vessel = new VesselId("mmsi901234567");
    Point.Reading doubtful =
        new Point.Reading(
            vessel,
            "hull.trim",
            "draught",
            0,
            T0 + 2,
            OptionalDouble.of(99),
            Quality.INVALID,
            3,
            STREAM);
    written(
        List.of(
            reading(vessel, "hull.trim", T0, 1, 1),
            reading(vessel, "hull.trim", T0 + 1, 4, 2),
            doubtful));
    String when = " AND vessel = '" + vessel + "' AND time >= " + T0 + "ms AND time < now()";
    ask(server.url(), InfluxSetup.thin(at(server.url(), "plimsoll"), InfluxSetup.USABLE + when));
    assertThat(
            ask(
                server.url(),
                "SELECT mean, min, max, count FROM plimsoll.plimsoll_long.\"hull.trim\""
                    + " WHERE vessel = '"
                    + vessel
                    + "'"))
        .contains("2.5,1,4,2]]");
  }

  @Test
  void theScriptSaysTheSame(@TempDir Path elsewhere) throws Exception {
    InfluxServer server = at(URI.create("http://127.0.0.1:9"), "ships");
    Path script = elsewhere.resolve("script");
    Files.writeString(script, "influx() { printf '%s\\n' \"$2\"; }\n" + InfluxSetup.script(server));
    Process shell = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true).start();
    List<String> wanted = new ArrayList<>(List.of(InfluxSetup.create(server)));
    wanted.addAll(InfluxSetup.keep(server));
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactlyElementsOf(wanted);
  }

  @Test
  void aPointOfAnotherTypeIsRefusedAndTheOthersAreWritten() throws Exception {
    VesselId vessel = new VesselId("mmsi789012345");
    try (InfluxWriter raw = InfluxWriter.ofReadings(at(server.url(), "plimsoll"))) {
      assertThat(raw.write("poisoned.path,vessel=" + vessel + " value=\"text\" " + T0 + "\n"))
          .isEqualTo(new WriteOutcome.Written());
    }
    Point.Reading good = reading(vessel, "hull.trim", T0, 1.5, 1);
    Point.Reading bad = reading(vessel, "poisoned.path", T0, 1.5, 1);
    assertThat(store.write(List.of(good, bad)))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("HTTP 400").contains("conflict"));
    assertThat(store.write(List.of(bad))).isInstanceOf(WriteOutcome.Refused.class);
    assertThat(store.write(List.of(good))).isEqualTo(new WriteOutcome.Written());
    assertThat(store.latest(vessel)).contains(good);
  }

  private static String ask(URI url, String question) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/query"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
