package org.plimsoll.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to simulate.
 *
 * @param seed same seed, same voyage
 * @param directory where the names of the terminals are made; created if missing
 * @param scenario what happens
 * @param faults sensors that fail
 * @param gpsLog a recorded NMEA log that takes the place of the simulated GPS
 * @param speed simulated seconds per second, 0.1 to {@value #GREATEST_SPEED}; baud rates go with it
 */
public record SimulatorConfig(
    long seed,
    Path directory,
    Scenario scenario,
    List<Fault> faults,
    Optional<Path> gpsLog,
    double speed) {

  static final double GREATEST_SPEED = 20;

  public SimulatorConfig {
    if (!(speed >= 0.1 && speed <= GREATEST_SPEED)) {
      throw new IllegalArgumentException("speed " + speed + ", allowed 0.1 to " + GREATEST_SPEED);
    }
    faults = List.copyOf(faults);
  }

  /** The voyage without faults, in real time. */
  public static SimulatorConfig voyage(long seed, Path directory) {
    return new SimulatorConfig(seed, directory, Scenario.VOYAGE, List.of(), Optional.empty(), 1);
  }
}
