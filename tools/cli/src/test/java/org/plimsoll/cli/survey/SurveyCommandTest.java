package org.plimsoll.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.cli.Console;
import org.plimsoll.cli.terminal.Home;

class SurveyCommandTest {

  private static final Path GOLDEN = Path.of("src/test/resources/survey");
  private static final Path EXAMPLE = Home.examples().resolve("survey.yaml");

  /** A published survey, POLAR STAR, with two rows typed by hand. */
  private static final String BY_HAND =
      """
      ship:
        name: POLAR STAR
        length-between-perpendiculars-metres: 183.0
        breadth-between-marks-metres: 27
        mark-offsets: {forward-metres: -4.8, midship-metres: -0.5, aft-metres: -1.2}
        lightship-tonnes: 8000
      survey:
        density: 1.017
        draughts:
          forward-port-metres: 3.33
          forward-starboard-metres: 3.33
          midship-port-metres: 4.64
          midship-starboard-metres: 4.64
          aft-port-metres: 6.12
          aft-starboard-metres: 6.12
        table-rows:
          density: 1.025
          mtc-half-metre-below: 500.2
          mtc-half-metre-above: 526.9
          rows:
            - {draught-metres: 4.667, displacement-tonnes: 19409.0, tpc: 45.3, lcf-from-ap-metres: 98.405}
            - {draught-metres: 4.617, displacement-tonnes: 19182.7, tpc: 45.2, lcf-from-ap-metres: 98.457}
        deductibles: []
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"table, survey.txt", "json, survey.json", "html, survey.html"})
  void theExampleInEveryFormat(String format, String golden) throws IOException {
    Console run = Console.run("survey", EXAMPLE.toString(), "--format", format);
    Path written = Files.createDirectories(Path.of("target/golden")).resolve(golden);
    Files.writeString(written, run.out());
    assertThat(run.out()).isEqualToNormalizingNewlines(Files.readString(GOLDEN.resolve(golden)));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void thePageIsWrittenBesideTheTable() throws IOException {
    Path page = directory.resolve("page.html");
    Console run = Console.run("survey", EXAMPLE.toString(), "--print", page.toString());
    assertThat(run.out()).isEqualTo(Console.run("survey", EXAMPLE.toString()).out());
    assertThat(page).content().contains("<h1>Draught survey", "834.058", "witness, date");
  }

  @Test
  void theFormulasAreShownOnRequest() {
    assertThat(Console.run("survey", "--explain", EXAMPLE.toString()).out())
        .contains("(T_fp + 6 T_mid + T_ap) / 8", "50 trim^2 dMTC / LBP");
  }

  /**
   * The published tie that is rounded up: 4.644 m and 18729.009 t; nothing rounded: 18727.900 t.
   */
  @Test
  void aPublishedSurveyFromTwoRowsTypedByHand() throws IOException {
    JsonNode lines = json(BY_HAND).path("surveys").path(0).path("lines");
    assertThat(lines.path("mmc").path("value").asText()).isEqualTo("4.644");
    assertThat(lines.path("disp_dens").path("value").asText()).isEqualTo("18729.009");
    JsonNode full = json(BY_HAND, "--precision", "full").path("surveys").path(0).path("lines");
    assertThat(full.path("disp_dens").path("value").asDouble()).isBetween(18727.899, 18727.901);
  }

  @Test
  void jsonIsReadAsWell() throws IOException {
    JsonNode plain = json(BY_HAND);
    String asJson =
        """
        {"ship": {"name": "POLAR STAR", "length-between-perpendiculars-metres": 183.0,
          "breadth-between-marks-metres": 27, "lightship-tonnes": 8000,
          "mark-offsets": {"forward-metres": -4.8, "midship-metres": -0.5, "aft-metres": -1.2}},
         "survey": {"density": 1.017, "deductibles": [],
          "draughts": {"forward-port-metres": 3.33, "forward-starboard-metres": 3.33,
            "midship-port-metres": 4.64, "midship-starboard-metres": 4.64,
            "aft-port-metres": 6.12, "aft-starboard-metres": 6.12},
          "table-rows": {"density": 1.025, "mtc-half-metre-below": 500.2,
            "mtc-half-metre-above": 526.9, "rows": [
            {"draught-metres": 4.617, "displacement-tonnes": 19182.7, "tpc": 45.2,
             "lcf-aft-of-midship-metres": -6.957},
            {"draught-metres": 4.667, "displacement-tonnes": 19409.0, "tpc": 45.3,
             "lcf-aft-of-midship-metres": -6.905}]}}}
        """;
    assertThat(json(asJson)).isEqualTo(plain);
  }

  @Test
  void theShipMayHaveAFileOfHerOwn() throws IOException {
    String ship = BY_HAND.substring(BY_HAND.indexOf('\n') + 1, BY_HAND.indexOf("survey:"));
    Files.writeString(directory.resolve("ship.yaml"), ship.replaceAll("(?m)^  ", ""));
    String survey = "ship-file: ship.yaml\n" + BY_HAND.substring(BY_HAND.indexOf("survey:"));
    assertThat(json(survey)).isEqualTo(json(BY_HAND));
    Files.writeString(directory.resolve("ship.yaml"), "nam: x\n");
    Console run = run(survey);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("unknown key 'nam'", "did you mean 'name'?");
  }

  /** All problems at once, each with its place. */
  @Test
  void everyProblemOfTheFileIsTold() throws IOException {
    Console run =
        run(
            BY_HAND
                .replace("density: 1.017", "density: 1017")
                .replace("midship-port-metres: 4.64", "midship-port-meters: 4.64")
                .replace("  deductibles: []", "  deductibles: [{tank: wing}]"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "density: 1017",
            "^",
            "unknown key 'midship-port-meters'",
            "did you mean 'midship-port-metres'?",
            "there is no tank 'wing'",
            "missing key 'sounding-metres'");
  }

  /** What is wrong with a survey is said in words; only what nobody may rest on is a problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "midship-port-metres: 4.64  | midship-port-metres: 5.4 | 1 | outside the table's 4.617 to"
            + " 4.667",
        "lightship-tonnes: 8000 | lightship-tonnes: 19000 | 1 | negative constant: -271.0 t",
        "aft-port-metres: 6.12  | aft-port-metres: 6.06 | 0 | contradictory draughts: port and"
            + " starboard differ by 0.060 m",
        "aft-port-metres: 6.12  | '' | 0 | 5 of 6 draughts",
        "density: 1.017 | inclinometer-degrees: 0.5 NEXT density: 1.017 | 0 | contradictory list",
        "deductibles: [] | '' | 0 | no cargo: 'deductibles' is not stated"
      })
  void doubtsAreSaid(String from, String to, int code, String text) throws IOException {
    assertThat(BY_HAND).contains(from.strip());
    Console run = run(BY_HAND.replace(from.strip(), to.replace(" NEXT ", "\n  ")));
    assertThat(run.out() + run.err()).contains(text);
    assertThat(run.code()).isEqualTo(code);
    if (code == 1) {
      assertThat(run.out()).contains("INCONCLUSIVE: no figure to rest on");
    }
  }

  @Test
  void anOldDensitySampleIsSaid() throws IOException {
    Console run =
        run(
            BY_HAND.replace(
                "density: 1.017",
                "time: 2026-05-04T12:00Z\n  density-time: 2026-05-04T07:00Z\n  density: 1.017"));
    assertThat(run.out())
        .contains("stale density: the sample is 300 min old, a sample holds 120 min", "DEGRADED");
    assertThat(run.code()).isZero();
  }

  /** A tank beyond its table: there is a displacement and no cargo, and no zero in its place. */
  @Test
  void aTankOutsideItsTableLeavesNoCargo() throws IOException {
    String example =
        Files.readString(EXAMPLE)
            .replace("sounding-metres: 0.840", "sounding-metres: 1.7")
            .replace(
                "hydrostatics-example.csv",
                EXAMPLE.resolveSibling("hydrostatics-example.csv").toString())
            .replace("tank-example.csv", EXAMPLE.resolveSibling("tank-example.csv").toString());
    Console run = run(example);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("no cargo: ballast-1-centre: sounding of 1.700 m", "outside the table's")
        .doesNotContain("cargo loaded");
  }

  /** Nothing pumped and one density sample: what both surveys share takes itself away. */
  @Test
  void whatTheSurveysShareDoesNotCount() throws IOException {
    String shared =
        BY_HAND.replace("survey:", "initial:")
            + """
            final:
              draughts:
                forward-port-metres: 3.34
                forward-starboard-metres: 3.34
                midship-port-metres: 4.65
                midship-starboard-metres: 4.65
                aft-port-metres: 6.13
                aft-starboard-metres: 6.13
            """
            + BY_HAND.substring(BY_HAND.indexOf("  table-rows:"), BY_HAND.indexOf("  deductibles"));
    JsonNode difference = json(shared).path("difference");
    assertThat(difference.path("cargoTonnes").asDouble()).isBetween(42.0, 48.0);
    JsonNode uncertainty = difference.path("uncertainty");
    assertThat(uncertainty.path("common_bias").asDouble()).isLessThan(0.5);
    assertThat(uncertainty.path("deductibles").asDouble()).isZero();
    assertThat(uncertainty.path("density").asDouble()).isLessThan(0.1);
    JsonNode apart = json(shared + "  density: 1.017\n  deductibles: []\n").path("difference");
    assertThat(apart.path("uncertainty").path("density").asDouble()).isGreaterThan(20);
  }

  @Test
  void anAbsentFileAndAWrongFormatAreWrongUsage() {
    Console absent = Console.run("survey", directory.resolve("absent.yaml").toString());
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("there is no such file");
    assertThat(Console.run("survey", "--format", "pdf", EXAMPLE.toString()).code()).isEqualTo(2);
  }

  private JsonNode json(String yaml, String... options) throws IOException {
    Path file = Files.writeString(directory.resolve("survey.yaml"), yaml);
    String[] arguments = new String[options.length + 4];
    arguments[0] = "survey";
    arguments[1] = file.toString();
    arguments[2] = "--format";
    arguments[3] = "json";
    System.arraycopy(options, 0, arguments, 4, options.length);
    Console run = Console.run(arguments);
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(run.out());
  }

  private Console run(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("survey.yaml"), yaml);
    return Console.run("survey", file.toString());
  }
}
