package org.plimsoll.naval.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One example of {@code survey-vectors.txt}: inputs, and what every step must come to. */
final class WorkedExample {

  /** A step's value and by how much ours may differ. */
  record Step(double expected, double tolerance) {}

  private final String title;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Double> full = new LinkedHashMap<>();

  private WorkedExample(String title) {
    this.title = title;
  }

  static WorkedExample of(String id) {
    WorkedExample example = all().get(id);
    assertThat(example).as(id).isNotNull();
    return example;
  }

  static Map<String, WorkedExample> all() {
    Map<String, WorkedExample> examples = new LinkedHashMap<>();
    WorkedExample current = new WorkedExample("");
    for (String line : text().split("\n")) {
      if (line.startsWith("[")) {
        current = new WorkedExample(line);
        examples.put(line.substring(1, line.indexOf(']')), current);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current.read(line);
      }
    }
    return examples;
  }

  private void read(String line) {
    int equals = line.indexOf(" = ");
    String key = line.substring(0, equals);
    String value = line.substring(equals + 3);
    if (key.startsWith("step ")) {
      String[] parts = value.split(" ");
      steps.put(
          key.substring(5), new Step(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
    } else if (key.startsWith("full ")) {
      full.put(key.substring(5), Double.parseDouble(value));
    } else {
      facts.put(key, value);
    }
  }

  double input(String name) {
    assertThat(facts).as(title).containsKey("input " + name);
    return Double.parseDouble(facts.get("input " + name));
  }

  double input(String name, double absent) {
    return facts.containsKey("input " + name) ? input(name) : absent;
  }

  boolean has(String name) {
    return facts.containsKey("input " + name);
  }

  /** The inputs below a name, such as the deductibles. */
  Map<String, Double> inputsBelow(String name) {
    Map<String, Double> found = new LinkedHashMap<>();
    facts.forEach(
        (key, value) -> {
          if (key.startsWith("input " + name + ".")) {
            found.put(key.substring(name.length() + 7), Double.parseDouble(value));
          }
        });
    return found;
  }

  List<double[]> rows(String name) {
    return Arrays.stream(facts.get("input " + name).split("; "))
        .map(row -> Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  /** What the source does wrong, in words. */
  String error() {
    return facts.getOrDefault("error", "");
  }

  double misprint(String step) {
    return Double.parseDouble(facts.get("misprint " + step));
  }

  Map<String, Step> steps() {
    return steps;
  }

  Map<String, Double> full() {
    return full;
  }

  void check(String step, double actual) {
    assertThat(steps).as(title).containsKey(step);
    Step wanted = steps.get(step);
    double tolerance = Math.max(wanted.tolerance(), 1e-12 * Math.abs(wanted.expected()));
    assertThat(actual).as(title + " " + step).isCloseTo(wanted.expected(), within(tolerance));
  }

  private static String text() {
    try (InputStream stream = WorkedExample.class.getResourceAsStream("/survey-vectors.txt")) {
      assertThat(stream).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
