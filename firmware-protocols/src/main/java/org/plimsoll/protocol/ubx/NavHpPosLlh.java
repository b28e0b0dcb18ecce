package org.plimsoll.protocol.ubx;

import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Position in high precision (NAV-HPPOSLLH, 01 14). It does not tell whether there is a fix.
 *
 * <pre>
 * 0 version u1  3 flags, bit 0 invalid  4 iTOW u4 ms  8 lon i4 1e-7  12 lat i4 1e-7
 * 16 height i4 mm  20 hMSL i4 mm  24 lonHp i1 1e-9  25 latHp i1 1e-9  26 heightHp i1 0.1 mm
 * 27 hMSLHp i1 0.1 mm  28 hAcc u4 0.1 mm  32 vAcc u4 0.1 mm
 * </pre>
 *
 * @param timeOfWeekMillis GPS time of the week
 * @param invalid the receiver withdraws position and heights
 */
public record NavHpPosLlh(
    long timeOfWeekMillis,
    boolean invalid,
    NavPvt.Place place,
    double horizontalMetres,
    double verticalMetres)
    implements UbxMessage {

  private static final int LENGTH = 36;

  @Override
  public String name() {
    return "NAV-HPPOSLLH";
  }

  static Decoded<UbxMessage> decode(UbxPayload in) {
    if (in.length() != LENGTH || in.u1(0) != 0) {
      return Decoded.malformed(
          Reason.SYNTAX, "NAV-HPPOSLLH of " + in.length() + " bytes, version " + in.u1(0));
    }
    NavPvt.Place place =
        new NavPvt.Place(
            (100L * in.i4(8) + in.i1(24)) / 1e9,
            (100L * in.i4(12) + in.i1(25)) / 1e9,
            (10L * in.i4(16) + in.i1(26)) / 1e4,
            (10L * in.i4(20) + in.i1(27)) / 1e4);
    return place.isOnEarth()
        ? Decoded.value(
            new NavHpPosLlh(in.u4(4), (in.u1(3) & 1) != 0, place, in.u4(28) / 1e4, in.u4(32) / 1e4))
        : place.refused("NAV-HPPOSLLH");
  }
}
