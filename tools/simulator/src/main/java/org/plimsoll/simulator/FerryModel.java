package org.plimsoll.simulator;

import java.time.Duration;

/**
 * The simulated ferry without her terminals: time passes when somebody asks for it. Same seed, same
 * voyage. Confined to one thread.
 */
public final class FerryModel {

  private final World world;
  private double ahead;

  public FerryModel(long seed, Scenario scenario) {
    world = new World(seed, scenario, ReferenceFerry.hydrostatics());
  }

  /** Lets time pass and says what is so then; at most one step of the model early. */
  public Truth advance(Duration time) {
    ahead += time.toNanos() / 1e9;
    while (ahead >= World.STEP_SECONDS) {
      world.step();
      ahead -= World.STEP_SECONDS;
    }
    return world.truth();
  }
}
