package org.plimsoll.protocol.ais;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A buoy, beacon or light: message 21, 272 to 360 bits.
 *
 * <pre>
 *  38 kind 5       164 longitude 28     249 positioning device 4    268 RAIM
 *  43 name 120     192 latitude 27      253 second 6                269 virtual
 * 163 accuracy     219 dimensions 30    259 off position            270 assigned
 *                                                                   272 name, continued, to 84
 * </pre>
 *
 * @param kind the norm's code, such as 1 reference point, 5 light, 30 special mark
 * @param name its first twenty characters
 * @param accurate better than 10 metres
 * @param dimensions for a rigid mark the reach of its structure, for a buoy its swinging circle
 * @param positioningDevice 1 GPS, 2 GLONASS, 3 both, 4 Loran-C, 5 Chayka, 6 integrated, 7 surveyed,
 *     8 Galileo, 15 internal
 * @param offPosition a floating mark has drifted from where it belongs; says nothing of a rigid
 *     one, nor without {@code second}
 * @param raim the receiver's integrity monitoring is in use; absent if the message was cut before
 *     it
 * @param virtual sent from elsewhere, nothing is there; absent if the message was cut before it
 * @param assigned reports at the order of a base station; absent if the message was cut before it
 * @param nameExtension what follows the first twenty characters
 */
public record AidToNavigationReport(
    int type,
    int repeat,
    int mmsi,
    OptionalInt kind,
    String name,
    boolean accurate,
    OptionalDouble longitudeDegrees,
    OptionalDouble latitudeDegrees,
    Optional<Dimensions> dimensions,
    OptionalInt positioningDevice,
    OptionalInt second,
    Positioning positioning,
    boolean offPosition,
    Optional<Boolean> raim,
    Optional<Boolean> virtual,
    Optional<Boolean> assigned,
    String nameExtension)
    implements AisMessage {

  static final int MINIMUM_BITS = 260;

  private static final int NAME_CHARACTERS = 20;
  private static final int EXTENSION = 272;
  private static final int EXTENSION_CHARACTERS = 14;

  /** The name with its extension; blanks between them that were sent are there. */
  public String fullName() {
    return nameExtension.isEmpty()
        ? name
        : name + " ".repeat(NAME_CHARACTERS - name.length()) + nameExtension;
  }

  static AidToNavigationReport decode(Payload bits) {
    int stamp = bits.unsigned(253, 6);
    int extension = Math.min((bits.bits() - EXTENSION) / 6, EXTENSION_CHARACTERS);
    return new AidToNavigationReport(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.nonZero(38, 5),
        bits.text(43, NAME_CHARACTERS),
        bits.flag(163),
        bits.longitude(164),
        bits.latitude(192),
        Dimensions.decode(bits, 219),
        bits.nonZero(249, 4),
        Positioning.second(stamp),
        Positioning.of(stamp),
        bits.flag(259),
        bits.optionalFlag(268),
        bits.optionalFlag(269),
        bits.optionalFlag(270),
        extension > 0 ? bits.text(EXTENSION, extension) : "");
  }
}
