package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.vessel.VesselConfig;

/** What the pages for newcomers say exists. */
class ReadmeTest {

  private static final Pattern COMMAND = Pattern.compile("\\./plimsoll ([a-z][^`#|\\n]*)");
  private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)");

  private static final Pattern KEY = Pattern.compile("(?m)^ *#?([\\w-]+):(?: |$)");

  /** What the launcher does itself. */
  private static final List<String> LAUNCHER = List.of("test", "mutation", "fuzz", "help");

  static Stream<String> pages() {
    return SourceTree.files(file -> file.toString().endsWith(".md")).stream()
        .map(file -> SourceTree.root().relativize(file).toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsCommandsExist(String page) throws Exception {
    Matcher matcher = COMMAND.matcher(Files.readString(SourceTree.root().resolve(page)));
    while (matcher.find()) {
      String[] arguments = matcher.group(1).strip().split("\\s+");
      if (LAUNCHER.contains(arguments[0])) {
        continue;
      }
      assertThat(Main.commands().getSubcommands()).containsKey(arguments[0]);
      if (arguments.length == 1) {
        continue; // the command is only mentioned
      }
      assertThatCode(() -> CommandRun.prepared(Main.commands()).parseArgs(arguments))
          .as("./plimsoll " + matcher.group(1))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsLinksLeadSomewhere(String page) throws Exception {
    Path file = SourceTree.root().resolve(page);
    Matcher matcher = LINK.matcher(Files.readString(file));
    while (matcher.find()) {
      assertThat(file.resolveSibling(matcher.group(1)).normalize()).exists();
    }
  }

  @Test
  void theVesselOfTheReadmeCanBeRead() throws Exception {
    String page = Files.readString(SourceTree.root().resolve("README.md"));
    Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(yaml.find()).isTrue();
    ConfigFile file = ConfigFile.of("README.md", yaml.group(1), examples());
    VesselConfig config = VesselConfig.read(file.root());
    assertThat(file.finish()).isEmpty();
    assertThat(config.lines()).extracting(line -> line.id()).containsExactly("gps", "draught");
  }

  @Test
  void theExamplesAreValid() {
    Path examples = examples();
    Console check =
        Console.run("check-config", examples + "/vessel.yaml", examples + "/shore.yaml");
    assertThat(check.out())
        .contains("vessel.yaml: vessel, no errors", "shore.yaml: shore, no errors");
    assertThat(check.code()).isZero();
  }

  @Test
  void keysAreWrittenInOneWay() throws Exception {
    for (String name : List.of("vessel.yaml", "shore.yaml")) {
      Matcher key = KEY.matcher(Files.readString(examples().resolve(name)));
      while (key.find()) {
        assertThat(key.group(1)).as(name).matches("[a-z0-9]+(-[a-z0-9]+)*");
      }
    }
  }

  @Test
  void everyDecisionStandsInTheIndex() throws Exception {
    Path records = SourceTree.root().resolve("gateway/docs/adr");
    String index = Files.readString(records.resolve("README.md"));
    try (Stream<Path> list = Files.list(records)) {
      assertThat(list.map(file -> file.getFileName().toString()))
          .contains("command-line.md")
          .allMatch(name -> name.equals("README.md") || index.contains("(" + name + ")"));
    }
  }

  private static Path examples() {
    return SourceTree.root().resolve("tools/examples");
  }
}
