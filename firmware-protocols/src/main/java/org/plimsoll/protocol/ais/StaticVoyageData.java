package org.plimsoll.protocol.ais;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a class A ship is and where she is bound: message 5, 424 bits, always of two sentences.
 *
 * <pre>
 *  38 AIS version 2     112 name 120          270 positioning device 4    302 destination 120
 *  40 IMO number 30     232 ship type 8       274 arrival 20              422 not DTE
 *  70 call sign 42      240 dimensions 30     294 draught 8
 * </pre>
 *
 * @param imoNumber as keyed in; its check digit is not asked
 * @param shipType the norm's code, such as 60 to 69 passenger, 70 to 79 cargo, 80 to 89 tanker
 * @param positioningDevice 1 GPS, 2 GLONASS, 3 both, 4 Loran-C, 5 Chayka, 6 integrated, 7 surveyed,
 *     8 Galileo, 15 internal
 * @param draughtMetres the present static draught, keyed in; 25.5 means as much or more
 * @param terminalReady the ship can show messages; absent if the message was cut before it
 */
public record StaticVoyageData(
    int type,
    int repeat,
    int mmsi,
    int aisVersion,
    OptionalInt imoNumber,
    String callSign,
    String name,
    OptionalInt shipType,
    Optional<Dimensions> dimensions,
    OptionalInt positioningDevice,
    Arrival arrival,
    OptionalDouble draughtMetres,
    String destination,
    Optional<Boolean> terminalReady)
    implements AisMessage {

  static final int MINIMUM_BITS = 422;

  static StaticVoyageData decode(Payload bits) {
    return new StaticVoyageData(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.unsigned(38, 2),
        bits.nonZero(40, 30),
        bits.text(70, 7),
        bits.text(112, 20),
        bits.nonZero(232, 8),
        Dimensions.decode(bits, 240),
        bits.nonZero(270, 4),
        Arrival.decode(bits, 274),
        bits.nonZero(294, 8, 10),
        bits.text(302, 20),
        bits.optionalFlag(422).map(not -> !not));
  }
}
