package org.plimsoll.protocol.ubx;

/** One sound UBX message, its fields in SI or degrees. */
public sealed interface UbxMessage permits NavPvt, NavSat, MonVer {

  /** As the manual names it: {@code NAV-PVT}. */
  String name();
}
