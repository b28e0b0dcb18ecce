package org.plimsoll.protocol.ais;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Time and position of a base station (message 4), or of a ship asked for them (11), 168 bits.
 *
 * <pre>
 *  38 year 14    61 hour 5      78 accuracy        134 positioning device 4
 *  52 month 4    66 minute 6    79 longitude 28    148 RAIM
 *  56 day 5      72 second 6   107 latitude 27     149 radio 19
 * </pre>
 *
 * @param date UTC
 * @param time UTC
 * @param accurate better than 10 metres
 * @param positioningDevice 1 GPS, 2 GLONASS, 3 both, 4 Loran-C, 5 Chayka, 6 integrated, 7 surveyed,
 *     8 Galileo, 15 internal
 * @param raim the receiver's integrity monitoring is in use
 * @param communicationState of the radio link; absent if the message was cut before it
 */
public record BaseStationReport(
    int type,
    int repeat,
    int mmsi,
    Optional<LocalDate> date,
    Optional<LocalTime> time,
    boolean accurate,
    OptionalDouble longitudeDegrees,
    OptionalDouble latitudeDegrees,
    OptionalInt positioningDevice,
    boolean raim,
    OptionalInt communicationState)
    implements AisMessage {

  static final int MINIMUM_BITS = 149;

  static BaseStationReport decode(Payload bits) {
    return new BaseStationReport(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.date(38),
        bits.time(61),
        bits.flag(78),
        bits.longitude(79),
        bits.latitude(107),
        bits.nonZero(134, 4),
        bits.flag(148),
        bits.optional(149, 19));
  }
}
