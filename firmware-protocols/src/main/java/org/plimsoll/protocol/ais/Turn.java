package org.plimsoll.protocol.ais;

import java.util.OptionalDouble;

/** What is known of a ship's turning. */
public enum Turn {
  /** Nothing. */
  UNKNOWN,
  /** The rate, by a turn indicator. */
  MEASURED,
  /** To starboard with more than 5 degrees in 30 seconds; without an indicator, hence no rate. */
  FAST_STARBOARD,
  /** To port with more than 5 degrees in 30 seconds; without an indicator, hence no rate. */
  FAST_PORT;

  private static final int NOT_AVAILABLE = -128;
  private static final int FAST = 127;

  /** The code is 4.733 times the square root of degrees a minute. */
  private static final double ROOT_SCALE = 4.733;

  static Turn of(int code) {
    return switch (code) {
      case NOT_AVAILABLE -> UNKNOWN;
      case FAST -> FAST_STARBOARD;
      case -FAST -> FAST_PORT;
      default -> MEASURED;
    };
  }

  static OptionalDouble degreesPerMinute(int code) {
    if (of(code) != MEASURED) {
      return OptionalDouble.empty();
    }
    double root = code / ROOT_SCALE;
    return OptionalDouble.of(root * Math.abs(root));
  }
}
