package org.plimsoll.cli.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.plimsoll.bench.AlertTorture;
import org.plimsoll.bench.BrokerWipeTorture;
import org.plimsoll.bench.ClockTorture;
import org.plimsoll.bench.DiskFullTorture;
import org.plimsoll.bench.FloodTorture;
import org.plimsoll.bench.Influxd;
import org.plimsoll.bench.KillTorture;
import org.plimsoll.bench.OutageTorture;
import org.plimsoll.bench.PowercutTorture;
import org.plimsoll.bench.Programs;
import org.plimsoll.bench.StoreKind;
import org.plimsoll.bench.StoreRestoreTorture;
import org.plimsoll.bench.simulation.SimulationTorture;
import org.plimsoll.cli.terminal.Home;
import org.plimsoll.cli.terminal.Logging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code torture ...}: takes something away and counts what is ashore afterwards. */
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    description =
        "Break something and count; exit code 1 if a reading was lost, doubled or altered.")
public final class TortureCommand implements Runnable {

  @Spec CommandSpec spec;

  @Option(
      names = "--store",
      scope = ScopeType.INHERIT,
      defaultValue = "embedded",
      description = {
        "what the shore keeps readings in, where a shore runs:",
        "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})"
      })
  StoreKind store;

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
          long seed,
      @Option(
              names = "--rate",
              paramLabel = "N",
              defaultValue = "150",
              description = "readings a second, up to 2000 (default: ${DEFAULT-VALUE})")
          int rate,
      @Option(
              names = "--life",
              paramLabel = "TIME",
              defaultValue = "6s",
              description =
                  "longest from a clean start to the next kill (default: ${DEFAULT-VALUE})")
          Duration life,
      @Option(
              names = "--within",
              paramLabel = "TIME",
              defaultValue = "12h",
              description = "no kill after this time (default: ${DEFAULT-VALUE})")
          Duration within)
      throws IOException, InterruptedException {
    return new KillTorture(
            valid(() -> new KillTorture.Options(kills, rate, life, within, seed)), programs())
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
      name = "alerts",
      mixinStandardHelpOptions = true,
      description = {
        "Let the vessel die in every state of an alert, and look at it after her start.",
        "Exit code 1 if it is not as it was, or not in time; 2 where this machine cannot do it."
      })
  int alerts(
      @Option(
              names = "--death",
              defaultValue = "KILL",
              description =
                  "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); POWERCUT needs root")
          AlertTorture.Death death,
      @Option(
              names = "--rounds",
              paramLabel = "N",
              defaultValue = "3",
              description = "how often in each state (default: ${DEFAULT-VALUE})")
          int rounds,
      @Option(
              names = "--within",
              paramLabel = "TIME",
              defaultValue = "10s",
              description = "longest from a start to the alert (default: ${DEFAULT-VALUE})")
          Duration within)
      throws IOException, InterruptedException {
    return new AlertTorture(
            valid(() -> new AlertTorture.Options(death, rounds, within)), programs())
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

  @Command(
      name = "broker-wipe",
      mixinStandardHelpOptions = true,
      description = "Kill the broker, delete everything that it kept, start it again.")
  int brokerWipe(
      @Option(
              names = "--wipes",
              paramLabel = "N",
              defaultValue = "5",
              description = "how often (default: ${DEFAULT-VALUE})")
          int wipes,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of the times (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    return new BrokerWipeTorture(
            valid(() -> new BrokerWipeTorture.Options(wipes, seed)), programs())
        .run(System.out);
  }

  @Command(
      name = "store-restore",
      mixinStandardHelpOptions = true,
      description = "Replace the store by an older copy; the ship still holds what it lacks.")
  int storeRestore(
      @Option(
              names = "--since",
              paramLabel = "TIME",
              defaultValue = "20s",
              description = "how old the copy is (default: ${DEFAULT-VALUE})")
          Duration since)
      throws IOException, InterruptedException {
    return new StoreRestoreTorture(valid(() -> new StoreRestoreTorture.Options(since)), programs())
        .run(System.out);
  }

  @Command(
      name = "disk-full",
      mixinStandardHelpOptions = true,
      description = {
        "Fill the disk of the outbox: a simulated day of it, then a vessel process; needs root.",
        "Exit code 2 where this machine cannot do it."
      })
  int diskFull(
      @Option(
              names = "--hours",
              paramLabel = "N",
              defaultValue = "24",
              description = "simulated, on the outbox alone (default: ${DEFAULT-VALUE})")
          int hours,
      @Option(
              names = "--vessel",
              paramLabel = "TIME",
              defaultValue = "90s",
              description = "how long the vessel's disk is full (default: ${DEFAULT-VALUE})")
          Duration full,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of the readings (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    return new DiskFullTorture(
            valid(() -> new DiskFullTorture.Options(hours, full, seed)), programs())
        .run(System.out);
  }

  @Command(
      name = "clock",
      mixinStandardHelpOptions = true,
      description =
          "Set the clock of the vessel's machine wrong and right, and kill her meanwhile.")
  int clock(
      @Option(
              names = "--jumps",
              paramLabel = "N",
              defaultValue = "20",
              description = "how often it is set (default: ${DEFAULT-VALUE})")
          int jumps,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of the times (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    return new ClockTorture(valid(() -> new ClockTorture.Options(jumps, seed)), programs())
        .run(System.out);
  }

  @Command(
      name = "flood",
      mixinStandardHelpOptions = true,
      description = "Let a stranger flood the topics of ship and shore with what is not theirs.")
  int flood(
      @Option(
              names = "--messages",
              paramLabel = "N",
              defaultValue = "20000",
              description = "how many he sends (default: ${DEFAULT-VALUE})")
          int messages,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "of what they say (default: ${DEFAULT-VALUE})")
          long seed)
      throws IOException, InterruptedException {
    return new FloodTorture(valid(() -> new FloodTorture.Options(messages, seed)), programs())
        .run(System.out);
  }

  @Command(
      name = "simulation",
      mixinStandardHelpOptions = true,
      description = {
        "Ship, link, broker and shore in one thread and virtual time, with every fault mixed.",
        "A seed that breaks a promise prints itself with its last events; --seed N --seeds 1",
        "plays it again, bit for bit."
      })
  int simulation(
      @Option(
              names = "--seeds",
              paramLabel = "N",
              defaultValue = "200",
              description = "how many (default: ${DEFAULT-VALUE})")
          int seeds,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "the first of them (default: ${DEFAULT-VALUE})")
          long seed,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "7",
              description = "simulated, of each (default: ${DEFAULT-VALUE})")
          int days,
      @Option(
              names = "--threads",
              paramLabel = "N",
              defaultValue = "1",
              description = "seeds at once (default: ${DEFAULT-VALUE})")
          int threads)
      throws InterruptedException {
    Logging.silence();
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "plimsoll-simulation");
    return new SimulationTorture(
            valid(() -> new SimulationTorture.Options(seed, seeds, days, threads)), scratch)
        .run(System.out);
  }

  private <T> T valid(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException outside) {
      throw new ParameterException(spec.commandLine(), outside.getMessage(), outside);
    }
  }

  private Programs programs() {
    if (store == StoreKind.INFLUXDB && Influxd.program(Home.directory()).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no influxd on this machine: apt install influxdb");
    }
    return Programs.launched(Home.directory()).with(store);
  }
}
