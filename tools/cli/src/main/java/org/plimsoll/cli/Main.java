package org.plimsoll.cli;

import java.util.List;
import org.plimsoll.cli.aboard.CheckConfigCommand;
import org.plimsoll.cli.aboard.ConfigKind;
import org.plimsoll.cli.aboard.DecodeCommand;
import org.plimsoll.cli.aboard.KeyCommand;
import org.plimsoll.cli.aboard.PortsCommand;
import org.plimsoll.cli.aboard.VesselCommand;
import org.plimsoll.cli.aboard.VesselMain;
import org.plimsoll.cli.ashore.ShoreCommand;
import org.plimsoll.cli.conformance.ConformanceCommand;
import org.plimsoll.cli.demo.DemoCommand;
import org.plimsoll.cli.survey.SurveyCommand;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.cli.terminal.Version;
import org.plimsoll.cli.tool.BenchCommand;
import org.plimsoll.cli.tool.SimulateCommand;
import org.plimsoll.cli.tool.TortureCommand;
import org.plimsoll.shore.ShoreConfig;
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
    subcommands = {
      DemoCommand.class,
      VesselCommand.class,
      ShoreCommand.class,
      SimulateCommand.class,
      DecodeCommand.class,
      SurveyCommand.class,
      ConformanceCommand.class,
      PortsCommand.class,
      KeyCommand.class,
      BenchCommand.class,
      TortureCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "The launcher adds: test (runs every test), fuzz (feeds the decoders with anything),",
      "mutation (counts what the tests notice).",
      "stdout is data, stderr is talk. Exit codes: 0 well, 1 a problem found, 2 usage or configuration."
    })
public final class Main implements Runnable {

  private static final ConfigKind SHORE_CONFIG =
      new ConfigKind(
          "shore",
          List.of("store", "broker", "pages", "accept", "dead-letters"),
          ShoreConfig::read);

  @Spec CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(CommandRun.execute(commands(), arguments));
  }

  static CommandLine commands() {
    CommandLine commands = new CommandLine(new Main());
    commands.addSubcommand(new CheckConfigCommand(List.of(VesselMain.VESSEL_CONFIG, SHORE_CONFIG)));
    return commands;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
