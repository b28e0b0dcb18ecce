package org.plimsoll.cli.demo;

import java.nio.file.Path;
import org.plimsoll.simulator.SimulatorConfig;

/**
 * What a demonstration is to show.
 *
 * @param examples directory of the example configurations
 * @param data directory of everything that is kept
 * @param ports fixed ones or free ones
 * @param simulation the ferry
 */
record DemoPlan(Path examples, Path data, DemoPorts.Choice ports, SimulatorConfig simulation) {}
