package org.plimsoll.protocol.ais;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The messages that are decoded, one row each. */
final class MessageTable {

  /**
   * One message.
   *
   * @param minimumBits up to its last field that says something of the ship; what may follow, such
   *     as the state of the radio link, is absent where receivers cut it
   */
  record Row(int minimumBits, Function<Payload, AisMessage> decode) {}

  /** Type, repeat and MMSI: without these nobody spoke. */
  static final int HEADER_BITS = 38;

  /** Header, DAC and FI. */
  static final int APPLICATION_BITS = 56;

  private static final int BROADCAST = 8;
  private static final int STATIC_DATA = 24;
  private static final int PART_BITS = 40;

  private static final Row POSITION = new Row(PositionReport.MINIMUM_BITS, PositionReport::decode);
  private static final Row BASE_STATION =
      new Row(BaseStationReport.MINIMUM_BITS, BaseStationReport::decode);
  private static final Row INLAND =
      new Row(InlandStaticData.MINIMUM_BITS, InlandStaticData::decode);
  private static final Row PART_A = new Row(StaticDataPartA.MINIMUM_BITS, StaticDataPartA::decode);
  private static final Row PART_B = new Row(StaticDataPartB.MINIMUM_BITS, StaticDataPartB::decode);

  private static final @Nullable Row[] BY_TYPE = new Row[64];

  static {
    BY_TYPE[1] = POSITION;
    BY_TYPE[2] = POSITION;
    BY_TYPE[3] = POSITION;
    BY_TYPE[4] = BASE_STATION;
    BY_TYPE[5] = new Row(StaticVoyageData.MINIMUM_BITS, StaticVoyageData::decode);
    BY_TYPE[9] = new Row(AircraftReport.MINIMUM_BITS, AircraftReport::decode);
    BY_TYPE[11] = BASE_STATION;
    BY_TYPE[12] = new Row(AddressedSafetyMessage.MINIMUM_BITS, AddressedSafetyMessage::decode);
    BY_TYPE[14] = new Row(SafetyBroadcast.MINIMUM_BITS, SafetyBroadcast::decode);
    BY_TYPE[18] = new Row(ClassBReport.MINIMUM_BITS, ClassBReport::decode);
    BY_TYPE[19] = new Row(ClassBExtendedReport.MINIMUM_BITS, ClassBExtendedReport::decode);
    BY_TYPE[21] = new Row(AidToNavigationReport.MINIMUM_BITS, AidToNavigationReport::decode);
    BY_TYPE[27] = new Row(LongRangeReport.MINIMUM_BITS, LongRangeReport::decode);
  }

  private MessageTable() {}

  /** The row of this message, which has its header; or null if it is not decoded here. */
  static @Nullable Row rowOf(Payload bits) {
    return switch (bits.type()) {
      case BROADCAST -> isInland(bits) ? INLAND : null;
      case STATIC_DATA -> partOf(bits);
      default -> BY_TYPE[bits.type()];
    };
  }

  /** Names a message for people, as far as it can be told. */
  static String name(Payload bits) {
    int type = bits.type();
    if (type == BROADCAST && bits.bits() >= APPLICATION_BITS) {
      return "AIS 8 DAC " + bits.unsigned(40, 10) + " FI " + bits.unsigned(50, 6);
    }
    return "AIS " + type;
  }

  private static boolean isInland(Payload bits) {
    return bits.bits() >= APPLICATION_BITS
        && bits.unsigned(40, 10) == InlandStaticData.DESIGNATED_AREA
        && bits.unsigned(50, 6) == InlandStaticData.FUNCTION;
  }

  private static @Nullable Row partOf(Payload bits) {
    if (bits.bits() < PART_BITS) {
      return PART_A;
    }
    return switch (bits.unsigned(38, 2)) {
      case StaticDataPartA.PART -> PART_A;
      case StaticDataPartB.PART -> PART_B;
      default -> null;
    };
  }
}
