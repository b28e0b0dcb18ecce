package org.plimsoll.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The ramp with its weighbridge, and the car deck behind it: one unit at a time rolls onto the
 * bridge, comes to rest, is weighed, and rolls off.
 *
 * <p>A crossing takes {@value #CROSSING_SECONDS} s, which is a tenth of what it takes a crew; the
 * ferry's double ramp and convoys make up the rest of the compression. Confined to the simulator
 * thread.
 */
final class Ramp {

  static final double CROSSING_SECONDS = 4.8;
  private static final double ON_SECONDS = 0.5;
  private static final double RESTING_SECONDS = 1.5;
  private static final double OFF_SECONDS = 3.3;
  private static final double CLEAR_SECONDS = 3.8;
  private static final double STOWED_SECONDS = 4.6;
  private static final double SWAY_PART = 0.02;
  private static final double SWAY_HERTZ = 2.5;
  private static final double VEHICLE_DECK_HEIGHT_METRES = 9.0;

  /** Which way the traffic on the ramp goes. */
  enum Direction {
    ABOARD,
    ASHORE
  }

  private final List<CargoUnit> deck = new ArrayList<>();
  private @Nullable CargoUnit crossing;
  private Direction direction = Direction.ABOARD;
  private double seconds;

  /** Turns the traffic; only while nothing crosses. */
  void turn(Direction to) {
    if (crossing != null) {
      throw new IllegalStateException(crossing.name() + " is on the ramp");
    }
    direction = to;
  }

  boolean isFree() {
    return crossing == null;
  }

  /** Lets a unit roll aboard. */
  void board(CargoUnit unit) {
    turn(Direction.ABOARD);
    begin(unit);
  }

  /** Lets the unit that came last roll ashore. */
  void land() {
    turn(Direction.ASHORE);
    begin(deck.remove(deck.size() - 1));
  }

  /** Puts a unit on the deck as if it had crossed. */
  void stow(CargoUnit unit) {
    deck.add(unit);
  }

  void step(double stepSeconds) {
    if (crossing == null) {
      return;
    }
    seconds += stepSeconds;
    if (seconds >= CROSSING_SECONDS) {
      if (direction == Direction.ABOARD) {
        deck.add(crossing);
      }
      crossing = null;
    }
  }

  List<CargoUnit> deck() {
    return Collections.unmodifiableList(deck);
  }

  Direction direction() {
    return direction;
  }

  /** What rests on the bridge, in kilograms, as its load cells feel it. */
  double bridgeKilograms() {
    if (crossing == null) {
      return 0;
    }
    double mass = crossing.massTonnes() * 1000;
    double settling = seconds - ON_SECONDS;
    double sway =
        seconds > ON_SECONDS && seconds < RESTING_SECONDS
            ? SWAY_PART * Math.exp(-4 * settling) * Math.sin(2 * Math.PI * SWAY_HERTZ * settling)
            : 0;
    double on = clamp(seconds / ON_SECONDS);
    double off = clamp((seconds - OFF_SECONDS) / (CLEAR_SECONDS - OFF_SECONDS));
    return mass * (on - off) * (1 + sway);
  }

  /**
   * What the papers of the unit say that comes aboard, from the gate until it leaves the bridge;
   * empty when none comes.
   */
  OptionalDouble declaredOnBridge() {
    @Nullable CargoUnit coming = comingAboard();
    return coming == null ? OptionalDouble.empty() : OptionalDouble.of(coming.declaredTonnes());
  }

  /** Where the unit will stand that comes aboard, from the after perpendicular; empty as above. */
  OptionalDouble stowedFromBridge() {
    @Nullable CargoUnit coming = comingAboard();
    return coming == null ? OptionalDouble.empty() : OptionalDouble.of(coming.fromApMetres());
  }

  private @Nullable CargoUnit comingAboard() {
    return direction == Direction.ABOARD && seconds < OFF_SECONDS ? crossing : null;
  }

  /** Whether nothing moves on the bridge. */
  boolean isAtRest() {
    return crossing == null
        || seconds >= RESTING_SECONDS && seconds < OFF_SECONDS
        || seconds >= CLEAR_SECONDS;
  }

  /**
   * The cargo that the ship feels: the deck, and the part of the crossing unit that has arrived.
   */
  Load load() {
    Load sum = Load.of(0, 0, 0, 0);
    for (CargoUnit unit : deck) {
      sum = sum.plus(loadOf(unit, 1));
    }
    return crossing == null ? sum : sum.plus(loadOf(crossing, aboardPart()));
  }

  /** Tonnes by their papers of everything whose crossing has ended on board. */
  double declaredTonnes() {
    return deck.stream().mapToDouble(CargoUnit::declaredTonnes).sum();
  }

  /** Tonnes on the deck forward of a position. */
  double tonnesForwardOf(double fromApMetres) {
    double stowed =
        deck.stream()
            .filter(unit -> unit.fromApMetres() > fromApMetres)
            .mapToDouble(CargoUnit::massTonnes)
            .sum();
    boolean arriving = crossing != null && crossing.fromApMetres() > fromApMetres;
    return arriving ? stowed + crossing.massTonnes() * aboardPart() : stowed;
  }

  private void begin(CargoUnit unit) {
    crossing = unit;
    seconds = 0;
  }

  private double aboardPart() {
    double arriving = clamp((seconds - CLEAR_SECONDS) / (STOWED_SECONDS - CLEAR_SECONDS));
    return direction == Direction.ABOARD ? arriving : 1 - clamp(seconds / ON_SECONDS);
  }

  private static Load loadOf(CargoUnit unit, double part) {
    return Load.of(
        unit.massTonnes() * part,
        unit.fromApMetres(),
        unit.starboardMetres(),
        VEHICLE_DECK_HEIGHT_METRES);
  }

  private static double clamp(double part) {
    return Math.max(0, Math.min(1, part));
  }
}
