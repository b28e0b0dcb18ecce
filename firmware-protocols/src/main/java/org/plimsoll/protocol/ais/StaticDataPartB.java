package org.plimsoll.protocol.ais;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a class B ship is: message 24 part B, 168 bits.
 *
 * <pre>
 *  38 part 2         48 vendor 18    70 serial number 20    132 dimensions 30, or mother ship 30
 *  40 ship type 8    66 model 4      90 call sign 42
 * </pre>
 *
 * @param shipType the norm's code, such as 36 sailing, 37 pleasure craft
 * @param vendor three characters of the transponder's maker
 * @param model of the transponder
 * @param serialNumber of the transponder
 * @param dimensions absent in an auxiliary craft
 * @param motherShipMmsi present in an auxiliary craft alone, whose own MMSI begins with 98
 */
public record StaticDataPartB(
    int type,
    int repeat,
    int mmsi,
    OptionalInt shipType,
    String vendor,
    int model,
    int serialNumber,
    String callSign,
    Optional<Dimensions> dimensions,
    OptionalInt motherShipMmsi)
    implements AisMessage {

  static final int PART = 1;
  static final int MINIMUM_BITS = 162;

  private static final int AUXILIARY_CRAFT = 98;
  private static final int SEVEN_DIGITS = 10_000_000;

  static StaticDataPartB decode(Payload bits) {
    boolean auxiliary = bits.mmsi() / SEVEN_DIGITS == AUXILIARY_CRAFT;
    return new StaticDataPartB(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.nonZero(40, 8),
        bits.text(48, 3),
        bits.unsigned(66, 4),
        bits.unsigned(70, 20),
        bits.text(90, 7),
        auxiliary ? Optional.empty() : Dimensions.decode(bits, 132),
        auxiliary ? bits.nonZero(132, 30) : OptionalInt.empty());
  }
}
