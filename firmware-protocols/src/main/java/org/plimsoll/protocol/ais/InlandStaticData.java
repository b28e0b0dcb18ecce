package org.plimsoll.protocol.ais;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What an inland vessel is: message 8 with DAC 200 and FI 10, 168 bits (UNECE Resolution 63, vessel
 * tracking and tracing on inland waterways).
 *
 * <pre>
 *  40 DAC 10    56 European number 48    117 beam 10         141 hazard 3      155 loaded 2
 *  50 FI 6     104 length 13             127 ship type 14    144 draught 11    157 quality 3
 * </pre>
 *
 * @param europeanNumber the unique European vessel identification number, eight characters
 * @param lengthMetres of vessel or convoy, by 0.1 m
 * @param beamMetres of vessel or convoy, by 0.1 m
 * @param shipType electronic reporting code, such as 8010 motor freighter
 * @param hazard 0 to 3 blue cones or lights, 4 the B flag
 * @param draughtMetres by 0.01 m
 * @param loading absent if unknown
 * @param speedFromSensor of better quality than the GNSS gives; so for course and heading
 */
public record InlandStaticData(
    int type,
    int repeat,
    int mmsi,
    String europeanNumber,
    OptionalDouble lengthMetres,
    OptionalDouble beamMetres,
    OptionalInt shipType,
    OptionalInt hazard,
    OptionalDouble draughtMetres,
    Optional<Loading> loading,
    boolean speedFromSensor,
    boolean courseFromSensor,
    boolean headingFromSensor)
    implements AisMessage {

  /** Whether she carries cargo. */
  public enum Loading {
    LOADED,
    UNLOADED
  }

  static final int DESIGNATED_AREA = 200;
  static final int FUNCTION = 10;
  static final int MINIMUM_BITS = 160;

  static InlandStaticData decode(Payload bits) {
    return new InlandStaticData(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.text(56, 8),
        bits.nonZero(104, 13, 10),
        bits.nonZero(117, 10, 10),
        bits.nonZero(127, 14),
        bits.within(141, 3, 0, 4),
        bits.nonZero(144, 11, 100),
        loading(bits.unsigned(155, 2)),
        bits.flag(157),
        bits.flag(158),
        bits.flag(159));
  }

  private static Optional<Loading> loading(int code) {
    return switch (code) {
      case 1 -> Optional.of(Loading.LOADED);
      case 2 -> Optional.of(Loading.UNLOADED);
      default -> Optional.empty();
    };
  }
}
