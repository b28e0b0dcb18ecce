package org.plimsoll.vessel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/** The outbox on a file system of its own that is really full; needs the right to mount. */
@Tag("slow")
class SmallDiskTest {

  private static final int DISK_MEBIBYTES = 32;
  private static final OutboxConfig CONFIG =
      new OutboxConfig(1L << 30, Duration.ofDays(30), Duration.ofDays(365), 4L << 20);

  @TempDir Path temporary;
  private final ManualTime time = new ManualTime();
  private final SplittableRandom random = new SplittableRandom(1);
  private Path disk;
  private Outbox outbox;
  private long offered;
  private long refused;
  private int failures;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(temporary.resolve("disk"));
    String refusal =
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEBIBYTES + "m", "plimsoll", disk + "");
    Assumptions.assumeTrue(refusal.isEmpty(), () -> "no file system of its own: " + refusal);
    open();
  }

  @AfterEach
  void unmount() throws Exception {
    if (outbox != null) {
      outbox.close();
      run("umount", disk.toString());
    }
  }

  private void open() throws OutboxFailure {
    outbox = SqliteOutbox.open(disk.resolve("outbox"), CONFIG, DataOrigin.SIMULATED, time, random);
  }

  @Test
  void runsOnWhenItFillsTheDiskItself() throws Exception {
    for (int group = 0; group < 900; group++) {
      offer();
    }
    assertThat(failures).as("appends that the disk refused").isZero();
    assertThat(outbox.counts().gapRecorded()).as("the oldest made room").isPositive();
    assertConserved();
    outbox.close();
    open();
    assertConserved();
    assertThat(outbox.memory()).isEqualTo(Map.of("newest", "899"));
  }

  @Test
  void runsOnWhenOthersFillTheDisk() throws Exception {
    for (int group = 0; group < 100; group++) {
      offer();
    }
    assertThat(outbox.counts().gapRecorded()).isZero();
    Path other = disk.resolve("log of somebody else");
    fill(other);
    for (int group = 100; group < 500; group++) {
      offer();
    }
    assertThat(failures).as("appends until the reserve was given up").isLessThan(10);
    assertThat(outbox.counts().gapRecorded()).as("the oldest made room").isPositive();
    assertConserved();
    Files.delete(other);
    long gaps = outbox.counts().gapRecorded();
    failures = 0;
    for (int group = 500; group < 550; group++) {
      offer();
    }
    assertThat(failures).isZero();
    assertThat(outbox.counts().gapRecorded()).as("room again").isEqualTo(gaps);
    assertThat(disk.resolve("outbox/reserve")).as("and a reserve").exists();
    assertConserved();
  }

  /** What the pipeline does: what is refused for good is recorded when the outbox works again. */
  private void offer() throws OutboxFailure {
    outbox.channelId(new ChannelKey("hull.trim", "draught"), Quantities.TRIM);
    List<Sample> samples = samples();
    long number = offered / samples.size();
    offered += samples.size();
    try {
      if (refused > 0) {
        outbox.recordLoss(refused, GapReason.UNWRITTEN);
        refused = 0;
      }
      outbox.append(new CommitGroup(1, samples, Map.of("newest", Long.toString(number))));
    } catch (OutboxFailure full) {
      failures++;
      refused += samples.size();
    }
    time.pass(Duration.ofSeconds(1));
    if (number % 5 == 0) {
      try {
        outbox.seal();
      } catch (OutboxFailure full) {
        failures++;
      }
    }
  }

  /** Random, so that no block format makes them small. */
  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      samples.add(
          new Sample(
              0,
              1_000_000_000_000L + (offered + i) * 100,
              Quality.GOOD,
              OptionalLong.of(random.nextLong(1L << 40))));
    }
    return samples;
  }

  private void assertConserved() {
    OutboxCounts counts = outbox.counts();
    assertThat(counts.pending() + counts.gapRecorded() + refused)
        .as("stored and gap-recorded of %d offered: %s", offered, counts)
        .isEqualTo(offered);
  }

  private static void fill(Path file) throws IOException {
    byte[] some = new byte[4096];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(some);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  /** What the command says when it fails; empty when it does not. */
  private static String run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : said.strip() + " (" + process.exitValue() + ")";
    } catch (IOException absent) {
      return absent.getMessage();
    }
  }
}
