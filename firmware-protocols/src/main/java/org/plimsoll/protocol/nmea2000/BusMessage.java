package org.plimsoll.protocol.nmea2000;

import java.util.OptionalInt;

/**
 * One whole message of the bus.
 *
 * @param priority 0 (first) to 7; absent if the gateway does not tell
 * @param pgn parameter group number
 * @param source address of the sender, as claimed at present; it may move
 * @param destination an address, or {@link CanId#EVERYBODY}
 * @param data at most {@link Payload#MAX_BYTES}
 */
public record BusMessage(OptionalInt priority, int pgn, int source, int destination, Payload data) {

  static BusMessage of(CanId id, Payload data) {
    return new BusMessage(
        OptionalInt.of(id.priority()), id.pgn(), id.source(), id.destination(), data);
  }
}
