package org.plimsoll.cli.tool;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.plimsoll.bench.fleet.IngestBench;
import org.plimsoll.cli.terminal.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench ingest}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Readings a second of one core that the shore takes in, up to the store's client.",
      "Exit code 1 below 300,000 only with --check: a busy machine is no fault of the shore."
    })
final class IngestCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--passes",
      paramLabel = "N",
      defaultValue = "10",
      description = "of 600,000 readings each (default: ${DEFAULT-VALUE})")
  int passes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of what the readings say (default: ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--check", description = "exit code 1 when the figure is below its limit")
  boolean check;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (passes < 1 || passes > 100) {
      throw new ParameterException(spec.commandLine(), "--passes " + passes + ", want 1 to 100");
    }
    return new IngestBench(new IngestBench.Options(passes, seed, check), Home.directory())
        .run(System.out);
  }
}
