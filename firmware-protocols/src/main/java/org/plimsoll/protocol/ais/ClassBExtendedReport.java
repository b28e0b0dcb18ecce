package org.plimsoll.protocol.ais;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Position and kind of a class B ship in one: message 19, 312 bits.
 *
 * <pre>
 *  46 speed 10         85 latitude 27    133 second 6       271 dimensions 30           306 not DTE
 *  56 accuracy        112 course 12      143 name 120       301 positioning device 4    307 assigned
 *  57 longitude 28    124 heading 9      263 ship type 8    305 RAIM
 * </pre>
 *
 * @param speedKnots over ground; 102.2 means as much or more
 * @param accurate better than 10 metres
 * @param courseDegrees over ground, true
 * @param headingDegrees true
 * @param shipType the norm's code, such as 36 sailing, 37 pleasure craft
 * @param positioningDevice 1 GPS, 2 GLONASS, 3 both, 4 Loran-C, 5 Chayka, 6 integrated, 7 surveyed,
 *     8 Galileo, 15 internal
 * @param raim the receiver's integrity monitoring is in use
 * @param terminalReady the ship can show messages
 * @param assigned reports at the order of a base station
 */
public record ClassBExtendedReport(
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
    String name,
    OptionalInt shipType,
    Optional<Dimensions> dimensions,
    OptionalInt positioningDevice,
    boolean raim,
    boolean terminalReady,
    boolean assigned)
    implements AisMessage {

  static final int MINIMUM_BITS = 308;

  static ClassBExtendedReport decode(Payload bits) {
    int stamp = bits.unsigned(133, 6);
    return new ClassBExtendedReport(
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
        bits.text(143, 20),
        bits.nonZero(263, 8),
        Dimensions.decode(bits, 271),
        bits.nonZero(301, 4),
        bits.flag(305),
        !bits.flag(306),
        bits.flag(307));
  }
}
