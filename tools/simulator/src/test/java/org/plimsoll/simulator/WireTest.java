package org.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wire against the kernel, at its own pace. */
class WireTest {

  @TempDir Path directory;

  @Test
  void bytesPassAtTheBaudRate() throws IOException {
    try (Wire wire = plugged();
        RandomAccessFile program = open(wire)) {
      wire.pump(0.01);
      wire.say(new byte[1000]);
      wire.pump(0.1);
      assertThat(wire.room()).isEqualTo(Wire.QUEUE_BYTES - 1000 + 96);
      wire.pump(1);
      assertThat(wire.room()).isEqualTo(Wire.QUEUE_BYTES);
      program.readFully(new byte[1000]);
    }
  }

  @Test
  void nobodyListeningLosesEverythingAndBlocksNothing() throws IOException {
    try (Wire wire = plugged()) {
      for (int i = 0; i < 10_000; i++) {
        wire.say(new byte[100]);
        wire.pump(0.1);
      }
      assertThat(wire.isHeard()).isFalse();
      assertThat(wire.room()).isEqualTo(Wire.QUEUE_BYTES);
    }
  }

  @Test
  void aProgramThatDoesNotReadLosesWholeMessages() throws IOException {
    try (Wire wire = plugged();
        RandomAccessFile program = open(wire)) {
      wire.pump(0.01);
      for (int i = 0; i < 1000; i++) {
        wire.say(new byte[100]);
        wire.pump(1);
      }
      assertThat(wire.droppedMessages()).isPositive().isLessThan(1000);
      assertThat(program.getFD().valid()).isTrue();
    }
  }

  @Test
  void unpluggingRemovesTheNameAndPluggingMakesItAgain() throws IOException {
    try (Wire wire = plugged()) {
      Path link = directory.resolve("gps");
      assertThat(Files.isSymbolicLink(link)).isTrue();
      wire.unplug();
      wire.unplug();
      wire.pump(1);
      wire.say(new byte[1]);
      assertThat(wire.listen().hasRemaining()).isFalse();
      assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
      wire.plug();
      wire.plug();
      assertThat(Files.exists(link)).isTrue();
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aLinkLeftBehindIsReplacedAndAFileIsNot() throws IOException {
    Path link = directory.resolve("gps");
    Files.createSymbolicLink(link, Path.of("/dev/pts/4000"));
    plugged().close();
    Files.writeString(link, "mine");
    assertThatThrownBy(this::plugged)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in the way");
    assertThat(link).hasContent("mine");
  }

  private Wire plugged() throws IOException {
    Wire wire = new Wire(directory.resolve("gps"), 9600);
    wire.plug();
    return wire;
  }

  private RandomAccessFile open(Wire wire) throws IOException {
    assertThat(wire.isHeard()).isFalse();
    return new RandomAccessFile(directory.resolve("gps").toFile(), "rw");
  }
}
