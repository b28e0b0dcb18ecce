package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.vessel.VesselConfig;
import org.plimsoll.vessel.line.Dialect;

/** The page of each protocol and the configuration beside it. */
class ProtocolPagesTest {

  private static final Path PAGES = SourceTree.root().resolve("firmware-protocols/docs");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itsConfigurationCanBeRead(Path page) {
    String sample = page.resolve("lines.yaml").toString();
    Console check = Console.run("check-config", sample);
    assertThat(check.out()).isEqualTo(sample + ": vessel, no errors\n");
    assertThat(check.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itHasARulerAndNamesItsSampleAndItsCapture(Path page) throws IOException {
    assertThat(Files.readString(page.resolve("README.md")))
        .contains("```\n", "(lines.yaml)", "./plimsoll decode", "## On a line")
        .contains("tools/cli/src/test/resources/decode/");
    assertThat(Files.readString(PAGES.resolveSibling("README.md")))
        .contains("(docs/" + page.getFileName() + "/README.md)");
  }

  @Test
  void everyProtocolOfALineHasASample() throws IOException {
    assertThat(pages().flatMap(ProtocolPagesTest::spoken))
        .containsAll(Stream.of(Dialect.Protocol.values()).map(Dialect.Protocol::word).toList());
  }

  private static Stream<String> spoken(Path page) {
    VesselConfig config = VesselConfig.read(ConfigFile.read(page.resolve("lines.yaml")).root());
    return config.lines().stream().map(line -> line.dialect().protocol());
  }
}
