package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards and provisioning files are tidy and fit together. */
class GrafanaFilesTest {

  private static final Set<String> UNITS =
      Set.of(
          "none",
          "bool",
          "lengthm",
          "masst",
          "degree",
          "velocityknot",
          "s",
          "decbytes",
          "cps",
          "percentunit");
  private static final int COLUMNS = 24;

  static Stream<Path> dashboards() throws IOException {
    return GrafanaDashboards.files().stream();
  }

  @Test
  void eachHasANameOfItsOwn() throws Exception {
    List<String> uids = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Path file : GrafanaDashboards.files()) {
      JsonNode dashboard = GrafanaDashboards.read(file);
      assertThat(file.getFileName()).hasToString(dashboard.path("uid").asText() + ".json");
      uids.add(dashboard.path("uid").asText());
      titles.add(dashboard.path("title").asText());
    }
    assertThat(uids)
        .containsExactly(
            "plimsoll-fleet-influxql",
            "plimsoll-fleet-questdb",
            "plimsoll-health",
            "plimsoll-loading-influxql",
            "plimsoll-loading-questdb");
    assertThat(titles).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void isIndentedAndEndsItsLastLine(Path file) throws Exception {
    String text = Files.readString(file);
    assertThat(text).endsWith("}\n").doesNotContain("\t", "\r", " \n");
    assertThat(text.lines())
        .allMatch(line -> (line.length() - line.stripLeading().length()) % 2 == 0);
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void asksWhicheverDataSourceIsChosen(Path file) throws Exception {
    JsonNode dashboard = GrafanaDashboards.read(file);
    JsonNode variable = dashboard.path("templating").path("list").path(0);
    assertThat(variable.path("name").asText()).isEqualTo("datasource");
    assertThat(variable.path("type").asText()).isEqualTo("datasource");
    String type = variable.path("query").asText();
    assertThat(provisioned("type")).contains(type);
    List<JsonNode> sources = dashboard.findValues("datasource");
    assertThat(sources).isNotEmpty();
    for (JsonNode source : sources) {
      assertThat(source.path("type").asText()).isEqualTo(type);
      assertThat(source.path("uid").asText()).isEqualTo("${datasource}");
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelHasATitleAUnitAndAPlace(Path file) throws Exception {
    Set<Integer> ids = new HashSet<>();
    Set<Integer> taken = new HashSet<>();
    for (JsonNode panel : GrafanaDashboards.read(file).path("panels")) {
      String title = panel.path("title").asText();
      assertThat(title).isNotBlank();
      assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
      JsonNode defaults = panel.path("fieldConfig").path("defaults");
      assertThat(UNITS).as(title).contains(defaults.path("unit").asText());
      assertThat(defaults.path("thresholds").path("steps").path(0).path("value").isNull())
          .as(title)
          .isTrue();
      assertThat(panel.path("targets")).as(title).isNotEmpty();
      JsonNode at = panel.path("gridPos");
      for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
        for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
          assertThat(x).as(title).isLessThan(COLUMNS);
          assertThat(taken.add(y * COLUMNS + x)).as(title + " covers another").isTrue();
        }
      }
    }
    assertThat(ids).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void aGapInTheReadingsIsAGapInTheLine(Path file) throws Exception {
    for (JsonNode panel : GrafanaDashboards.read(file).path("panels")) {
      if (panel.path("type").asText().equals("timeseries")) {
        JsonNode custom = panel.path("fieldConfig").path("defaults").path("custom");
        assertThat(custom.path("spanNulls").isBoolean()).isTrue();
        assertThat(custom.path("spanNulls").asBoolean()).isFalse();
      }
    }
  }

  @Test
  void theyAreAskedByEachKindOfSource() throws Exception {
    for (String type : List.of("influxdb", "grafana-postgresql-datasource", "prometheus")) {
      assertThat(GrafanaDashboards.queries(type)).as(type).hasSizeGreaterThan(10);
    }
  }

  @Test
  void theHealthDashboardAsksForMetricsThatAreServed() throws Exception {
    String page = Files.readString(Path.of("../docs/metrics.md"));
    for (GrafanaDashboards.Query query : GrafanaDashboards.queries("prometheus")) {
      Matcher metric = Pattern.compile("plimsoll_\\w+").matcher(query.text());
      assertThat(metric.find()).isTrue();
      do {
        assertThat(page).contains("| `" + metric.group() + "` |");
      } while (metric.find());
    }
  }

  @Test
  void provisioningNamesEachSourceOnceAndNoSecret() throws Exception {
    assertThat(provisioned("uid")).hasSize(4).doesNotHaveDuplicates();
    assertThat(provisioned("name")).hasSize(4).doesNotHaveDuplicates();
    assertThat(provisioned("password")).allMatch(value -> value.startsWith("$"));
    assertThat(provisioned("httpHeaderValue1")).allMatch(value -> value.startsWith("Token $"));
  }

  private static List<String> provisioned(String key) throws IOException {
    Path file = GrafanaDashboards.ROOT.resolve("provisioning/datasources/plimsoll.yaml");
    Matcher value = Pattern.compile("(?m)^[ -]*" + key + ": (.+)$").matcher(Files.readString(file));
    return value.results().map(result -> result.group(1)).toList();
  }
}
