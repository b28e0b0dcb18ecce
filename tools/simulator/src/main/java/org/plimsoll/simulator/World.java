package org.plimsoll.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.ShipParticulars;

/**
 * The one model that all devices look at. A function of seed and steps: no clock, no threads.
 *
 * <p>Confined to one thread.
 */
final class World {

  /** The step for which the model is made; longer ones would miss waves. */
  static final double STEP_SECONDS = 0.05;

  private static final double MIDSHIP_FROM_AP_METRES = 50;
  private static final double PASSENGER_TONNES = 0.075;
  private static final double PASSENGERS_FROM_AP_METRES = 60;
  private static final double PASSENGERS_HEIGHT_METRES = 13;
  private static final double BIAS_METRES = 0.002;
  private static final double NOISE_METRES = 0.003;
  private static final double RESOLUTION = 1000;

  private final Ramp ramp = new Ramp();
  private final Passage passage = new Passage();
  private final Voyage voyage;
  private final Hull hull;
  private final Swell swell;
  private final RandomGenerator noise;
  private final Map<DraughtMark, Double> biasMetres = new EnumMap<>(DraughtMark.class);
  private long steps;
  private double stoodSeconds;
  private Truth truth;

  World(long seed, Scenario scenario, HydrostaticTable table) {
    SplittableRandom random = new SplittableRandom(seed);
    Manifest manifest = Manifest.draw(random.split(), scenario);
    swell = new Swell(random.split());
    noise = random.split();
    for (DraughtMark mark : DraughtMark.values()) {
      biasMetres.put(mark, BIAS_METRES * noise.nextGaussian());
    }
    voyage = new Voyage(scenario, manifest, ramp, passage);
    hull = new Hull(table, cargoAndPeople());
    truth = observe();
  }

  /** One step of {@link #STEP_SECONDS}. */
  void step() {
    steps++;
    voyage.step(STEP_SECONDS);
    ramp.step(STEP_SECONDS);
    passage.step(STEP_SECONDS);
    hull.step(STEP_SECONDS, cargoAndPeople());
    truth = observe();
  }

  /** Time that passes while nothing moves but the sea. */
  void stand(double seconds) {
    stoodSeconds += seconds;
    truth = observe();
  }

  Truth truth() {
    return truth;
  }

  private Load cargoAndPeople() {
    return ramp.load()
        .plus(
            Load.of(
                voyage.passengers() * PASSENGER_TONNES,
                PASSENGERS_FROM_AP_METRES,
                0,
                PASSENGERS_HEIGHT_METRES));
  }

  private Truth observe() {
    double seconds = steps * STEP_SECONDS + stoodSeconds;
    ObservedDraughts still = hull.draughts();
    return new Truth(
        seconds,
        voyage.phase(),
        new CargoTruth(
            ramp.load().massTonnes(),
            ramp.declaredTonnes(),
            ramp.tonnesForwardOf(MIDSHIP_FROM_AP_METRES),
            ramp.deck().size(),
            ramp.bridgeKilograms(),
            ramp.declaredOnBridge(),
            ramp.stowedFromBridge(),
            ramp.isAtRest(),
            ramp.direction() == Ramp.Direction.ABOARD),
        new FloatingTruth(
            hull.displacementTonnes(),
            hull.trimMetres(),
            hull.listRadians(),
            hull.listRadians() + swell.rollRadians(seconds, passage.seaState()),
            still,
            sense(still, seconds)),
        passage.truth(),
        voyage.passengers(),
        voyage.isLinkDown());
  }

  private ObservedDraughts sense(ObservedDraughts still, double seconds) {
    double seaState = passage.seaState();
    double roll = swell.rollRadians(seconds, seaState);
    double pitch = swell.pitchRadians(seconds, seaState);
    Map<DraughtMark, Double> sensed = new EnumMap<>(DraughtMark.class);
    for (DraughtMark mark : DraughtMark.values()) {
      double metres =
          still.at(mark).orElseThrow()
              + swell.metres(mark, seconds, seaState)
              + starboardMetres(mark) * Math.tan(roll)
              - forwardMetres(mark) * Math.tan(pitch)
              + biasMetres.get(mark)
              + NOISE_METRES * noise.nextGaussian();
      sensed.put(mark, Math.round(metres * RESOLUTION) / RESOLUTION);
    }
    return new ObservedDraughts(sensed);
  }

  private static double starboardMetres(DraughtMark mark) {
    double half = ReferenceFerry.PARTICULARS.breadthBetweenMarksMetres() / 2;
    return switch (mark) {
      case FORWARD_PORT, MIDSHIP_PORT, AFT_PORT -> -half;
      case FORWARD_STARBOARD, MIDSHIP_STARBOARD, AFT_STARBOARD -> half;
    };
  }

  private static double forwardMetres(DraughtMark mark) {
    ShipParticulars ship = ReferenceFerry.PARTICULARS;
    double fromAp =
        switch (mark) {
          case FORWARD_PORT, FORWARD_STARBOARD -> ship.marks().forwardFromApMetres();
          case MIDSHIP_PORT, MIDSHIP_STARBOARD -> ship.marks().midshipFromApMetres();
          case AFT_PORT, AFT_STARBOARD -> ship.marks().aftFromApMetres();
        };
    return fromAp - MIDSHIP_FROM_AP_METRES;
  }
}
