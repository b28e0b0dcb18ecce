package org.plimsoll.protocol.ubx;

/** One sound UBX message, its fields in SI or degrees. */
public sealed interface UbxMessage
    permits NavPvt, NavSol, NavPosLlh, NavHpPosLlh, NavVelNed, NavTimeUtc, NavSat, MonVer {

  /** As the manual names it: {@code NAV-PVT}. */
  String name();
}
