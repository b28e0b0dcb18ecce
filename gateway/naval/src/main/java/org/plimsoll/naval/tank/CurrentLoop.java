package org.plimsoll.naval.tank;

import java.util.OptionalDouble;

/**
 * A 4 to 20 mA transmitter: a straight line between the two ends of its range.
 *
 * @param atFourMilliamperes value at 4 mA, in the unit of the quantity
 * @param atTwentyMilliamperes value at 20 mA
 */
public record CurrentLoop(double atFourMilliamperes, double atTwentyMilliamperes) {

  /** Ends of the measuring range with its overshoot; a current beyond reports a fault (NE 43). */
  private static final double LEAST_MILLIAMPERES = 3.8;

  private static final double GREATEST_MILLIAMPERES = 20.5;

  /** The value; empty for a current that is no measurement, such as that of a broken wire. */
  public OptionalDouble value(double milliamperes) {
    if (!(milliamperes >= LEAST_MILLIAMPERES && milliamperes <= GREATEST_MILLIAMPERES)) {
      return OptionalDouble.empty();
    }
    double fraction = (milliamperes - 4) / 16;
    return OptionalDouble.of(
        atFourMilliamperes + (atTwentyMilliamperes - atFourMilliamperes) * fraction);
  }
}
