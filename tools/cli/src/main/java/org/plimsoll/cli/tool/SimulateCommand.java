package org.plimsoll.cli.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.cli.terminal.StopSignal;
import org.plimsoll.cli.terminal.Verbosity;
import org.plimsoll.simulator.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: the ferry's devices on pseudo-terminals, until told to stop. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Simulate the ferry's instruments on pseudo-terminals.",
    footer = {"", "A vessel that listens to them: ./plimsoll vessel -c tools/examples/vessel.yaml"})
public final class SimulateCommand implements Callable<Integer> {

  private static final Duration STATUS_EVERY = Duration.ofSeconds(5);

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "where the terminals get their names (default: ${DEFAULT-VALUE})")
  Path directory = Path.of("/tmp/plimsoll/lines");

  @Mixin SimulationOptions simulation;

  @Mixin Verbosity verbosity;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter talk = spec.commandLine().getErr();
    try (StopSignal stop = new StopSignal();
        Simulator simulator = new Simulator(simulation.simulation(directory))) {
      simulator.start();
      talk.println("terminals in " + directory);
      do {
        talk.println(simulator.status());
      } while (!stop.await(STATUS_EVERY));
    }
    return CommandRun.WELL;
  }
}
