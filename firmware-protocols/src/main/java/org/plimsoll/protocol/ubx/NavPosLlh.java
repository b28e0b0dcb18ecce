package org.plimsoll.protocol.ubx;

import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Position (NAV-POSLLH, 01 02). It does not tell whether there is a fix.
 *
 * <pre>
 * 0 iTOW u4 ms  4 lon i4 1e-7  8 lat i4 1e-7  12 height i4 mm  16 hMSL i4 mm  20 hAcc u4 mm
 * 24 vAcc u4 mm
 * </pre>
 *
 * @param timeOfWeekMillis GPS time of the week
 */
public record NavPosLlh(
    long timeOfWeekMillis, NavPvt.Place place, double horizontalMetres, double verticalMetres)
    implements UbxMessage {

  private static final int LENGTH = 28;

  @Override
  public String name() {
    return "NAV-POSLLH";
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    if (in.length() != LENGTH) {
      return Decoded.malformed(Reason.SYNTAX, "NAV-POSLLH of " + in.length() + " bytes");
    }
    NavPvt.Place place =
        new NavPvt.Place(in.i4(4) / 1e7, in.i4(8) / 1e7, in.i4(12) / 1e3, in.i4(16) / 1e3);
    return place.isOnEarth()
        ? Decoded.value(new NavPosLlh(in.u4(0), place, in.u4(20) / 1e3, in.u4(24) / 1e3))
        : place.refused("NAV-POSLLH");
  }
}
