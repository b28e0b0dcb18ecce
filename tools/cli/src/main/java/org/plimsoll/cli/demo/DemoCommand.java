package org.plimsoll.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.cli.terminal.Home;
import org.plimsoll.cli.terminal.StopSignal;
import org.plimsoll.cli.terminal.Verbosity;
import org.plimsoll.cli.tool.SimulationOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole line on one machine, and at the end what became of every reading. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Run a simulated ferry, the gateway aboard, a satellite link and the shore.",
    footer = {
      "",
      "stdout has one line: accepted, stored, gaps, alerts, outages, lost.",
      "Exit code 1 if anything was lost or stored twice."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DRAIN_ON_STOP = Duration.ofSeconds(10);

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description =
          "stop after this time, such as 60s or 10min, counted from when all parts run (default: until Ctrl-C)")
  @Nullable Duration duration;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keep outbox, store and broker here (default: a directory that is removed)")
  @Nullable Path data;

  @Option(
      names = "--ports",
      paramLabel = "WHICH",
      description = "fixed: 8080, 8090, 1883, 9000; auto: free ones (default: ${DEFAULT-VALUE})")
  DemoPorts.Choice ports = DemoPorts.Choice.FIXED;

  @Mixin SimulationOptions simulation;

  @Mixin Verbosity verbosity;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter talk = spec.commandLine().getErr();
    Path kept = data;
    Path directory =
        kept == null
            ? Files.createTempDirectory("plimsoll-demo-")
            : Files.createDirectories(kept).toRealPath();
    try (StopSignal stop = new StopSignal()) {
      int code = run(directory, stop, talk);
      stop.exitCode(code);
      if (kept != null || code != CommandRun.WELL) {
        talk.println("kept in " + directory);
      } else {
        delete(directory);
      }
      return code;
    }
  }

  private int run(Path directory, StopSignal stop, PrintWriter talk)
      throws IOException, InterruptedException {
    DemoPlan plan =
        new DemoPlan(
            Home.examples(), directory, ports, simulation.simulation(DemoConfig.lines(directory)));
    try (Demo demo = new Demo(plan, talk)) {
      watch(demo, stop, talk);
      talk.println("stopping: the intake first, then all that was accepted goes ashore");
      Reckoning reckoning = demo.finish(stop.isAsked() ? DRAIN_ON_STOP : Demo.LONGEST_DRAIN, stop);
      spec.commandLine().getOut().println(reckoning.line());
      if (reckoning.repeated() != 0) {
        talk.println("error: " + reckoning.repeated() + " rows in the store repeat a point");
      }
      return reckoning.isComplete() ? CommandRun.WELL : CommandRun.PROBLEM;
    }
  }

  /** One status line each second until the time is over or the process is told to stop. */
  private void watch(Demo demo, StopSignal stop, PrintWriter talk) throws InterruptedException {
    long started = System.nanoTime();
    Duration elapsed = Duration.ZERO;
    while (duration == null || elapsed.compareTo(duration) < 0) {
      if (stop.await(SECOND.minusNanos(elapsed.toNanosPart()))) {
        return;
      }
      elapsed = Duration.ofNanos(System.nanoTime() - started);
      demo.follow(elapsed);
      talk.println(demo.status(elapsed));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
