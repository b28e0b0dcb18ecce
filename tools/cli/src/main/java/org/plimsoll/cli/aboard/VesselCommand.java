package org.plimsoll.cli.aboard;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.cli.terminal.StopSignal;
import org.plimsoll.cli.terminal.Verbosity;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.vessel.VesselConfig;
import org.plimsoll.vessel.VesselGateway;
import org.plimsoll.vessel.outbox.OutboxFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vessel -c FILE}: the ship's half, until told to stop. */
@Command(
    name = "vessel",
    mixinStandardHelpOptions = true,
    description = "Run what runs aboard: lines, checks, outbox, uplink, bridge panel.",
    footer = {"", "An example with every key: tools/examples/vessel.yaml"})
public final class VesselCommand implements Callable<Integer> {

  @Option(
      names = {"-c", "--config"},
      required = true,
      paramLabel = "FILE",
      description = "the configuration, YAML")
  Path file;

  /**
   * How long a stopping vessel sends what she has accepted; with the link down in vain, and it
   * stays in the outbox.
   */
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  @Mixin Verbosity verbosity;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ConfigFile read = ConfigFile.read(file);
    VesselConfig config = VesselConfig.read(read.root());
    read.orThrow();
    PrintWriter talk = spec.commandLine().getErr();
    try (StopSignal stop = new StopSignal();
        VesselGateway vessel = open(config)) {
      vessel.start();
      talk.println("bridge panel  " + vessel.bridge());
      stop.await();
      talk.println("stopping");
      vessel.stop(LAST_WORDS);
    }
    return CommandRun.WELL;
  }

  private static VesselGateway open(VesselConfig config) throws IOException {
    try {
      return new VesselGateway(config);
    } catch (OutboxFailure unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }
}
