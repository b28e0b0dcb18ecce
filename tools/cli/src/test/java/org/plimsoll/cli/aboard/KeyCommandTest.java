package org.plimsoll.cli.aboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.cli.Console;
import org.plimsoll.vessel.record.ShipKey;
import picocli.CommandLine;

class KeyCommandTest {

  @TempDir Path directory;

  @Test
  void aKeyIsForItsOwnerAndItsPublicHalfForThePort() throws Exception {
    Path file = directory.resolve("ship.key");
    Console key = run(file);
    assertThat(key.code()).isZero();
    assertThat(key.err()).isEmpty();
    assertThat(key.out()).matches("[A-Za-z0-9_-]{43}\\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(file)).hasSize(1);
    ShipKey read = ShipKey.read(Files.readString(file)).orElseThrow();
    assertThat(read.publicKey() + "\n").isEqualTo(key.out());
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws Exception {
    Path file = Files.writeString(directory.resolve("ship.key"), "another's");
    Console key = run(file);
    assertThat(key.code()).isEqualTo(1);
    assertThat(key.out()).isEmpty();
    assertThat(key.err())
        .isEqualTo("error: " + file + " is there already; a key is never overwritten\n");
    assertThat(Files.readString(file)).isEqualTo("another's");
  }

  @Test
  void aDirectoryThatIsNotThereIsSaid() {
    Path file = directory.resolve("absent/ship.key");
    Console key = run(file);
    assertThat(key.code()).isEqualTo(1);
    assertThat(key.out()).isEmpty();
    assertThat(key.err()).isEqualTo("error: " + file + ": no such file\n");
  }

  private static Console run(Path file) {
    return Console.run(new CommandLine(new KeyCommand()), file.toString());
  }
}
