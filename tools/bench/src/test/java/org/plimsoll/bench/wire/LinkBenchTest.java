package org.plimsoll.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkBenchTest {

  private static final Path HOME = Path.of("").toAbsolutePath();

  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void aSimulatedFerryStaysWithinTheLimits() throws IOException, InterruptedException {
    LinkBench.Options usual = LinkBench.Options.defaults();
    int code =
        run(
            new LinkBench.Options(
                Optional.empty(), usual.blocks().subList(0, 2), 3, Duration.ofMinutes(10), true));
    assertThat(text()).contains("56 channels", "seed 3", "limit 0.80: ok", "limit 0.46: ok");
    assertThat(text()).contains("60 blocks, 60 read back equal: ok", "Sparkplug B", "Signal K");
    assertThat(code).isZero();
  }

  @Test
  void theSameSeedIsTheSameRecording() {
    Recording once = FerryRecording.of(5, Duration.ofSeconds(30));
    assertThat(FerryRecording.of(5, Duration.ofSeconds(30))).isEqualTo(once);
    assertThat(FerryRecording.of(6, Duration.ofSeconds(30)).frames()).isNotEqualTo(once.frames());
    assertThat(once.readings()).isBetween(30L * 50, 30L * 56);
  }

  /** Noise of 40 bits cannot be made short, and the check must say so. */
  @Test
  void aFigureAboveItsLimitFailsTheCheckOnly() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    List<String> lines = new ArrayList<>(List.of("# 0,a.b,c,1"));
    for (int i = 0; i < 100; i++) {
      lines.add(i * 1000 + " 0:" + random.nextLong(1L << 40));
    }
    Path file = Files.write(directory.resolve("noise"), lines);
    List<Duration> blocks = List.of(Duration.ofSeconds(10));
    Duration any = Duration.ofHours(1);
    assertThat(run(new LinkBench.Options(Optional.of(file), blocks, 1, any, true))).isOne();
    assertThat(text()).contains("limit 0.80: TOO MANY", "seed none");
    assertThat(run(new LinkBench.Options(Optional.of(file), blocks, 1, any, false))).isZero();
  }

  /** The short form of a million. */
  @Test
  void randomAndMutatedBlocksThrowNothingAndTakeLittle() throws InterruptedException {
    BlocksBench bench = new BlocksBench(new BlocksBench.Options(8_000, 2), HOME);
    assertThat(bench.run(new PrintStream(printed, true, StandardCharsets.UTF_8))).isZero();
    assertThat(text()).contains("8000 blocks, seed 2", "thrown 0", ": ok");
    BlockOrdeal ordeal = new BlockOrdeal(2);
    for (int i = 0; i < 2_000; i++) {
      ordeal.next();
    }
    assertThat(ordeal.read()).as("some mutations only change values").isPositive();
    assertThat(ordeal.refused().keySet()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(ordeal.mostBytesBeside()).isBetween(1_000L, BlocksBench.MAX_BYTES_BESIDE);
  }

  private int run(LinkBench.Options options) throws IOException, InterruptedException {
    return new LinkBench(options, HOME).run(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
