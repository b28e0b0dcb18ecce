package org.plimsoll.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.Row;

class RecordingFileTest {

  private static final String TABLE =
      "# two devices\n# 0,hull.trim,a,0.001\n# 1,hull.list,a,1.66666667e-06\n# 2,x.y,b,20\n";

  @TempDir Path directory;

  @Test
  void channelsAndFramesAreRead() throws IOException {
    Recording recording = read(TABLE + "95 0:778 1:-578\n164 2:81\n\n1095 0:779 1:-577\n");
    assertThat(recording.channels())
        .containsExactly(
            new Recording.Channel("hull.trim", "a", 0.001),
            new Recording.Channel("hull.list", "a", 1.66666667e-06),
            new Recording.Channel("x.y", "b", 20));
    assertThat(recording.readings()).isEqualTo(5);
    assertThat(recording.frames().get(0).readings())
        .containsExactly(new Recording.Reading(0, 778), new Recording.Reading(1, -578));
    assertThat(recording.frames().get(1).timeMillis() - Recording.BEGIN_MILLIS).isEqualTo(100);
  }

  @Test
  void aCompressedOneIsReadToo() throws IOException {
    Path file = directory.resolve("r.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((TABLE + "95 0:778\n").getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(RecordingFile.read(file).readings()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "95 0:1 3:2,        r:5: channel 3 is in no table",
    "x 0:1,             r:5: For input string: \"x\"",
    "95 0:,             r:5: For input string: \"\"",
    "95 01,             r:5: For input string: \"\"",
    "# 7;a.b;c;1,       r: no frames",
  })
  void whatIsNoRecordingIsSaidWithItsLine(String line, String message) {
    assertThatThrownBy(() -> read(TABLE + line + "\n"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void timeNeverGoesBack() {
    assertThatThrownBy(() -> read(TABLE + "95 0:1\n94 0:2\n")).hasMessageContaining("94 after 95");
  }

  @Test
  void blocksHaveARowForEachSecondInWhichSomethingWasSaid() throws IOException {
    Recording recording = read(TABLE + "95 0:1\n999 2:2\n1000 0:3\n3500 0:4\n12000 0:5\n");
    List<Block> blocks = recording.blocks(10_000);
    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0).entries()).hasSize(3);
    assertThat(((Row) blocks.get(0).entries().get(0)).samples()).hasSize(2);
    assertThat(blocks.get(1).first()).isEqualTo(4);
    assertThat(blocks.stream().mapToLong(Block::readings).sum()).isEqualTo(5);
  }

  private Recording read(String text) throws IOException {
    return RecordingFile.read(Files.writeString(directory.resolve("r"), text));
  }
}
