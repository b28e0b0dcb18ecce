package org.plimsoll.cli.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.plimsoll.bench.Programs;
import org.plimsoll.bench.StartBench;
import org.plimsoll.bench.VesselBench;
import org.plimsoll.bench.survey.SurveyBench;
import org.plimsoll.cli.terminal.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench ...}: what Plimsoll costs on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure what Plimsoll costs; exit code 1 above a limit.")
public final class BenchCommand implements Runnable {

  /** Beyond it no harbour. */
  private static final double MOST_WAVES = 200;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what to measure is missing: vessel, survey");
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
          int windows)
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
            usual.closedLineCpuPercent());
    return new VesselBench(options, Programs.launched(Home.directory())).run(System.out);
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
    StartBench.Options options;
    try {
      options = new StartBench.Options(backlog, seed);
    } catch (IllegalArgumentException outside) {
      throw new ParameterException(spec.commandLine(), outside.getMessage(), outside);
    }
    return new StartBench(options, Programs.launched(Home.directory())).run(System.out);
  }
}
