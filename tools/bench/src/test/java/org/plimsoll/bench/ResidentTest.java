package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentTest {

  /** A process that holds as many bytes as a file says when it starts, and then says so. */
  private static final String HOLDS =
      """
      exec awk -v n="$(cat "$0")" 'BEGIN {
        held = "x"
        while (length(held) < n) held = held held
        print "holds"
        fflush()
        getline < "-"
      }'\
      """;

  private Path size;
  private Path log;

  @BeforeEach
  void files(@TempDir Path directory) {
    size = directory.resolve("size");
    log = directory.resolve("log");
  }

  @Test
  void saysMuchAndTooMuchAndNothing() {
    Resident limit = new Resident(OptionalLong.of(160_000_000));
    assertThat(limit.isWithinLimit()).isTrue();
    assertThat(limit).hasToString(", vessel at most 160.0 MB resident");

    Resident above = new Resident(OptionalLong.of(160_100_000));
    assertThat(above.isWithinLimit()).isFalse();
    assertThat(above).hasToString(", vessel at most 160.1 MB resident, ABOVE THE LIMIT OF 160");

    Resident unknown = new Resident(OptionalLong.empty());
    assertThat(unknown.isWithinLimit()).isTrue();
    assertThat(unknown.toString()).isEmpty();
  }

  @Test
  void theGreatestOfAllProcessesCountsThatAreTheCommandAsUsed() throws Exception {
    ask(1 << 24);
    try (ChildProcess process =
        new ChildProcess(List.of("sh", "-c", HOLDS, size.toString()), log)) {
      awaitStarts(1);
      assertThat(process.mostResidentBytes()).as("nothing has ended yet").isEmpty();
      process.kill();
      OptionalLong first = process.mostResidentBytes();
      assertThat(first.orElseThrow()).isBetween(1L << 24, 1L << 26);

      ask(1);
      process.restart();
      awaitStarts(2);
      process.end();
      assertThat(process.mostResidentBytes()).as("a smaller one").isEqualTo(first);

      ask(1 << 26);
      process.restart();
      awaitStarts(3);
      process.end();
      assertThat(process.mostResidentBytes().orElseThrow()).isGreaterThan(1L << 26);
    }
  }

  @Test
  void aFirstProcessWithOptionsOfItsOwnDoesNotCount() throws Exception {
    ask(1 << 26);
    try (ChildProcess process =
        new ChildProcess(List.of("sh", "-c", HOLDS, size.toString()), log, "-Dapart=true")) {
      awaitStarts(1);
      process.kill();
      assertThat(process.mostResidentBytes()).isEmpty();

      ask(1 << 24);
      process.restart("");
      awaitStarts(2);
      process.end();
      assertThat(process.mostResidentBytes().orElseThrow()).isBetween(1L << 24, 1L << 26);
    }
  }

  private void ask(int bytes) throws IOException {
    Files.writeString(size, Integer.toString(bytes));
  }

  private void awaitStarts(int count) {
    await().untilAsserted(() -> assertThat(Files.readAllLines(log)).hasSize(count));
  }
}
