package org.plimsoll.protocol.ais;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Position of a class A ship: messages 1 (scheduled), 2 (assigned) and 3 (polled), 168 bits.
 *
 * <pre>
 *   0 type 6      42 rate of turn 8    89 latitude 27    143 manoeuvre 2
 *   6 repeat 2    50 speed 10         116 course 12      148 RAIM
 *   8 MMSI 30     60 accuracy         128 heading 9      149 radio 19
 *  38 status 4    61 longitude 28     137 second 6
 * </pre>
 *
 * @param navigationalStatus 0 under way using engine, 1 at anchor, 2 not under command, 3
 *     restricted, 4 constrained by draught, 5 moored, 6 aground, 7 fishing, 8 sailing, 14 AIS-SART
 * @param rateOfTurnDegreesPerMinute to starboard positive, to port negative
 * @param speedKnots over ground; 102.2 means as much or more
 * @param accurate better than 10 metres
 * @param courseDegrees over ground, true
 * @param headingDegrees true
 * @param manoeuvre 0 not available, 1 not engaged in a special one, 2 engaged
 * @param raim the receiver's integrity monitoring is in use
 * @param communicationState of the radio link; absent if the message was cut before it
 */
public record PositionReport(
    int type,
    int repeat,
    int mmsi,
    OptionalInt navigationalStatus,
    Turn turn,
    OptionalDouble rateOfTurnDegreesPerMinute,
    OptionalDouble speedKnots,
    boolean accurate,
    OptionalDouble longitudeDegrees,
    OptionalDouble latitudeDegrees,
    OptionalDouble courseDegrees,
    OptionalInt headingDegrees,
    OptionalInt second,
    Positioning positioning,
    int manoeuvre,
    boolean raim,
    OptionalInt communicationState)
    implements AisMessage {

  static final int MINIMUM_BITS = 149;

  static PositionReport decode(Payload bits) {
    int turn = bits.signed(42, 8);
    int stamp = bits.unsigned(137, 6);
    return new PositionReport(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.within(38, 4, 0, 14),
        Turn.of(turn),
        Turn.degreesPerMinute(turn),
        bits.speedKnots(50),
        bits.flag(60),
        bits.longitude(61),
        bits.latitude(89),
        bits.course(116),
        bits.heading(128),
        Positioning.second(stamp),
        Positioning.of(stamp),
        bits.unsigned(143, 2),
        bits.flag(148),
        bits.optional(149, 19));
  }
}
