package org.plimsoll.shore.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The dashboards among the examples, and what their queries become once Grafana asks them. */
final class GrafanaDashboards {

  static final Path ROOT = Path.of("../../tools/examples/grafana");

  /** One query of one panel, or of a variable. */
  record Query(String dashboard, String panel, String text) {

    @Override
    public String toString() {
      return dashboard + ", " + panel + ": " + text;
    }
  }

  private GrafanaDashboards() {}

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("dashboards"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  /** Every query for data sources of a type. */
  static List<Query> queries(String type) throws IOException {
    List<Query> queries = new ArrayList<>();
    for (Path file : files()) {
      JsonNode dashboard = read(file);
      String name = dashboard.path("uid").asText();
      for (JsonNode variable : dashboard.path("templating").path("list")) {
        if (variable.path("datasource").path("type").asText().equals(type)) {
          queries.add(new Query(name, "variable", variable.path("query").asText()));
        }
      }
      for (JsonNode panel : dashboard.path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          if (target.path("datasource").path("type").asText().equals(type)) {
            queries.add(new Query(name, panel.path("title").asText(), text(target)));
          }
        }
      }
    }
    return queries;
  }

  static String text(JsonNode target) {
    for (String key : List.of("query", "rawSql", "expr")) {
      if (target.has(key)) {
        return target.path(key).asText();
      }
    }
    throw new IllegalArgumentException("no query: " + target);
  }
}
