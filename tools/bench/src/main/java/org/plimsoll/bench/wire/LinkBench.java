package org.plimsoll.bench.wire;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plimsoll.bench.revision.Revision;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.BlockCodec;
import org.plimsoll.telemetry.BlockResult;

/**
 * {@code bench link}: what a reading costs on the link in Plimsoll's blocks, and in what others
 * send, over the same samples.
 *
 * <p>Confined to its caller's thread.
 */
public final class LinkBench {

  /** Most bytes a reading by the length of the blocks, everything in the block counted. */
  private static final Map<Duration, Double> LIMITS =
      Map.of(
          Duration.ofSeconds(10), 0.80,
          Duration.ofSeconds(60), 0.46,
          Duration.ofSeconds(600), 0.37);

  /** Speed is measured on at most so many readings. */
  private static final long TIMED_READINGS = 250_000;

  private static final int TIMED_PASSES = 3;

  private static final double MILLIS_PER_HOUR = 3_600_000;

  private static final List<WireFormat> OTHERS =
      List.of(new SignalKDelta(), new SparkplugB(), new LineProtocol());

  /**
   * @param file a recording; one of the simulated ferry is made when there is none.
   * @param blocks lengths of the blocks, each at least a second.
   * @param seed of the recording that is made.
   * @param length of the recording that is made.
   * @param check whether a figure above its limit is a failure.
   */
  public record Options(
      Optional<Path> file, List<Duration> blocks, long seed, Duration length, boolean check) {

    public Options {
      blocks = List.copyOf(blocks);
    }

    public static Options defaults() {
      return new Options(
          Optional.empty(),
          List.of(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(600)),
          1,
          Duration.ofHours(2),
          false);
    }
  }

  private final Options options;
  private final Path home;
  private final BlockCodec codec = new BlockCodec();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * @param home the tree that this was built from, for the commit in the output.
   */
  public LinkBench(Options options, Path home) {
    this.options = options;
    this.home = home;
  }

  /**
   * Measures and prints a table; 0, or 1 above a limit that is to be checked and when a block does
   * not come back as it was.
   *
   * @throws IOException if the recording cannot be read; the message names file and line.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    Recording recording =
        options.file().isPresent()
            ? RecordingFile.read(options.file().get())
            : FerryRecording.of(options.seed(), options.length());
    long readings = recording.readings();
    long millis = recording.frames().get(recording.frames().size() - 1).millis();
    out.printf(
        Locale.ROOT,
        "bench link: %s, %d channels, %d readings in %.1f h, seed %s, commit %s%n",
        recording.title(),
        recording.channels().size(),
        readings,
        millis / MILLIS_PER_HOUR,
        options.file().isPresent() ? "none" : String.valueOf(options.seed()),
        Revision.of(home));
    List<Length> lengths = new ArrayList<>();
    for (Duration block : options.blocks()) {
      lengths.add(measure(recording, block));
    }
    heading(out, "bytes a reading, by length of the blocks");
    row(out, "block, everything in it counted", lengths, length -> length.blockBytes);
    row(out, "  deflated once more", lengths, length -> length.deflatedBytes);
    row(out, "  MQTT publish around it", lengths, length -> length.mqttBytes);
    row(out, "  TLS records around that", lengths, length -> length.tlsBytes);
    single(out, "order-0 entropy of the values", ColumnEntropy.of(recording));
    for (WireFormat other : OTHERS) {
      compare(out, recording, other);
    }
    heading(out, "ns of processor time a reading");
    row(out, "encode", lengths, length -> length.encodeNanos);
    row(out, "decode", lengths, length -> length.decodeNanos);
    return judge(out, lengths) ? 0 : 1;
  }

  /** What blocks of one length cost, a reading. */
  private record Length(
      Duration block,
      int blocks,
      int equal,
      double blockBytes,
      double deflatedBytes,
      double mqttBytes,
      double tlsBytes,
      double encodeNanos,
      double decodeNanos) {}

  private Length measure(Recording recording, Duration length) {
    List<Block> blocks = recording.blocks(length.toMillis());
    long bytes = 0;
    long deflated = 0;
    long mqtt = 0;
    long tls = 0;
    int equal = 0;
    for (Block block : blocks) {
      byte[] encoded = codec.encode(block);
      bytes += encoded.length;
      deflated += Deflated.bytes(encoded);
      long publish = Envelopes.mqttBytes(encoded.length);
      mqtt += publish;
      tls += Envelopes.tlsBytes(publish + encoded.length);
      equal += codec.decode(encoded).equals(new BlockResult.Good(block)) ? 1 : 0;
    }
    double readings = recording.readings();
    double[] nanos = time(blocks);
    return new Length(
        length,
        blocks.size(),
        equal,
        bytes / readings,
        deflated / readings,
        mqtt / readings,
        tls / readings,
        nanos[0],
        nanos[1]);
  }

  /** Nanoseconds of processor time a reading, of encoding and of decoding; the best of a few. */
  private double[] time(List<Block> all) {
    List<Block> blocks = new ArrayList<>();
    long readings = 0;
    for (Block block : all) {
      if (readings < TIMED_READINGS) {
        blocks.add(block);
        readings += block.readings();
      }
    }
    long encode = Long.MAX_VALUE;
    long decode = Long.MAX_VALUE;
    for (int pass = 0; pass < TIMED_PASSES; pass++) {
      List<byte[]> encoded = new ArrayList<>();
      long begun = threads.getCurrentThreadCpuTime();
      for (Block block : blocks) {
        encoded.add(codec.encode(block));
      }
      long between = threads.getCurrentThreadCpuTime();
      for (byte[] block : encoded) {
        codec.decode(block);
      }
      encode = Math.min(encode, between - begun);
      decode = Math.min(decode, threads.getCurrentThreadCpuTime() - between);
    }
    return new double[] {encode / (double) readings, decode / (double) readings};
  }

  private void compare(PrintStream out, Recording recording, WireFormat format) {
    double readings = recording.readings();
    long plain = 0;
    for (List<Recording.Frame> piece : recording.cut(Duration.ofMinutes(1).toMillis())) {
      plain += format.encode(recording, piece).length;
    }
    single(out, format.name(), plain / readings);
    out.printf("%-42s", "  deflated, the frames of a block together");
    for (Duration length : options.blocks()) {
      long deflated = 0;
      for (List<Recording.Frame> piece : recording.cut(length.toMillis())) {
        deflated += Deflated.bytes(format.encode(recording, piece));
      }
      out.printf(Locale.ROOT, "%9.3f", deflated / readings);
    }
    out.println();
  }

  private void heading(PrintStream out, String title) {
    out.printf("%-42s", title);
    for (Duration block : options.blocks()) {
      out.printf("%9s", block.toSeconds() + " s");
    }
    out.println();
  }

  private static void row(
      PrintStream out, String name, List<Length> lengths, ToDoubleFunction<Length> figure) {
    out.printf("%-42s", name);
    for (Length length : lengths) {
      double value = figure.applyAsDouble(length);
      out.printf(Locale.ROOT, value < 10 ? "%9.3f" : "%9.0f", value);
    }
    out.println();
  }

  private static void single(PrintStream out, String name, double value) {
    out.printf(Locale.ROOT, "%-42s%9.3f%n", name, value);
  }

  private boolean judge(PrintStream out, List<Length> lengths) {
    boolean well = true;
    for (Length length : lengths) {
      boolean lossless = length.equal == length.blocks;
      out.printf(
          "%d s: %d blocks, %d read back equal: %s%n",
          length.block.toSeconds(), length.blocks, length.equal, lossless ? "ok" : "ALTERED");
      well &= lossless;
      Double limit = LIMITS.get(length.block);
      if (limit != null) {
        boolean within = length.blockBytes <= limit;
        out.printf(
            Locale.ROOT,
            "%d s: %.3f bytes a reading, limit %.2f: %s%n",
            length.block.toSeconds(),
            length.blockBytes,
            limit,
            within ? "ok" : "TOO MANY");
        well &= within || !options.check();
      }
    }
    return well;
  }
}
