package org.plimsoll.simulator;

import java.util.List;

/**
 * The script of the voyage: who rolls over the ramp when, when she sails, when the link is lost.
 *
 * <p>A loop of about ten minutes where a real one takes three days: some 950 t roll aboard in three
 * minutes, people walk aboard one a second, and the leg is scaled ({@link Passage}). Nothing jumps:
 * what moves moves at a speed that the instruments also say. Confined to the simulator thread.
 */
final class Voyage {

  private static final double FIRST_LORRY_SECONDS = 5;
  private static final double PASSENGERS_FROM_SECONDS = 6;
  private static final double PASSENGERS_PER_SECOND = 1.25;
  private static final int PASSENGERS = 187;
  private static final double OVERLOADED_SECONDS = 14;
  private static final double CASTING_OFF_SECONDS = 8;
  private static final double OUTAGE_FROM_SECONDS = 20;
  private static final double OUTAGE_TO_SECONDS = 75;

  private final Scenario scenario;
  private final Manifest manifest;
  private final Ramp ramp;
  private final Passage passage;
  private Phase phase;
  private double phaseSeconds;
  private double passengers;
  private int nextUnit;

  Voyage(Scenario scenario, Manifest manifest, Ramp ramp, Passage passage) {
    this.scenario = scenario;
    this.manifest = manifest;
    this.ramp = ramp;
    this.passage = passage;
    if (scenario == Scenario.ALONGSIDE) {
      manifest.units().forEach(ramp::stow);
      passengers = PASSENGERS;
      phase = Phase.ALONGSIDE;
    } else {
      phase = Phase.LOADING;
    }
  }

  void step(double stepSeconds) {
    phaseSeconds += stepSeconds;
    switch (phase) {
      case LOADING -> load(stepSeconds);
      case OVERLOADING -> overload(stepSeconds);
      case RELIEVING -> afterRamp(Phase.SINGLING_UP);
      case SINGLING_UP -> castOff(Phase.OUTWARD);
      case OUTWARD -> arrive(Phase.UNLOADING);
      case UNLOADING -> unload(stepSeconds);
      case CLEARING -> castOff(Phase.HOMEWARD);
      case HOMEWARD -> arrive(Phase.LOADING);
      case ALONGSIDE -> {}
    }
  }

  Phase phase() {
    return phase;
  }

  int passengers() {
    return (int) passengers;
  }

  boolean isLinkDown() {
    return phase == Phase.OUTWARD
        && phaseSeconds >= OUTAGE_FROM_SECONDS
        && phaseSeconds < OUTAGE_TO_SECONDS;
  }

  private void load(double stepSeconds) {
    if (phaseSeconds >= PASSENGERS_FROM_SECONDS) {
      boardPassengers(stepSeconds);
    }
    List<CargoUnit> units = manifest.units();
    if (!ramp.isFree() || phaseSeconds < FIRST_LORRY_SECONDS) {
      return;
    }
    if (nextUnit < units.size()) {
      ramp.board(units.get(nextUnit++));
    } else if (passengers >= PASSENGERS || scenario == Scenario.OVERLOADED) {
      ramp.board(manifest.excess());
      enter(Phase.OVERLOADING);
    }
  }

  private void boardPassengers(double stepSeconds) {
    passengers = Math.min(PASSENGERS, passengers + PASSENGERS_PER_SECOND * stepSeconds);
  }

  private void overload(double stepSeconds) {
    boardPassengers(stepSeconds);
    boolean enough = phaseSeconds >= OVERLOADED_SECONDS && scenario != Scenario.OVERLOADED;
    if (ramp.isFree() && enough) {
      ramp.land();
      enter(Phase.RELIEVING);
    }
  }

  private void afterRamp(Phase next) {
    if (ramp.isFree()) {
      enter(next);
    }
  }

  private void castOff(Phase next) {
    if (phaseSeconds < CASTING_OFF_SECONDS) {
      return;
    }
    if (next == Phase.OUTWARD) {
      passage.sailToVladivostok();
    } else {
      passage.sailToRajin();
    }
    enter(next);
  }

  private void arrive(Phase next) {
    if (passage.isAlongside()) {
      nextUnit = 0;
      enter(next);
    }
  }

  private void unload(double stepSeconds) {
    passengers = Math.max(0, passengers - 2 * PASSENGERS_PER_SECOND * stepSeconds);
    if (!ramp.isFree()) {
      return;
    }
    if (!ramp.deck().isEmpty()) {
      ramp.land();
    } else if (passengers == 0) {
      enter(Phase.CLEARING);
    }
  }

  private void enter(Phase next) {
    phase = next;
    phaseSeconds = 0;
  }
}
