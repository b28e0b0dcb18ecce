package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.cli.frame.RecordedProtocol;

/** What {@code decode} says of a capture of each protocol, to the letter. */
class DecodeCapturesTest {

  private static final Path CAPTURES =
      SourceTree.root().resolve("tools/cli/src/test/resources/decode");

  @ParameterizedTest
  @EnumSource
  void saysWhatItAlwaysSaid(RecordedProtocol protocol) throws IOException {
    String name = protocol.word();
    List<String> golden = Files.readAllLines(CAPTURES.resolve(name + ".jsonl"));
    String capture = CAPTURES.resolve(name + ".capture").toString();
    Console decode = Console.run("decode", "--protocol", name, "--unit", "kg", capture);
    assertThat(decode.out().lines()).containsExactlyElementsOf(golden);
    assertThat(decode.err()).isEmpty();
    boolean broken = golden.stream().anyMatch(line -> line.contains("\"malformed\""));
    assertThat(decode.code()).isEqualTo(broken ? 1 : 0);
    assertThat(golden).anyMatch(line -> line.startsWith("{\"status\":\"ok\""));
  }
}
