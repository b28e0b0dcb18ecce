package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.embedded.EmbeddedStore;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * Every query of every dashboard, asked of a real store that our own writer filled, with variables
 * and macros replaced as Grafana does. Each has to answer with values.
 */
@Tag("slow")
class GrafanaQueriesTest {

  private static final long FROM = StoreContract.T0;
  private static final long STEP = 10_000;
  private static final int SAMPLES = 30;
  private static final long TO = FROM + SAMPLES * STEP;
  private static final List<VesselId> VESSELS =
      List.of(new VesselId("imo9876543"), new VesselId("mmsi123456789"));
  private static final Pattern METRIC =
      Pattern.compile("(?m)^\\| `(plimsoll_\\w+)` \\| \\w+ \\| ([`\\w, ]*)\\|");

  @TempDir Path directory;

  @Test
  void onInfluxDb() throws Exception {
    RealServer server = Influxd.in(directory);
    server.start();
    InfluxServer influx =
        new InfluxServer(
            server.url(), InfluxServer.Version.V1, "plimsoll", "", "", "", Optional.empty());
    SoftAssertions all = new SoftAssertions();
    try (InfluxStore store = new InfluxStore(influx, InstantSource.system())) {
      fill(store);
      InfluxQl asked = new InfluxQl(influx, "plimsoll");
      String time = "time >= " + FROM + "ms and time <= " + TO + "ms";
      for (GrafanaDashboards.Query query : GrafanaDashboards.queries("influxdb")) {
        List<JsonNode> rows = new ArrayList<>();
        for (InfluxQl.Series series : asked.ask(grafana(query, "$timeFilter", time))) {
          series.rows().forEach(rows::add);
        }
        all.assertThat(rows).as(query.toString()).anyMatch(row -> hasValue(query, row));
      }
    } finally {
      server.kill();
    }
    all.assertAll();
  }

  @Test
  void onQuestDb() throws Exception {
    SoftAssertions all = new SoftAssertions();
    try (EmbeddedStore server = new EmbeddedStore(directory, "127.0.0.1", 0)) {
      server.start();
      try (QuestStore store =
          new QuestStore(server.url(), Optional.empty(), InstantSource.system())) {
        fill(store);
        SqlClient sql = new SqlClient(server.url());
        String time =
            "timestamp BETWEEN '"
                + Instant.ofEpochMilli(FROM)
                + "' AND '"
                + Instant.ofEpochMilli(TO)
                + "'";
        for (GrafanaDashboards.Query query :
            GrafanaDashboards.queries("grafana-postgresql-datasource")) {
          List<JsonNode> rows = sql.query(grafana(query, "$__timeFilter(timestamp)", time));
          all.assertThat(rows).as(query.toString()).anyMatch(row -> hasValue(query, row));
        }
      }
    }
    all.assertAll();
  }

  @Test
  void onWhatSpeaksPrometheus() throws Exception {
    RealServer server = Victoria.in(directory, "-retentionPeriod=100y");
    server.start();
    SoftAssertions all = new SoftAssertions();
    try {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(server.url().resolve("/api/v1/import/prometheus"))
                  .POST(HttpRequest.BodyPublishers.ofString(scrapes()))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      MetricsQl asked = new MetricsQl(new VictoriaServer(server.url(), "", ""));
      asked.sync();
      for (GrafanaDashboards.Query query : GrafanaDashboards.queries("prometheus")) {
        List<MetricsQl.Series> answer =
            asked.over(grafana(query, "$__rate_interval", "1m"), FROM + 6 * STEP, TO, STEP);
        all.assertThat(answer)
            .as(query.toString())
            .anyMatch(
                series -> series.samples().stream().anyMatch(at -> Double.isFinite(at.value())));
      }
    } finally {
      server.kill();
    }
    all.assertAll();
  }

  private static void fill(Store store) throws Exception {
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    List<Point.Reading> batch = new ArrayList<>();
    for (VesselId vessel : VESSELS) {
      for (Quantity quantity : Quantities.all()) {
        for (int i = 0; i < SAMPLES; i++) {
          batch.add(
              new Point.Reading(
                  vessel,
                  quantity.path(),
                  "draught",
                  0,
                  FROM + i * STEP,
                  OptionalDouble.of(1 + i % 3),
                  i == 7 ? Quality.STALE : Quality.GOOD,
                  i + 1L,
                  StoreContract.STREAM));
        }
      }
    }
    for (int i = 0; i < batch.size(); i += Store.MAX_BATCH) {
      assertThat(store.write(batch.subList(i, Math.min(batch.size(), i + Store.MAX_BATCH))))
          .isEqualTo(new WriteOutcome.Written());
    }
    await().until(() -> store.count() == batch.size());
  }

  /** What both halves serve according to the page that tests hold them to, scraped some times. */
  private static String scrapes() throws Exception {
    StringBuilder text = new StringBuilder();
    Matcher metric = METRIC.matcher(Files.readString(Path.of("../docs/metrics.md")));
    while (metric.find()) {
      StringBuilder labels = new StringBuilder("{instance=\"ship\"");
      for (String label : metric.group(2).replace("`", "").strip().split(", *")) {
        if (!label.isBlank()) {
          labels.append(',').append(label.strip()).append("=\"");
          labels.append(label.strip().equals("span") ? "after" : "x").append('"');
        }
      }
      for (int i = 0; i < SAMPLES; i++) {
        text.append(metric.group(1)).append(labels).append("} ").append(i + 1);
        text.append(' ').append(FROM + i * STEP).append('\n');
      }
    }
    return text.toString();
  }

  private static String grafana(GrafanaDashboards.Query query, String macro, String time) {
    String asked =
        query
            .text()
            .replace(macro, time)
            .replace("$__interval", "10s")
            .replace("${vessel}", VESSELS.get(0).text());
    assertThat(asked).as(query.toString()).doesNotContainPattern("\\$[\\w{]");
    return asked;
  }

  /** Whether a row has a number beside its time; of a variable, whether it has a name. */
  private static boolean hasValue(GrafanaDashboards.Query query, JsonNode row) {
    if (query.panel().equals("variable")) {
      return row.path(row.size() - 1).asText().equals(VESSELS.get(0).text());
    }
    return StreamSupport.stream(row.spliterator(), false).skip(1).anyMatch(JsonNode::isNumber);
  }
}
