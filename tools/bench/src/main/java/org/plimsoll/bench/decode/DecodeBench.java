package org.plimsoll.bench.decode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.plimsoll.protocol.ais.AisStreamDecoder;

/**
 * Nanoseconds and bytes allocated a sentence, of a bare pass over the bytes and of the decoders,
 * measured by JMH in JVMs of their own, one after the other. Confined to its caller's thread.
 */
public final class DecodeBench {

  /** Most that bytes to readings may cost. */
  static final double SENTENCE_NANOS = 200;

  /** Most that bytes to an AIS message may cost. */
  static final double MESSAGE_NANOS = 600;

  /** Most that bytes to readings may cost, in bare passes. */
  static final double BARE_PASSES = 2.0;

  /** JMH counts what its own loop allocates: less than this is no object per sentence. */
  static final double NO_BYTES = 0.1;

  /**
   * What to measure, and for how long.
   *
   * @param files recorded logs or corpora; none is the mix of our own
   * @param iterations of measurement; before them come half as many and two
   * @param iteration length of one
   * @param check whether a figure above its limit is exit code 1
   */
  public record Settings(List<Path> files, int iterations, Duration iteration, boolean check) {

    public Settings {
      files = List.copyOf(files);
    }

    /** About a minute. */
    public static Settings usual(List<Path> files, boolean check) {
      return new Settings(files, 8, Duration.ofSeconds(1), check);
    }

    /** About twelve seconds: enough to see that nothing is broken. */
    public static Settings quick(List<Path> files, boolean check) {
      return new Settings(files, 3, Duration.ofMillis(500), check);
    }
  }

  /** One line of the table: per sentence or message, with the half-width of JMH's interval. */
  record Figure(double nanos, double error, double bytes) {}

  private final Settings settings;
  private final PrintStream progress;

  /**
   * @param progress told what is being measured
   */
  public DecodeBench(Settings settings, PrintStream progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Measures and prints.
   *
   * @return 0, or 1 when figures are to be checked and one is above its limit
   * @throws IOException if a file cannot be read, or a JVM cannot measure
   */
  public int run(PrintStream out) throws IOException {
    SentenceMix own = OwnMix.make();
    SentenceMix read = SentenceMix.of(settings.files());
    List<String> sentences = read.sentences().isEmpty() ? own.sentences() : read.sentences();
    List<String> messages = read.ais().isEmpty() ? own.ais() : read.ais();
    Path directory = Files.createTempDirectory("plimsoll-bench");
    Path mix = Files.write(directory.resolve("mix"), SentenceMix.bytes(sentences));
    Path ais = Files.write(directory.resolve("ais"), SentenceMix.bytes(messages));
    try {
      out.println(describe("mix", sentences, read.sentences().isEmpty()));
      out.println(describe("AIS", messages, read.ais().isEmpty()));
      Figure bare = measure("barePass", mix, sentences.size(), directory);
      Figure measured = measure("measure", mix, sentences.size(), directory);
      Figure records = measure("records", mix, sentences.size(), directory);
      Figure message = measure("aisMessages", ais, messagesIn(messages), directory);
      return report(out, bare, measured, records, message);
    } catch (RunnerException e) {
      throw new IOException("JMH cannot measure: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(mix);
      Files.deleteIfExists(ais);
      Files.deleteIfExists(directory.resolve("jmh.log"));
      Files.deleteIfExists(directory);
    }
  }

  private Figure measure(String name, Path file, int count, Path directory) throws RunnerException {
    progress.println("bench decode: measuring " + name);
    TimeValue iteration = TimeValue.milliseconds(settings.iteration().toMillis());
    Options options =
        new OptionsBuilder()
            .include(DecodeTimings.class.getName().replace(".", "\\.") + "\\." + name + "$")
            .param("file", file.toString())
            .forks(1)
            .warmupIterations(settings.iterations() / 2 + 2)
            .warmupTime(iteration)
            .measurementIterations(settings.iterations())
            .measurementTime(iteration)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .output(directory.resolve("jmh.log").toString())
            .shouldFailOnError(true)
            .build();
    RunResult result = new Runner(options).runSingle();
    double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    return new Figure(
        result.getPrimaryResult().getScore() / count,
        result.getPrimaryResult().getScoreError() / count,
        bytes / count);
  }

  /** Prints the table and the limits. */
  int report(PrintStream out, Figure bare, Figure measured, Figure records, Figure message) {
    out.println(line("bare pass: frame, checksum, split", bare, "sentence"));
    out.println(line("measure: bytes to readings", measured, "sentence"));
    out.println(line("records: bytes to a record of every field", records, "sentence"));
    out.println(line("AIS: bytes to a message", message, "message"));
    double ratio = measured.nanos() / bare.nanos();
    boolean well =
        limit(out, "measure", measured.nanos(), SENTENCE_NANOS, "ns a sentence")
            & limit(out, "measure, allocated", measured.bytes(), NO_BYTES, "bytes a sentence")
            & limit(out, "measure / bare pass", ratio, BARE_PASSES, "")
            & limit(out, "AIS", message.nanos(), MESSAGE_NANOS, "ns a message");
    return well || !settings.check() ? 0 : 1;
  }

  private static String line(String what, Figure figure, String unit) {
    return String.format(
        Locale.ROOT,
        "%-48s %7.1f ± %.1f ns a %s, %.1f bytes allocated",
        what,
        figure.nanos(),
        figure.error(),
        unit,
        figure.bytes());
  }

  private static boolean limit(
      PrintStream out, String what, double value, double limit, String unit) {
    boolean well = value <= limit;
    out.println(
        String.format(
                Locale.ROOT,
                "%s: %.2f %s, limit %.1f: %s",
                what,
                value,
                unit,
                limit,
                well ? "ok" : "above")
            .replace(" ,", ","));
    return well;
  }

  private static String describe(String name, List<String> sentences, boolean own) {
    int bytes = SentenceMix.bytes(sentences).length;
    return String.format(
        Locale.ROOT,
        "%s: %d sentences of %.1f bytes on average, %s, in chunks of %d bytes; Java %s",
        name,
        sentences.size(),
        (double) bytes / sentences.size(),
        own ? "Plimsoll's own" : "of the files",
        DecodeTimings.CHUNK_BYTES,
        Runtime.version().feature());
  }

  /** Frames that end a message; a message of several sentences is one. */
  private static int messagesIn(List<String> sentences) {
    int[] count = {0};
    new AisStreamDecoder().feed(ByteBuffer.wrap(SentenceMix.bytes(sentences)), d -> count[0]++);
    return Math.max(1, count[0]);
  }
}
