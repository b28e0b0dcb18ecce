package org.plimsoll.protocol.ais;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Position of a search and rescue aircraft: message 9, 168 bits.
 *
 * <pre>
 *  38 altitude 12    61 longitude 28    128 second 6     147 RAIM
 *  50 speed 10       89 latitude 27     142 not DTE      148 radio 20
 *  60 accuracy      116 course 12       146 assigned
 * </pre>
 *
 * @param altitudeMetres 4094 means as much or more
 * @param speedKnots over ground, in whole knots; 1022 means as much or more
 * @param accurate better than 10 metres
 * @param courseDegrees over ground, true
 * @param terminalReady the aircraft can show messages
 * @param assigned reports at the order of a base station
 * @param raim the receiver's integrity monitoring is in use
 * @param communicationState of the radio link; absent if the message was cut before it
 */
public record AircraftReport(
    int type,
    int repeat,
    int mmsi,
    OptionalInt altitudeMetres,
    OptionalInt speedKnots,
    boolean accurate,
    OptionalDouble longitudeDegrees,
    OptionalDouble latitudeDegrees,
    OptionalDouble courseDegrees,
    OptionalInt second,
    Positioning positioning,
    boolean terminalReady,
    boolean assigned,
    boolean raim,
    OptionalInt communicationState)
    implements AisMessage {

  static final int MINIMUM_BITS = 148;

  static AircraftReport decode(Payload bits) {
    int stamp = bits.unsigned(128, 6);
    return new AircraftReport(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.within(38, 12, 0, 4094),
        bits.within(50, 10, 0, 1022),
        bits.flag(60),
        bits.longitude(61),
        bits.latitude(89),
        bits.course(116),
        Positioning.second(stamp),
        Positioning.of(stamp),
        !bits.flag(142),
        bits.flag(146),
        bits.flag(147),
        bits.optional(148, 20));
  }
}
