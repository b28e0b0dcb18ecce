package org.plimsoll.web.signalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where our quantities stand in Signal K. What is not in the table keeps its path: the vocabulary
 * already uses Signal K's names where the specification has one.
 */
public final class SignalKPaths {

  /**
   * One line of the table.
   *
   * @param ours path in our vocabulary
   * @param path path in Signal K
   * @param member name in the value, which is an object; empty when the value stands alone
   * @param note what else is changed, for people
   */
  public record Row(String ours, String path, String member, String note) {}

  private static final List<String> METHOD_QUALITY =
      List.of(
          "no GPS",
          "GNSS Fix",
          "DGNSS fix",
          "Precise GNSS",
          "RTK fixed integer",
          "RTK float",
          "Estimated (DR) mode",
          "Manual input",
          "Simulator mode");

  static final String METHOD_QUALITY_PATH = "navigation.gnss.methodQuality";
  static final JsonNode SIMULATOR_MODE = JsonNodeFactory.instance.textNode("Simulator mode");

  private static final List<Row> ROWS =
      List.of(
          new Row("navigation.position.latitude", "navigation.position", "latitude", ""),
          new Row("navigation.position.longitude", "navigation.position", "longitude", ""),
          new Row("navigation.attitude.roll", "navigation.attitude", "roll", ""),
          new Row("navigation.attitude.pitch", "navigation.attitude", "pitch", ""),
          new Row("navigation.heave", "environment.heave", "", ""),
          new Row(METHOD_QUALITY_PATH, METHOD_QUALITY_PATH, "", "the text of the code"),
          new Row(
              "navigation.gnss.satellitesInView.count",
              "navigation.gnss.satellitesInView",
              "count",
              ""),
          new Row("environment.current.setTrue", "environment.current", "setTrue", ""),
          new Row("environment.current.drift", "environment.current", "drift", ""),
          new Row("hull.draught.mean", "hull.draught.mean", "", ""),
          new Row("hull.draught.mean", "design.draft", "current", "so that displays find it"));

  private static final Map<String, List<Row>> BY_PATH = byPath();

  private static final Map<String, String> RATIOS =
      Map.of("environment.outside.relativeHumidity", "ratio");

  private SignalKPaths() {}

  /** The whole table, in the order of the documentation. */
  public static List<Row> table() {
    return ROWS;
  }

  /** Where a quantity goes: one place or more. */
  static List<Row> of(String ours) {
    List<Row> listed = BY_PATH.get(ours);
    return listed == null ? List.of(new Row(ours, ours, "", "")) : listed;
  }

  /** A value as Signal K wants it at this path. */
  static JsonNode value(String path, double value) {
    if (path.equals(METHOD_QUALITY_PATH)) {
      int code = (int) Math.rint(value);
      return code >= 0 && code < METHOD_QUALITY.size()
          ? JsonNodeFactory.instance.textNode(METHOD_QUALITY.get(code))
          : JsonNodeFactory.instance.textNode("Error");
    }
    return JsonNodeFactory.instance.numberNode(value);
  }

  /** The unit for {@code meta}; empty where a number has none or the value is no number. */
  static String unit(Row row, String unit) {
    if (!row.member().isEmpty() || row.path().equals(METHOD_QUALITY_PATH)) {
      return "";
    }
    if (unit.equals("1")) {
      return row.path().endsWith(".currentLevel") ? "ratio" : RATIOS.getOrDefault(row.path(), "");
    }
    return unit;
  }

  private static Map<String, List<Row>> byPath() {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : ROWS) {
      rows.computeIfAbsent(row.ours(), first -> new ArrayList<>()).add(row);
    }
    return rows;
  }
}
