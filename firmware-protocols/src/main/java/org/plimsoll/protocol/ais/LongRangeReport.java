package org.plimsoll.protocol.ais;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Position of a class A ship for satellites: message 27, 96 bits.
 *
 * <pre>
 *  38 accuracy    40 status 4        62 latitude 17    85 course 9
 *  39 RAIM        44 longitude 18    79 speed 6        94 position is old
 * </pre>
 *
 * @param accurate better than 10 metres
 * @param raim the receiver's integrity monitoring is in use
 * @param navigationalStatus as in {@link PositionReport}
 * @param longitudeDegrees by 0.1 minute
 * @param latitudeDegrees by 0.1 minute
 * @param speedKnots over ground, in whole knots; 62 means as much or more
 * @param courseDegrees over ground, true, in whole degrees
 * @param old the position is older than five seconds, or not of a GNSS
 */
public record LongRangeReport(
    int type,
    int repeat,
    int mmsi,
    boolean accurate,
    boolean raim,
    OptionalInt navigationalStatus,
    OptionalDouble longitudeDegrees,
    OptionalDouble latitudeDegrees,
    OptionalInt speedKnots,
    OptionalInt courseDegrees,
    boolean old)
    implements AisMessage {

  static final int MINIMUM_BITS = 95;

  private static final int TENTHS_OF_MINUTE = 600;

  static LongRangeReport decode(Payload bits) {
    return new LongRangeReport(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.flag(38),
        bits.flag(39),
        bits.within(40, 4, 0, 14),
        Payload.angle(bits.signed(44, 18), TENTHS_OF_MINUTE, 180),
        Payload.angle(bits.signed(62, 17), TENTHS_OF_MINUTE, 90),
        bits.within(79, 6, 0, 62),
        bits.within(85, 9, 0, 359),
        bits.flag(94));
  }
}
