package org.plimsoll.cli.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.plimsoll.bench.FleetBench;
import org.plimsoll.bench.Programs;
import org.plimsoll.bench.StoreKind;
import org.plimsoll.bench.fleet.FleetStorm;
import org.plimsoll.cli.terminal.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench fleet}. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = {
      "The links of a whole fleet come back at once, each ship with a backlog, and go on measuring.",
      "Stations, brokers and store are processes of their own.",
      "Exit code 1 above a limit: p95 of live rows 10 s, memory of a station 512 MB, shares within",
      "20 % of even ones; or when a reading is lost or doubled."
    })
final class FleetCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--vessels",
      paramLabel = "N",
      defaultValue = "1000",
      description = "how many (default: ${DEFAULT-VALUE})")
  int vessels;

  @Option(
      names = "--backlog",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "of each (default: ${DEFAULT-VALUE})")
  Duration backlog;

  @Option(
      names = "--row-every",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "in the backlog (default: ${DEFAULT-VALUE})")
  Duration rowEvery;

  @Option(
      names = "--live-every",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "a row and a block of it (default: ${DEFAULT-VALUE})")
  Duration liveEvery;

  @Option(
      names = "--channels",
      paramLabel = "N",
      defaultValue = "10",
      description = "readings of a row (default: ${DEFAULT-VALUE})")
  int channels;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of what the readings say, and of who comes when (default: ${DEFAULT-VALUE})")
  long seed;

  @Option(
      names = "--stations",
      paramLabel = "N",
      defaultValue = "1",
      description = "that divide the blocks (default: ${DEFAULT-VALUE})")
  int stations;

  @Option(
      names = "--brokers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "that stations and ships take by turns; several are a cluster (default:"
              + " ${DEFAULT-VALUE})")
  int brokers;

  @Option(
      names = "--lose-one",
      description = "the last station is killed when 40 %% of the backlog is sent")
  boolean losesOne;

  @Option(
      names = "--store",
      defaultValue = "embedded",
      description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  StoreKind store;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      FleetStorm.Options options =
          new FleetStorm.Options(vessels, channels, backlog, rowEvery, liveEvery, seed);
      FleetBench.Shore shore = new FleetBench.Shore(stations, brokers, losesOne);
      Programs programs = Programs.launched(Home.directory()).with(store);
      return new FleetBench(options, shore, programs).run(System.out);
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
    }
  }
}
