package org.plimsoll.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad files, and to the letter what the installer reads about them. */
class BadFilesTest {

  private enum Parity {
    NONE,
    EVEN,
    MARK_SPACE
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyProblemIsRendered(String name, String yaml, String expected) {
    ConfigFile file = ConfigFile.of("v.yaml", yaml);
    Section root = file.root();
    root.text("name");
    Section line = root.section("line");
    line.integer("baud", 300, 921_600);
    line.choice("parity", Parity.class, Parity.NONE);
    line.duration("silence", Duration.ofMillis(500), Duration.ofMinutes(10), Duration.ofSeconds(3));
    line.number("scale", 0.5, 2, 1);
    line.integers("units", 1, 247);
    line.size("bound", 1 << 20, 1 << 30, 1 << 24);
    line.flag("open", false);
    String rendered = file.finish().stream().map(Problem::render).collect(Collectors.joining("\n"));
    assertThat(rendered).isEqualTo(expected.stripTrailing());
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(
            "good", "name: x\nline: {baud: 9600, parity: mark-space, silence: 1.5s}\n", ""),
        Arguments.of(
            "unknown key with its likely meaning",
            """
            name: x
            line:
              bauds: 9600
            """,
            """
            error: missing key 'baud' in 'line'
               --> v.yaml:3:3
                |
              3 |   bauds: 9600
                |   ^
            error: unknown key 'bauds' in 'line'
               --> v.yaml:3:3
                |
              3 |   bauds: 9600
                |   ^^^^^
                = help: did you mean 'baud'?
            """),
        Arguments.of(
            "unknown key that resembles nothing",
            """
            name: x
            line: {baud: 9600}
            colour: red
            """,
            """
            error: unknown key 'colour'
               --> v.yaml:3:1
                |
              3 | colour: red
                | ^^^^^^
                = help: known here: name, line
            """),
        Arguments.of(
            "all at once",
            """
            name: x
            line:
              baud: 115200000
              parity: evn
              silence: 5
              scale: 3
              units: [1, 300, two]
              bound: 2GB
              open: yes
            """,
            """
            error: 'baud': 115200000 is outside 300 to 921600
               --> v.yaml:3:9
                |
              3 |   baud: 115200000
                |         ^^^^^^^^^
            error: 'parity': 'evn' is not one of none, even, mark-space
               --> v.yaml:4:11
                |
              4 |   parity: evn
                |           ^^^
                = help: did you mean 'even'?
            error: 'silence': '5' is not a duration; allowed: 500ms to 10min
               --> v.yaml:5:12
                |
              5 |   silence: 5
                |            ^
                = help: write a number and a unit: 250ms, 5s, 10min, 2h or 30d
            error: 'scale': 3 is outside 0.5 to 2
               --> v.yaml:6:10
                |
              6 |   scale: 3
                |          ^
            error: 'units': 300 is outside 1 to 247
               --> v.yaml:7:14
                |
              7 |   units: [1, 300, two]
                |              ^^^
            error: 'units': 'two' is not a whole number; allowed: 1 to 247
               --> v.yaml:7:19
                |
              7 |   units: [1, 300, two]
                |                   ^^^
            error: 'bound': '2GB' is not a size; allowed: 1MiB to 1GiB
               --> v.yaml:8:10
                |
              8 |   bound: 2GB
                |          ^^^
                = help: write a number and a unit: 512KiB, 64MiB or 2GiB
            error: 'open': 'yes' is neither true nor false
               --> v.yaml:9:9
                |
              9 |   open: yes
                |         ^^^
            """),
        Arguments.of(
            "a missing section is reported once, not once for each of its keys",
            "name: x\n",
            """
            error: missing key 'line'
               --> v.yaml:1:1
                |
              1 | name: x
                | ^
            """),
        Arguments.of(
            "a key without a value is a missing key",
            "name:\nline: {baud: 9600}\n",
            """
            error: missing key 'name'
               --> v.yaml:1:1
                |
              1 | name:
                | ^
            """),
        Arguments.of(
            "duplicate key",
            "name: x\nname: y\nline: {baud: 9600}\n",
            """
            error: duplicate key 'name'
               --> v.yaml:2:1
                |
              2 | name: y
                | ^^^^
                = help: it stands already in line 1
            """),
        Arguments.of(
            "one value where a mapping belongs, a list where a value belongs",
            "name: [a, b]\nline: 9600\n",
            """
            error: 'name' must be one value, not a list
               --> v.yaml:1:7
                |
              1 | name: [a, b]
                |       ^^^^^^
            error: 'line' must have keys of its own, not one value
               --> v.yaml:2:7
                |
              2 | line: 9600
                |       ^^^^
            """),
        Arguments.of(
            "not YAML: a tab",
            "name: x\nline:\n\tbaud: 9600\n",
            """
            error: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
               --> v.yaml:3:1
                |
              3 |  baud: 9600
                | ^
                = help: indent with blanks, not with tabs
            """),
        Arguments.of(
            "not YAML: an open bracket",
            "name: [x\nline: {baud: 9600}\n",
            """
            error: not YAML: expected ',' or ']', but got :
               --> v.yaml:2:5
                |
              2 | line: {baud: 9600}
                |     ^
            """),
        Arguments.of("empty", "", "error: the file is empty\n   --> v.yaml"),
        Arguments.of(
            "nested without end",
            "name: " + "[".repeat(1000),
            "error: nested deeper than 24 levels\n   --> v.yaml:1:30\n    |\n  1 | name: "
                + "[".repeat(111)
                + "...\n    | "
                + " ".repeat(29)
                + "^"));
  }

  @Test
  void aliasesAreBounded() {
    ConfigFile file = ConfigFile.of("v.yaml", "a: &a [1]\nb: [" + "*a,".repeat(65) + "]\n");
    assertThat(file.finish()).extracting(Problem::message).containsExactly("more than 64 aliases");
  }

  @Test
  void aTreeThatContainsItselfIsRead() {
    ConfigFile file = ConfigFile.of("v.yaml", "a: &a [*a]\n");
    assertThat(file.root().texts("a")).isEmpty();
    assertThat(file.finish())
        .extracting(Problem::message)
        .containsExactly("'a' must be one value, not a list");
  }

  @Test
  void theNumberOfProblemsIsBounded() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      yaml.append("key").append(i).append(": 1\n");
    }
    assertThat(ConfigFile.of("v.yaml", yaml.toString()).finish()).hasSize(100);
  }

  @Test
  void aListOfWhatIsWrongEndsWithItsLength() {
    ConfigFile file = ConfigFile.of("v.yaml", "a: 1\nb: 2\n");
    InvalidConfig invalid =
        org.assertj.core.api.Assertions.catchThrowableOfType(InvalidConfig.class, file::orThrow);
    assertThat(invalid.render()).endsWith("\n\nv.yaml: 2 errors");
    assertThat(invalid).hasMessage("v.yaml:1:1: unknown key 'a'; v.yaml:2:1: unknown key 'b'");
  }
}
