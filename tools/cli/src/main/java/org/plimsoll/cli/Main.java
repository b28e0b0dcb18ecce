package org.plimsoll.cli;

import org.plimsoll.cli.aboard.PortsCommand;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.cli.terminal.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The complete {@code plimsoll} command. */
@Command(
    name = "plimsoll",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Vessel telemetry and port gateway.",
    subcommands = {PortsCommand.class, HelpCommand.class},
    footer = {
      "",
      "The launcher adds: test (runs every test).",
      "stdout is data, stderr is talk. Exit codes: 0 well, 1 a problem found, 2 usage or configuration."
    })
public final class Main implements Runnable {

  @Spec CommandSpec spec;

  public static void main(String[] arguments) {
    int code = CommandRun.execute(new CommandLine(new Main()), arguments);
    System.exit(code);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
