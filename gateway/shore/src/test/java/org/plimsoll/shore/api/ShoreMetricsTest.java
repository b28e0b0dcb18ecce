package org.plimsoll.shore.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.ingest.IngestCounts;
import org.plimsoll.shore.ingest.StoreState;
import org.plimsoll.shore.port.api.PortConfig;
import org.plimsoll.shore.port.api.PortOffice;
import org.plimsoll.shore.port.status.PushState;

/** What is served is what the documentation lists, and is named as Prometheus wants it. */
class ShoreMetricsTest {

  private static final Path PAGE = Path.of("../docs/metrics.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `(plimsoll_\\w+)` \\| (\\w+) \\| ([`\\w, ]*)\\| .*\\|");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");

  private record Metric(String name, String type, String label) {}

  @Test
  void theListIsComplete() throws Exception {
    assertThat(served()).containsExactlyInAnyOrderElementsOf(listed());
  }

  @Test
  void namesFollowPrometheus() {
    assertThat(served())
        .isNotEmpty()
        .allSatisfy(
            metric -> {
              assertThat(metric.name()).matches("plimsoll(_[a-z0-9]+)+");
              assertThat(metric.name().endsWith("_total"))
                  .isEqualTo(metric.type().equals("counter"));
              assertThat(metric.name()).doesNotContain("milli", "minutes", "_ms", "kilo", "mega");
            });
  }

  private static List<Metric> listed() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("## Ashore");
    int end = page.indexOf("\n## ", begin + 1);
    Matcher row = ROW.matcher(page.substring(begin, end < 0 ? page.length() : end));
    List<Metric> metrics = new ArrayList<>();
    while (row.find()) {
      metrics.add(new Metric(row.group(1), row.group(2), row.group(3).replace("`", "").strip()));
    }
    return metrics;
  }

  private static List<Metric> served() {
    String text = scrape();
    List<Metric> metrics = new ArrayList<>();
    Matcher type = TYPE.matcher(text);
    while (type.find()) {
      Matcher label = Pattern.compile("(?m)^" + type.group(1) + "(?:\\{(.*)})? ").matcher(text);
      assertThat(label.find()).as(type.group(1)).isTrue();
      String keys =
          label.group(1) == null ? "" : label.group(1).replaceAll("=\"[^\"]*\",?", ", ").strip();
      metrics.add(new Metric(type.group(1), type.group(2), keys.replaceAll(",$", "")));
    }
    return metrics;
  }

  private static String scrape() {
    Vertx vertx = Vertx.vertx();
    Fleet fleet = new Fleet();
    try {
      return new ShoreMetrics(
              new IngestCounts(),
              fleet,
              ShoreApi.signalK(vertx, fleet, Optional.empty(), InstantSource.system()),
              new PortOffice(
                  PortConfig.plain(Path.of("no-such-directory")),
                  fleet,
                  InstantSource.system(),
                  () -> 0,
                  new Random(1)),
              () -> new Health(true, StoreState.UP, true, PushState.OFF))
          .scrape();
    } finally {
      vertx.close();
    }
  }
}
