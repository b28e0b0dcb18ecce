package org.plimsoll.cli.ashore;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.cli.terminal.StopSignal;
import org.plimsoll.cli.terminal.Verbosity;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.shore.ShoreConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shore -c FILE}: the shore's half, until told to stop. */
@Command(
    name = "shore",
    mixinStandardHelpOptions = true,
    description = "Run what runs ashore: ingest, store, pages.",
    footer = {"", "An example with every key: tools/examples/shore.yaml"})
public final class ShoreCommand implements Callable<Integer> {

  @Option(
      names = {"-c", "--config"},
      required = true,
      paramLabel = "FILE",
      description = "the configuration, YAML")
  Path file;

  @Mixin Verbosity verbosity;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ConfigFile read = ConfigFile.read(file);
    ShoreConfig config = ShoreConfig.read(read.root());
    read.orThrow();
    PrintWriter talk = spec.commandLine().getErr();
    try (StopSignal stop = new StopSignal();
        ShoreSide shore = new ShoreSide(config)) {
      talk.println("shore page  " + shore.pages());
      talk.println("broker      " + shore.broker());
      talk.println("store       " + shore.store().url());
      stop.await();
      talk.println("stopping");
    }
    return CommandRun.WELL;
  }
}
