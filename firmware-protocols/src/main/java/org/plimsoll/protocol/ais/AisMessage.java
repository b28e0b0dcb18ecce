package org.plimsoll.protocol.ais;

/**
 * One message. Components are what was sent, in the unit of their name; what the sender calls not
 * available, and codes that the norm reserves, are absent.
 */
public sealed interface AisMessage
    permits PositionReport,
        BaseStationReport,
        StaticVoyageData,
        InlandStaticData,
        AircraftReport,
        AddressedSafetyMessage,
        SafetyBroadcast,
        ClassBReport,
        ClassBExtendedReport,
        AidToNavigationReport,
        StaticDataPartA,
        StaticDataPartB,
        LongRangeReport {

  /** Message number, 1 to 27. */
  int type();

  /** How often it was repeated on its way, 0 to 3. */
  int repeat();

  /** Who speaks: nine digits, though a badly set transponder may send up to 1 073 741 823. */
  int mmsi();
}
