package org.plimsoll.protocol.ais;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Position of a class B ship: message 18, 168 bits.
 *
 * <pre>
 *  46 speed 10         85 latitude 27    133 second 6         143 DSC          146 assigned
 *  56 accuracy        112 course 12      141 carrier sense    144 whole band   147 RAIM
 *  57 longitude 28    124 heading 9      142 display          145 message 22   148 radio 20
 * </pre>
 *
 * @param speedKnots over ground; 102.2 means as much or more
 * @param accurate better than 10 metres
 * @param courseDegrees over ground, true
 * @param headingDegrees true
 * @param equipment what the unit is
 * @param assigned reports at the order of a base station
 * @param raim the receiver's integrity monitoring is in use
 * @param communicationState of the radio link; absent if the message was cut before it
 */
public record ClassBReport(
    int type,
    int repeat,
    int mmsi,
    OptionalDouble speedKnots,
    boolean accurate,
    OptionalDouble longitudeDegrees,
    OptionalDouble latitudeDegrees,
    OptionalDouble courseDegrees,
    OptionalInt headingDegrees,
    OptionalInt second,
    Positioning positioning,
    Equipment equipment,
    boolean assigned,
    boolean raim,
    OptionalInt communicationState)
    implements AisMessage {

  /**
   * What a class B unit has.
   *
   * @param carrierSense waits for a free slot instead of reserving one
   * @param display shows messages 12 and 14
   * @param selectiveCalling has a DSC receiver
   * @param wholeBand can use all of the marine band
   * @param channelOrders obeys message 22
   */
  public record Equipment(
      boolean carrierSense,
      boolean display,
      boolean selectiveCalling,
      boolean wholeBand,
      boolean channelOrders) {}

  static final int MINIMUM_BITS = 148;

  static ClassBReport decode(Payload bits) {
    int stamp = bits.unsigned(133, 6);
    return new ClassBReport(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.speedKnots(46),
        bits.flag(56),
        bits.longitude(57),
        bits.latitude(85),
        bits.course(112),
        bits.heading(124),
        Positioning.second(stamp),
        Positioning.of(stamp),
        new Equipment(
            bits.flag(141), bits.flag(142), bits.flag(143), bits.flag(144), bits.flag(145)),
        bits.flag(146),
        bits.flag(147),
        bits.optional(148, 20));
  }
}
