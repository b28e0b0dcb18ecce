package org.plimsoll.protocol.ais;

import java.util.OptionalInt;

/** How the sender comes by its position, as the time stamp of a report tells. */
public enum Positioning {
  /** By the positioning system, at the second that the report gives. */
  MEASURED,
  /** Second 60: there is no time stamp. */
  UNSTAMPED,
  /** Second 61: keyed in. */
  MANUAL,
  /** Second 62: dead reckoning. */
  ESTIMATED,
  /** Second 63: the positioning system is inoperative. */
  INOPERATIVE;

  private static final int FIRST_CODE = 60;

  static Positioning of(int stamp) {
    return switch (stamp) {
      case FIRST_CODE -> UNSTAMPED;
      case FIRST_CODE + 1 -> MANUAL;
      case FIRST_CODE + 2 -> ESTIMATED;
      case FIRST_CODE + 3 -> INOPERATIVE;
      default -> MEASURED;
    };
  }

  static OptionalInt second(int stamp) {
    return stamp < FIRST_CODE ? OptionalInt.of(stamp) : OptionalInt.empty();
  }
}
