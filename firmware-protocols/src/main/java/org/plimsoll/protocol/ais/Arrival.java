package org.plimsoll.protocol.ais;

import java.util.OptionalInt;

/**
 * When the crew expects to arrive, UTC, as keyed in: each part may be absent.
 *
 * @param month 1 to 12
 * @param day 1 to 31
 * @param hour 0 to 23
 * @param minute 0 to 59
 */
public record Arrival(OptionalInt month, OptionalInt day, OptionalInt hour, OptionalInt minute) {

  /** Four fields in a row, 4 + 5 + 5 + 6 bits. */
  static Arrival decode(Payload bits, int from) {
    return new Arrival(
        bits.within(from, 4, 1, 12),
        bits.within(from + 4, 5, 1, 31),
        bits.within(from + 9, 5, 0, 23),
        bits.within(from + 14, 6, 0, 59));
  }
}
