package org.plimsoll.protocol.weighing;

import java.util.OptionalDouble;

/**
 * What an indicator shows.
 *
 * @param massKilograms gross or net; absent whenever the condition is not OK
 * @param motion whether the indicator calls it stable; MOVING when there is no mass
 * @param condition whether there is a mass, and why not
 * @param net the tare is subtracted
 * @param tareKilograms the tare, where the protocol tells it
 */
public record Weight(
    OptionalDouble massKilograms,
    Motion motion,
    Condition condition,
    boolean net,
    OptionalDouble tareKilograms) {

  /** Whether the load is at rest. */
  public enum Motion {
    STABLE,
    MOVING
  }

  /** Whether the indicator can weigh. */
  public enum Condition {
    OK,
    /** Above the range. */
    OVERLOAD,
    /** Below the range. */
    UNDERLOAD,
    /** Busy, or no stability in time. */
    NOT_EXECUTABLE,
    /** The indicator reports an error, or did not understand. */
    FAULT
  }

  public Weight {
    if (massKilograms.isPresent() != (condition == Condition.OK)) {
      throw new IllegalArgumentException("mass " + massKilograms + " with condition " + condition);
    }
    if (massKilograms.isPresent() && !Double.isFinite(massKilograms.getAsDouble())) {
      throw new IllegalArgumentException("mass is not finite");
    }
    massKilograms = withoutNegativeZero(massKilograms);
    tareKilograms = withoutNegativeZero(tareKilograms);
  }

  /** A gross mass without a tare. */
  public static Weight gross(double massKilograms, Motion motion) {
    return new Weight(
        OptionalDouble.of(massKilograms), motion, Condition.OK, false, OptionalDouble.empty());
  }

  /** No mass, and why. */
  public static Weight none(Condition condition) {
    return new Weight(
        OptionalDouble.empty(), Motion.MOVING, condition, false, OptionalDouble.empty());
  }

  /** Indicators show "-0.00" when they drift about zero. */
  private static OptionalDouble withoutNegativeZero(OptionalDouble mass) {
    return mass.isPresent() ? OptionalDouble.of(mass.getAsDouble() + 0.0) : mass;
  }
}
