package org.plimsoll.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

  @TempDir Path directory;

  @Test
  void valuesOfEveryKindAreRead() {
    ConfigFile file =
        ConfigFile.of(
            "v.yaml",
            """
            vessel: imo9876543
            data: outbox
            address: 0x10
            lines:
              gps: {device: /dev/gps, talkers: [GP, GN]}
              deck: {device: /dev/deck}
            checks:
              - {id: draught}
              - {id: cargo}
            bound: 64MiB
            """,
            Path.of("/etc/plimsoll"));
    Section root = file.root();
    assertThat(root.text("vessel", Pattern.compile("imo\\d{7}"), "an IMO number"))
        .isEqualTo("imo9876543");
    assertThat(root.path("data")).isEqualTo(Path.of("/etc/plimsoll/outbox"));
    assertThat(root.path("spool", "spool")).isEqualTo(Path.of("/etc/plimsoll/spool"));
    assertThat(root.integer("address", 0, 65_535)).isEqualTo(16);
    assertThat(root.size("bound", 1, Long.MAX_VALUE, 1)).isEqualTo(64L << 20);
    assertThat(root.namedSections("lines").keySet()).containsExactly("gps", "deck");
    Section gps = root.namedSections("lines").get("gps");
    assertThat(gps.name()).isEqualTo("gps");
    assertThat(gps.path()).isEqualTo("lines.gps");
    assertThat(gps.path("device")).isEqualTo(Path.of("/dev/gps"));
    assertThat(gps.texts("talkers")).containsExactly("GP", "GN");
    assertThat(root.namedSections("lines").get("deck").texts("talkers")).isEmpty();
    assertThat(root.namedSections("lines").get("deck").text("device")).isEqualTo("/dev/deck");
    assertThat(root.sections("checks"))
        .extracting(check -> check.text("id"))
        .containsExactly("draught", "cargo");
  }

  @Test
  void aNameWithADotKeepsItsName() {
    ConfigFile file = ConfigFile.of("v.yaml", "lines:\n  a.b: {x: 1}\n");
    assertThat(file.root().namedSections("lines").get("a.b").name()).isEqualTo("a.b");
  }

  @Test
  void aKeyReadThroughOneOfTwoViewsOfASectionIsKnown() {
    ConfigFile file = ConfigFile.of("v.yaml", "store:\n  url: x\n  token: y\n");
    file.root().section("store").text("url");
    file.root().section("store").text("token");
    assertThat(file.finish()).isEmpty();
  }

  @Test
  void ownProblemsStandAtTheValue() {
    ConfigFile file = ConfigFile.of("v.yaml", "line: draugth\n");
    file.root().text("line");
    file.root().problem("line", "no line with id 'draugth'", "defined lines: draught, gps");
    Problem problem = file.finish().get(0);
    assertThat(problem.place()).isEqualTo("v.yaml:1:7");
    assertThat(problem.width()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "5s, PT5S",
    "1.5s, PT1.5S",
    "10min, PT10M",
    "2h, PT2H",
    "30d, PT720H",
    "0s, PT0S"
  })
  void durationsAreReadAndWrittenBack(String text, Duration expected) {
    assertThat(Scalars.duration(text, Duration.ZERO, Duration.ofDays(365)).value())
        .contains(expected);
    assertThat(
            Scalars.duration(Scalars.text(expected), Duration.ZERO, Duration.ofDays(365)).value())
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"NaN", ".nan", ".inf", "1e999", "''", "1.2.3", "0x1p3", "1d"})
  void aNumberIsFinite(String text) {
    assertThat(Scalars.number(text, -1e9, 1e9).value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"baud,bauds,1", "draught,draugth,1", "a,a,0", "abc,'',3", "kitten,sitting,3"})
  void editsAreCounted(String from, String to, int edits) {
    assertThat(Nearest.edits(from, to)).isEqualTo(edits);
  }

  @Test
  void theNearestWordIsNearInAnyCaseAndNothingFarIs() {
    List<String> known = List.of("draught", "weighbridge", "gps");
    assertThat(Nearest.of("Draugth", known)).contains("draught");
    assertThat(Nearest.of("weightbridge", known)).contains("weighbridge");
    assertThat(Nearest.of("radar", known)).isEmpty();
  }

  @Test
  void aSecretIsReadFromItsFileAndNeverShown() throws IOException {
    Files.writeString(directory.resolve("token"), "s3cret\n");
    Files.writeString(directory.resolve("empty"), "\n");
    Path path =
        Files.writeString(
            directory.resolve("v.yaml"),
            "good: file:token\nopen: hunter2\nnone: file:absent\nempty: file:empty\n");
    ConfigFile file = ConfigFile.read(path);
    assertThat(file.root().secret("good")).contains("s3cret");
    assertThat(file.root().secret("open")).isEmpty();
    assertThat(file.root().secret("none")).isEmpty();
    assertThat(file.root().secret("empty")).isEmpty();
    assertThat(file.root().secret("missing")).isEmpty();
    assertThat(file.finish())
        .extracting(Problem::message)
        .containsExactly(
            "a secret does not stand in the configuration",
            "the secret file 'absent' cannot be read",
            "the secret file 'empty' is empty");
    assertThat(file.finish()).noneMatch(problem -> problem.render().contains("hunter2"));
  }

  @Test
  void filesThatCannotBeReadAreProblems() throws IOException {
    assertThat(messages(directory.resolve("absent.yaml"))).containsExactly("there is no such file");
    assertThat(messages(directory)).containsExactly("the file cannot be read");
    Path binary = Files.write(directory.resolve("b.yaml"), new byte[] {(byte) 0xff, 0x41});
    assertThat(messages(binary)).containsExactly("the file is not UTF-8 text");
    Path large = Files.write(directory.resolve("l.yaml"), new byte[ConfigFile.LARGEST_BYTES + 1]);
    assertThat(messages(large)).containsExactly("the file is larger than 1 MiB");
  }

  private static List<String> messages(Path path) {
    ConfigFile file = ConfigFile.read(path);
    file.root().text("name");
    return file.finish().stream().map(Problem::message).toList();
  }
}
