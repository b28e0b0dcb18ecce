package org.plimsoll.cli.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.plimsoll.bench.KillTorture;
import org.plimsoll.bench.OutageTorture;
import org.plimsoll.bench.PowercutTorture;
import org.plimsoll.bench.Programs;
import org.plimsoll.cli.terminal.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code torture ...}: takes something away and counts what is ashore afterwards. */
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    description =
        "Break something and count; exit code 1 if a reading was lost, doubled or altered.")
public final class TortureCommand implements Runnable {

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what to break is missing, for example kill");
  }

  @Command(
      name = "kill",
      mixinStandardHelpOptions = true,
      description = "Kill the vessel or the shore with SIGKILL, again and again, at random.")
  int kill(
      @Option(
              names = "--kills",
              paramLabel = "N",
              defaultValue = "20",
              description = "how often (default: ${DEFAULT-VALUE})")
          int kills,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of times and victims (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    return new KillTorture(valid(() -> new KillTorture.Options(kills, seed)), programs())
        .run(System.out);
  }

  @Command(
      name = "powercut",
      mixinStandardHelpOptions = true,
      description = {
        "Cut the power of the outbox's disk, again and again, at random; needs root.",
        "Exit code 2 where this machine cannot do it."
      })
  int powercut(
      @Option(
              names = "--cuts",
              paramLabel = "N",
              defaultValue = "100",
              description = "how often (default: ${DEFAULT-VALUE})")
          int cuts,
      @Option(
              names = "--vessel",
              paramLabel = "N",
              defaultValue = "5",
              description = "how many of these hit a whole vessel (default: ${DEFAULT-VALUE})")
          int vesselCuts,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of the times (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    return new PowercutTorture(
            valid(() -> new PowercutTorture.Options(cuts, vesselCuts, seed)), programs())
        .run(System.out);
  }

  @Command(
      name = "outage",
      mixinStandardHelpOptions = true,
      description = "Kill the broker and keep it away for a while.")
  int outage(
      @Option(
              names = "--down",
              paramLabel = "TIME",
              defaultValue = "60s",
              description = "how long it is away (default: ${DEFAULT-VALUE})")
          Duration down,
      @Option(
              names = "--broker",
              defaultValue = "embedded",
              description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
          OutageTorture.Broker broker)
      throws IOException, InterruptedException {
    return new OutageTorture(new OutageTorture.Options(down, broker), programs()).run(System.out);
  }

  private <T> T valid(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException outside) {
      throw new ParameterException(spec.commandLine(), outside.getMessage(), outside);
    }
  }

  private static Programs programs() {
    return Programs.launched(Home.directory());
  }
}
