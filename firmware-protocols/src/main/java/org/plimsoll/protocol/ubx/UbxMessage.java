package org.plimsoll.protocol.ubx;

/** One sound UBX message, its fields in SI or degrees. */
public sealed interface UbxMessage permits NavPvt, NavSat, MonVer {}
