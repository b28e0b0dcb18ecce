package org.plimsoll.cli.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.cli.Console;
import org.plimsoll.cli.terminal.Home;

class VectorFileTest {

  private static final Path OWN = Path.of("src/test/resources/vectors/worked-examples.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Steps that can be calculated from the inputs. */
  private static final int COMPARABLE = 293;

  @TempDir Path directory;

  @Test
  void everyWorkedExampleAgrees() throws IOException {
    VectorTally tally = run(read());
    assertThat(tally.disagreements()).isEmpty();
    assertThat(tally.agreed()).isEqualTo(COMPARABLE);
    assertThat(tally.skipped())
        .hasSize(14)
        .allMatch(
            reason ->
                reason.contains("half-length")
                    || reason.contains("the inputs lack lbp")
                    || reason.contains("rests on the exact displacement"));
    assertThat(tally.bands()).hasSize(3);
  }

  @Test
  void errorsOfTheSourcesAreNamedAndNotRepeated() throws IOException {
    assertThat(run(read()).sourceErrors())
        .satisfiesExactly(
            one -> assertThat(one).contains("DS-10", "781171.56", "a digit is missing"),
            one -> assertThat(one).contains("LL-08", "4590.0", "divides by 1.025"),
            one -> assertThat(one).contains("LL-15", "4.8"),
            one -> assertThat(one).contains("HY-01 RM", "192.902373", "leading 1 is missing"),
            one -> assertThat(one).contains("HY-01 KMt", "8.672"));
  }

  /** A calculation that could see an expected value would agree here too. */
  @Test
  void everyWrongExpectationIsReported() throws IOException {
    JsonNode root = read();
    for (JsonNode vector : root.path("vectors")) {
      for (JsonNode step : vector.path("steps")) {
        for (String name : new String[] {"published", "recomputed", "full_precision"}) {
          JsonNode value = step.path(name);
          if (value.isNumber()) {
            double tolerance = step.path("tolerance").doubleValue();
            double wrong = value.doubleValue() * 1.01 + Math.max(0.5, 2 * tolerance);
            ((ObjectNode) step).put(name, wrong);
          }
        }
      }
      if (vector.path("expected") instanceof ObjectNode expected) {
        expected.fieldNames().forEachRemaining(name -> expected.put(name, "ELSEWHERE"));
      }
    }
    VectorTally tally = run(root);
    assertThat(tally.agreed()).isZero();
    assertThat(tally.disagreed()).isEqualTo(COMPARABLE);
  }

  /** Each kind of expectation by itself, by a little more than its tolerance. */
  @ParameterizedTest
  @CsvSource({
    "DS-01, net, published, 9021.1117",
    "DS-01, net, recomputed, 9021.1117",
    "DS-01, net, full_precision, 9021.967205",
    "DS-02, mmc, published, 4.643",
    "SF-03, disp, recomputed, 6159.71",
    "SF-03, t_fp, recomputed, 4.752734",
    "SF-03, exact displacement, published, 6145",
    "SQ-01, squat open 15 kn, published, 1.735",
    "DS-10, case2 longitudinal moment, recomputed, 781171.58",
    "LL-14, rise on passage 10 d x 45 t, recomputed, 0.150001",
    "AN-02, FTC, recomputed, 205.0000011"
  })
  void oneWrongExpectationIsReported(String id, String step, String field, double wrong)
      throws IOException {
    JsonNode root = read();
    ((ObjectNode) step(root, id, step)).put(field, wrong);
    VectorTally tally = run(root);
    assertThat(tally.disagreements()).singleElement().asString().startsWith(id + " " + step + ": ");
    assertThat(tally.agreed()).isEqualTo(COMPARABLE - 1);
  }

  /** Within the tolerance nothing is reported, absolute or relative, however it is written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9021.5  | 0.4                       | true",
        "9021.5  | 0.38                      | false",
        "9022    | {\"rel\": 1e-4}           | true",
        "9022    | {\"rel\": 9e-5}           | false",
        "9022    | {\"abs\": 1, \"rel\": 0}  | true",
        "9022    | {\"abs\": 0.8}            | false"
      })
  void tolerances(double published, String tolerance, boolean agrees) throws IOException {
    JsonNode root = read();
    ObjectNode net = (ObjectNode) step(root, "DS-01", "net");
    net.put("published", published);
    net.set("tolerance", JSON.readTree(tolerance));
    assertThat(run(root).passes()).isEqualTo(agrees);
  }

  /** The error of a source is not ours, even if the file says that it should be. */
  @Test
  void repeatingTheErrorOfASourceIsADisagreement() throws IOException {
    JsonNode root = read();
    ((ObjectNode) step(root, "LL-08", "displacement")).put("published", 4590.0);
    assertThat(run(root).disagreements())
        .singleElement()
        .asString()
        .contains("repeats the error of the source");
  }

  /** The same survey in other words: the answers are those of DS-02. */
  @Test
  void inputsMayBeNamedOtherwise() throws IOException {
    JsonNode root = read();
    ObjectNode survey = (ObjectNode) vector(root, "DS-02");
    survey.put("id", "DS-99");
    survey.set(
        "inputs",
        JSON.readTree(
            """
            {"length_bp_m": 183.0, "d_fore_mm": -4800, "d_mid_cm": -50,
             "d_aft": 1.2, "d_aft_dir": "A", "water_density_kg_m3": 1017, "table_density": 1025,
             "draughts": {"fwd_port": "3.33", "fwd_stbd": 3.33, "mid": 4.64, "mean_aft_cm": 612},
             "hydro": [
               {"draft": 4.717, "displacement": 19636, "tpc": 45.4, "lcf_from_ap": 98.35},
               {"draft": 4.667, "displacement": 19409.0, "tpc": 45.3, "lcf_from_ap": 98.405},
               {"draft": 4.617, "displacement": 19182.7, "tpc": 45.2, "lcf_from_ap": 98.457}],
             "mtc": [[4.167, 500.2], [5.167, 526.9]]}
            """));
    VectorTally tally = run(root);
    assertThat(tally.disagreements()).isEmpty();
    assertThat(tally.agreed()).isEqualTo(COMPARABLE);
  }

  @Test
  void twoSurveysMakeACargo() throws IOException {
    ObjectNode survey = (ObjectNode) vector(read(), "DS-01");
    ObjectNode last = survey.path("inputs").deepCopy();
    last.put("mp", 4.61).put("ms", 4.64);
    ((ArrayNode) last.path("hydro")).add(JSON.readTree("[4.65, 21776, 49.8, -6.82]"));
    ObjectNode both = JSON.createObjectNode();
    both.set("initial", survey.path("inputs"));
    both.set("final", last);
    ObjectNode vector = JSON.createObjectNode().put("id", "DS-98").put("conventions", "rounded");
    vector.set("inputs", both);
    ArrayNode steps = vector.putArray("steps");
    steps.addObject().put("name", "net_initial").put("published", 9021.111);
    steps.addObject().put("name", "cargo").put("published", 375.0).put("tolerance", 10);
    ObjectNode root = JSON.createObjectNode();
    root.putArray("vectors").add(vector);
    VectorTally tally = run(root);
    assertThat(tally.disagreements()).isEmpty();
    assertThat(tally.agreed()).isEqualTo(2);
  }

  /** Outside its table a survey is refused, and where a figure is expected that is reported. */
  @Test
  void aRefusalWhereAFigureIsExpectedIsADisagreement() throws IOException {
    JsonNode root = read();
    ObjectNode inputs = (ObjectNode) vector(root, "DS-02").path("inputs");
    inputs.put("mp", 9).put("ms", 9);
    assertThat(run(root).disagreements())
        .anyMatch(text -> text.contains("refused: mean draught 7.9") && text.contains("outside"));
  }

  @Test
  void whatCannotBeCalculatedIsSkippedWithItsReason() throws IOException {
    JsonNode root =
        JSON.readTree(
            """
            [{"id": "XX-1", "topic": "moon", "inputs": {}, "steps": [{"name": "a"}]},
             {"id": "DS-77"}, 5, null,
             {"id": "DS-78", "inputs": {"fp": 1, "fs": 2},
              "steps": [{"name": "mean_fwd", "recomputed": 1.5},
                        {"name": "colour", "recomputed": 1},
                        {"name": "mean_aft", "recomputed": 1},
                        {"name": "lbm"}]},
             {"id": "LZ-78", "inputs": {"lat": 1}, "expected": {"zone": "TROPICAL"}}]
            """);
    VectorTally tally = run(root);
    assertThat(tally.skipped())
        .containsExactly(
            "XX-1: nothing here calculates it (topic moon)",
            "DS-77: it has no inputs",
            "vector 3: it has no inputs",
            "vector 4: it has no inputs",
            "DS-78 mean_fwd: the inputs lack mp, ms, ap, as",
            "DS-78 colour: no rule for a step of this name",
            "DS-78 mean_aft: the inputs lack mp, ms, ap, as",
            "DS-78 lbm: the step has no expected value",
            "LZ-78 zone: the inputs lack lon, length, date");
    assertThat(tally.passes()).as("silence is no pass").isFalse();
  }

  /** Whatever stands in an input, there is an answer or a reason. */
  @Test
  void nonsenseIsNeverThrown() throws IOException {
    List<JsonNode> nonsense = new ArrayList<>();
    for (String text : List.of("\"x\"", "-1", "1e308", "[]", "{}")) {
      nonsense.add(JSON.readTree(text));
    }
    int runs = 0;
    for (JsonNode vector : read().path("vectors")) {
      List<String> names = new ArrayList<>();
      vector.path("inputs").fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        ArrayNode variants = JSON.createArrayNode();
        for (JsonNode value : nonsense) {
          ObjectNode variant = vector.deepCopy();
          ((ObjectNode) variant.path("inputs")).set(name, value);
          variants.add(variant);
        }
        VectorTally tally = run(variants);
        assertThat(tally.agreed() + tally.disagreed() + tally.left()).isEqualTo(tally.steps());
        runs++;
      }
    }
    assertThat(runs).isGreaterThan(200);
  }

  @Test
  void theCommandTakesAFileOrADirectory() throws IOException {
    Console file = Console.run("conformance", OWN.toString());
    assertThat(file.code()).isZero();
    assertThat(file.out())
        .startsWith(
            """
                                  vectors    steps   agreed  disagreed  skipped
            worked-examples.json       47      307      293          0       14  passed
            """);
    assertThat(Console.run("conformance", "--json", OWN.getParent().toString()).out())
        .contains("\"file\" : \"worked-examples.json\"", "\"agreed\" : 293");
    JsonNode root = read();
    ((ObjectNode) step(root, "SQ-02", "4 kn")).put("published", 0.2);
    Path wrong = Files.writeString(directory.resolve("wrong.json"), root.toString());
    Console failed = Console.run("conformance", wrong.toString());
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("SQ-02 4 kn: expected 0.2, got 0.144", "FAILED");
    Path other = Files.writeString(directory.resolve("other.json"), "{\"a\": 1}");
    assertThat(Console.run("conformance", other.toString()).code()).isEqualTo(2);
  }

  private static JsonNode read() throws IOException {
    return JSON.readTree(OWN.toFile());
  }

  private static VectorTally run(JsonNode root) {
    return VectorFile.of("test", root, List.of(Home.examples())).orElseThrow().run();
  }

  private static JsonNode vector(JsonNode root, String id) {
    for (JsonNode vector : root.path("vectors")) {
      if (vector.path("id").asText().equals(id)) {
        return vector;
      }
    }
    throw new AssertionError(id);
  }

  private static JsonNode step(JsonNode root, String id, String name) {
    for (JsonNode step : vector(root, id).path("steps")) {
      if (step.path("name").asText().equals(name)) {
        return step;
      }
    }
    throw new AssertionError(id + " " + name);
  }
}
