package org.plimsoll.cli.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.simulator.Fault;
import org.plimsoll.simulator.Scenario;
import org.plimsoll.simulator.SimulatorConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is simulated: the options that {@code demo} and {@code simulate} share. */
public final class SimulationOptions {

  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 20;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "same seed, same voyage (default: ${DEFAULT-VALUE})")
  long seed = 7;

  @Option(
      names = "--scenario",
      description = {
        "VOYAGE: loading, one load too many, to sea and back, in a loop; OVERLOADED: the same loading",
        "in 80 s, and the load too many stays; ALONGSIDE: loaded (default: ${DEFAULT-VALUE})"
      })
  Scenario scenario = Scenario.VOYAGE;

  @Option(
      names = "--fault",
      paramLabel = "SENSOR:KIND[@AFTER]",
      converter = FaultOption.class,
      description = {
        "a sensor that fails: drop, freeze or garble, such as draught.aft.port:freeze@30s;",
        "may be given more than once"
      })
  List<Fault> faults = List.of();

  @Option(
      names = "--gps",
      paramLabel = "FILE",
      description = "play this recorded NMEA log in place of the simulated GPS")
  @Nullable Path gpsLog;

  private double speed = 1;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "simulated seconds per second, 0.1 to 20 (default: 1)")
  void speed(double wanted) {
    if (!(wanted >= SLOWEST && wanted <= FASTEST)) {
      throw new ParameterException(
          spec.commandLine(), "--speed: " + wanted + " is outside " + SLOWEST + " to " + FASTEST);
    }
    speed = wanted;
  }

  /** The simulation, with the names of its terminals in the directory. */
  public SimulatorConfig simulation(Path directory) {
    return new SimulatorConfig(
        seed, directory, scenario, faults, Optional.ofNullable(gpsLog), speed);
  }
}
