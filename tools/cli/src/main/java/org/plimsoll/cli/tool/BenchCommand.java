package org.plimsoll.cli.tool;

import java.io.IOException;
import java.time.Duration;
import org.plimsoll.bench.Programs;
import org.plimsoll.bench.VesselBench;
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

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what to measure is missing: vessel");
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
}
