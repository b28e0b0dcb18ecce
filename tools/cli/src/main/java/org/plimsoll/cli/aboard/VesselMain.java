package org.plimsoll.cli.aboard;

import java.util.List;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.cli.terminal.Version;
import org.plimsoll.vessel.VesselConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code plimsoll} command of a ship's installation. */
@Command(
    name = "plimsoll",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Vessel telemetry gateway.",
    subcommands = {VesselCommand.class, DecodeCommand.class, PortsCommand.class, KeyCommand.class})
public final class VesselMain implements Runnable {

  /** How {@code check-config} knows and reads the configuration of a vessel. */
  public static final ConfigKind VESSEL_CONFIG =
      new ConfigKind(
          "vessel", List.of("lines", "ship", "certificate", "uplink"), VesselConfig::read);

  @Spec CommandSpec spec;

  public static void main(String[] arguments) {
    CommandLine commands = new CommandLine(new VesselMain());
    commands.addSubcommand(new CheckConfigCommand(List.of(VESSEL_CONFIG)));
    System.exit(CommandRun.execute(commands, arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
