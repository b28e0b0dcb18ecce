package org.plimsoll.cli.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.bench.DrainBench;
import org.plimsoll.bench.LatencyBench;
import org.plimsoll.bench.LinkShape;
import org.plimsoll.bench.Programs;
import org.plimsoll.bench.StartBench;
import org.plimsoll.bench.VesselBench;
import org.plimsoll.bench.decode.DecodeBench;
import org.plimsoll.bench.survey.SurveyBench;
import org.plimsoll.bench.wire.BlocksBench;
import org.plimsoll.bench.wire.LinkBench;
import org.plimsoll.cli.terminal.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench ...}: what Plimsoll costs on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {IngestCommand.class, FleetCommand.class},
    description = "Measure what Plimsoll costs; exit code 1 above a limit.")
public final class BenchCommand implements Runnable {

  /** Beyond it no harbour. */
  private static final double MOST_WAVES = 200;

  /** Longer recordings do not fit into the memory of a small machine. */
  private static final long MOST_HOURS = 12;

  /** Blocks that are longer have more rows than a block may have. */
  private static final long MOST_BLOCK_MINUTES = 10;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "what to measure is missing: vessel, decode, survey, start, drain, latency, link, blocks,"
            + " ingest, fleet");
  }

  @Command(
      name = "vessel",
      mixinStandardHelpOptions = true,
      description = "CPU and memory of a vessel process that takes 200 readings a second.")
  int vessel(
      @Option(
              names = "--window",
              paramLabel = "TIME",
              defaultValue = "10s",
              description = "length of one window of measurement (default: ${DEFAULT-VALUE})")
          Duration window,
      @Option(
              names = "--windows",
              paramLabel = "N",
              defaultValue = "6",
              description = "how many windows (default: ${DEFAULT-VALUE})")
          int windows,
      @Option(
              names = "--naval",
              paramLabel = "TIME",
              defaultValue = "4min",
              description =
                  "for how long the naval computation is timed, of which the first minute counts"
                      + " by itself (default: ${DEFAULT-VALUE})")
          Duration naval)
      throws IOException, InterruptedException {
    VesselBench.Options usual = VesselBench.Options.defaults();
    VesselBench.Options options =
        new VesselBench.Options(
            usual.readingsPerSecond(),
            usual.warmUp(),
            window,
            windows,
            usual.cpuPercent(),
            usual.residentMegabytes(),
            usual.closedLineCpuPercent(),
            naval,
            usual.navalMillis());
    return new VesselBench(options, Programs.launched(Home.directory())).run(System.out);
  }

  @Command(
      name = "decode",
      mixinStandardHelpOptions = true,
      description = {
        "Nanoseconds and bytes allocated a sentence, of the decoders and of a bare pass over the"
            + " same bytes.",
        "Exit code 1 above a limit only with --check: a busy machine is no fault of the decoders."
      })
  int decode(
      @Parameters(
              arity = "0..*",
              paramLabel = "FILE",
              description = "recorded log or corpus (default: a mix of Plimsoll's own)")
          List<Path> files,
      @Option(names = "--quick", description = "seconds in place of a minute; less exact")
          boolean quick,
      @Option(names = "--check", description = "exit code 1 when a figure is above its limit")
          boolean check)
      throws IOException {
    List<Path> given = files == null ? List.of() : files;
    DecodeBench.Settings settings =
        quick ? DecodeBench.Settings.quick(given, check) : DecodeBench.Settings.usual(given, check);
    return new DecodeBench(settings, System.err).run(System.out);
  }

  @Command(
      name = "survey",
      mixinStandardHelpOptions = true,
      description =
          "Draught surveys of loadings with a known truth: how often the stated uncertainty"
              + " holds it, and how often a wrong manifest is found.")
  int survey(
      @Option(
              names = "--loadings",
              paramLabel = "N",
              defaultValue = "10000",
              description = "how many, for each accuracy (default: ${DEFAULT-VALUE})")
          int loadings,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of every draw (default: ${DEFAULT-VALUE})")
          long seed,
      @Option(
              names = "--accuracy",
              paramLabel = "NAME",
              split = ",",
              description = "${COMPLETION-CANDIDATES} (default: all)")
          List<SurveyBench.Accuracy> accuracies,
      @Option(
              names = "--tables",
              paramLabel = "KIND",
              defaultValue = "by-trim",
              description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
          SurveyBench.Tables tables,
      @Option(
              names = "--waves",
              paramLabel = "MM",
              defaultValue = "10",
              description =
                  "greatest standard deviation of the waves at a mark (default: ${DEFAULT-VALUE})")
          double waves) {
    if (loadings < 1 || !(waves >= 0 && waves <= MOST_WAVES)) {
      throw new ParameterException(
          spec.commandLine(), "at least one loading, waves of 0 to %.0f mm".formatted(MOST_WAVES));
    }
    SurveyBench.Options usual = SurveyBench.Options.defaults();
    return new SurveyBench(
            new SurveyBench.Options(
                loadings,
                seed,
                accuracies == null ? usual.accuracies() : accuracies,
                tables,
                waves / 1000))
        .run(System.out, System.err);
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "How long a vessel with a backlog takes from her start to her first reading.")
  int start(
      @Option(
              names = "--backlog",
              paramLabel = "N",
              defaultValue = "30000000",
              description = "readings that wait for the shore (default: ${DEFAULT-VALUE})")
          long backlog,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of what they say (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    StartBench.Options options = valid(() -> new StartBench.Options(backlog, seed));
    return new StartBench(options, Programs.launched(Home.directory())).run(System.out);
  }

  @Command(
      name = "drain",
      mixinStandardHelpOptions = true,
      description = {
        "How large the backlog of an outage is, built in simulated time at 50 readings a second or"
            + " more, and how old live readings get while it drains over a link.",
        "Exit code 1 above a limit: 16 MB a week, 5 s to the newest block, 10 s for live readings."
      })
  int drain(
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE",
              description = "recording as for link (default: the simulated ferry's)")
          Path file,
      @Option(
              names = "--outage",
              paramLabel = "TIME",
              defaultValue = "7d",
              description = "how long it was (default: ${DEFAULT-VALUE})")
          Duration outage,
      @Option(
              names = "--link",
              paramLabel = "BITS",
              defaultValue = "64000",
              description = "a second, each way; 0: no limit (default: ${DEFAULT-VALUE})")
          long bitsPerSecond,
      @Option(
              names = "--delay",
              paramLabel = "TIME",
              defaultValue = "600ms",
              description = "of the link, each way (default: ${DEFAULT-VALUE})")
          Duration delay,
      @Option(
              names = "--loss",
              paramLabel = "PERCENT",
              defaultValue = "5",
              description = "of the packets (default: ${DEFAULT-VALUE})")
          double loss,
      @Option(
              names = "--directory",
              paramLabel = "DIR",
              defaultValue = "/dev/shm",
              description = "where outbox and store are written (default: ${DEFAULT-VALUE})")
          Path directory,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of what the readings say (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    DrainBench.Options options =
        valid(
            () ->
                new DrainBench.Options(
                    Optional.ofNullable(file),
                    outage,
                    new LinkShape(bitsPerSecond, delay, loss / 100),
                    directory,
                    seed));
    return new DrainBench(options, Programs.launched(Home.directory())).run(System.out);
  }

  @Command(
      name = "latency",
      mixinStandardHelpOptions = true,
      description = {
        "From the last byte of a sentence that raises an alarm to the bridge page's events and to"
            + " the shore's API.",
        "Exit code 1 when p99 is not below 150 ms and 250 ms."
      })
  int latency(
      @Option(
              names = "--alarms",
              paramLabel = "N",
              defaultValue = "200",
              description = "how many are raised (default: ${DEFAULT-VALUE})")
          int alarms,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of the moments (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    return new LatencyBench(
            valid(() -> new LatencyBench.Options(alarms, seed, LatencyBench.WARM_UP)),
            Programs.launched(Home.directory()))
        .run(System.out);
  }

  private <T> T valid(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException outside) {
      throw new ParameterException(spec.commandLine(), outside.getMessage(), outside);
    }
  }

  @Command(
      name = "link",
      mixinStandardHelpOptions = true,
      description =
          "Bytes a reading on the link: blocks by their length, against the entropy of the values"
              + " and against Signal K, Sparkplug B and line protocol over the same samples.")
  int link(
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE",
              description =
                  "recording: '# id,path,source,resolution' for each channel, then 'ms id:value ...'"
                      + " for each frame; plain, gzip or xz (default: the simulated ferry's)")
          Path file,
      @Option(
              names = "--block",
              paramLabel = "TIME",
              split = ",",
              defaultValue = "10s,60s,600s",
              description = "lengths of the blocks (default: ${DEFAULT-VALUE})")
          List<Duration> blocks,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of the recording that is made (default: ${DEFAULT-VALUE})")
          long seed,
      @Option(
              names = "--for",
              paramLabel = "TIME",
              defaultValue = "2h",
              description = "length of the recording that is made (default: ${DEFAULT-VALUE})")
          Duration length,
      @Option(names = "--check", description = "exit code 1 above a limit") boolean check)
      throws InterruptedException {
    if (length.toSeconds() < 1 || length.toHours() > MOST_HOURS) {
      throw new ParameterException(
          spec.commandLine(), "a recording of 1s to %dh".formatted(MOST_HOURS));
    }
    for (Duration block : blocks) {
      if (block.toSeconds() < 1 || block.toMinutes() > MOST_BLOCK_MINUTES) {
        throw new ParameterException(
            spec.commandLine(), "blocks of 1s to %dmin".formatted(MOST_BLOCK_MINUTES));
      }
    }
    LinkBench.Options options =
        new LinkBench.Options(Optional.ofNullable(file), blocks, seed, length, check);
    if (file != null && !Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), file + " cannot be read");
    }
    try {
      return new LinkBench(options, Home.directory()).run(System.out);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  @Command(
      name = "blocks",
      mixinStandardHelpOptions = true,
      description = "Random and mutated blocks through the decoder: nothing thrown, little memory.")
  int blocks(
      @Option(
              names = "--count",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "how many (default: ${DEFAULT-VALUE})")
          long count,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of every block (default: ${DEFAULT-VALUE})")
          long seed)
      throws InterruptedException {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "at least one block");
    }
    return new BlocksBench(new BlocksBench.Options(count, seed), Home.directory()).run(System.out);
  }
}
